//! 免申即享: found from rules and data, checked by another, confirmed by the firm; silence is no consent.

use crate::stage::{Id, Person, department, form_item, review, seen, start};
use chrono::TimeDelta;
use jinqiao_testkit::Client;
use serde_json::{Value, json};

fn at(id: &str) -> String {
    format!("/api/government/automatic/{id}")
}

async fn names(client: &Client, list: &str, state: &str) -> Vec<(String, String)> {
    let found = client.get(&format!("{}/entries?state={state}", at(list))).await.expect(200).body;
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    found["items"]
        .as_array()
        .expect("firms")
        .iter()
        .map(|one| (text(&one["enterprise"]), text(&one["reason"])))
        .collect()
}

#[tokio::test]
async fn a_list_is_found_checked_by_another_and_confirmed() {
    let stage = start().await;
    let (writer, checker) = (department(&stage, 1).await, department(&stage, 2).await);
    let mut second = Person::joins(&stage, &writer, "reviewer-a").await;
    let (good, idle, struck) = (stage.enterprise(1).await, stage.enterprise(2).await, stage.enterprise(3).await);
    // One that has no title, one that has never written a profile.
    let plain = stage.enterprise(4).await;
    let mut profile = jinqiao_stage::profile();
    profile["titles"] = json!([]);
    plain.client.if_match(1).put("/api/enterprise/profile", profile).await.expect(200);
    let other = form_item(&writer, &checker, "普通申报的事项", json!({})).await;
    let path = |policy: &str| format!("/api/government/policies/{policy}/automatic");
    assert_eq!(writer.post(&path(&other), json!({})).await.refused(409), "automatic.not_automatic");
    let change = json!({"mode": "automatic", "form": null, "publicity_days": null, "budget": 10_000_000});
    let policy = form_item(&writer, &checker, "高新技术企业免申奖励", change).await;
    let firm = format!("/api/enterprise/policies/{policy}/applications");
    assert_eq!(good.client.post(&firm, json!({})).await.refused(409), "applications.not_open");
    checker.post(&path(&policy), json!({})).await.expect(404);
    let list = writer.post(&path(&policy), json!({})).await.expect(201);
    assert_eq!((list.body["state"].as_str(), list.body["firms"].as_i64()), (Some("checking"), Some(4)));
    assert_eq!(names(&writer, &list.id(), "eligible").await.len(), 3);
    // One list at a time, so that nobody is asked twice.
    assert_eq!(writer.post(&path(&policy), json!({})).await.refused(409), "automatic.wrong_state");
    // With the reason, and what cannot be told is no pass.
    let left = names(&writer, &list.id(), "left_out").await;
    assert_eq!(left.len(), 1);
    assert!(left[0].0 == plain.name && left[0].1.contains("缺少"), "{left:?}");
    assert_eq!(good.client.get("/api/enterprise/automatic").await.expect(200).body["total"], 0);
    let said = json!({"opinion": "名单与条件一致，同意。", "struck": [{"enterprise_id": struck.org, "reason": "正在接受检查"}]});
    let check = |client: Client, version: i32| {
        let (said, path) = (said.clone(), format!("{}/check", at(&list.id())));
        async move { client.if_match(version).post(&path, said).await }
    };
    assert_eq!(check(writer.clone(), 1).await.refused(403), "automatic.same_person");
    check(second.client.clone(), 7).await.expect(409);
    assert_eq!(check(second.client.clone(), 1).await.expect(200).body["state"], "notified");
    assert_eq!(check(second.client.clone(), 2).await.refused(409), "automatic.wrong_state");
    stage.app.settle().await;
    let letters = good.client.get("/api/messages").await.expect(200).body.to_string();
    assert!(letters.contains("贵企业可免申享受政策"), "{letters}");
    let confirm = format!("/api/enterprise/automatic/{}/confirm", list.id());
    let payee = json!({"name": good.name, "bank": "重庆银行科学城支行", "account": "6222021001112345678"});
    let silent = json!({"payee": payee, "agreed": false});
    assert_eq!(good.client.post(&confirm, silent).await.fields(), ["agreed"]);
    struck.client.post(&confirm, json!({"payee": payee, "agreed": true})).await.expect(409);
    plain.client.post(&confirm, json!({"payee": payee, "agreed": true})).await.expect(409);
    let done = good.client.post(&confirm, json!({"payee": payee, "agreed": true})).await.expect(200);
    good.client.post(&confirm, json!({"payee": payee, "agreed": true})).await.expect(409);
    let application = done.body["application_id"].as_str().expect("an id").to_owned();
    assert_eq!(seen(&good.client, &application).await["state"], "approved");
    // The budget was for one.
    assert_eq!(idle.client.post(&confirm, json!({"payee": payee, "agreed": true})).await.refused(409), "budgets.full");
    let budget = writer.get(&format!("/api/government/budgets/{policy}")).await.expect(200).body;
    assert_eq!((budget["reserved"].as_i64(), budget["left"].as_i64()), (Some(10_000_000), Some(0)));
    // Who has it, and who is still asked, is on no other list; whoever found or checked the first has a place at what came of it.
    let again = writer.post(&path(&policy), json!({})).await.expect(201);
    assert_eq!(again.body["firms"], 2);
    let revoke = review(&second.client, &application, "revoke", json!({"opinion": "经查不符合条件"})).await;
    assert_eq!(revoke.refused(409), "applications.nobody_left");
    // Silence is no consent.
    stage.app.clock.advance(TimeDelta::days(16));
    stage.app.settle().await;
    second.again().await;
    let lapsed = names(&second.client, &list.id(), "lapsed").await;
    assert_eq!(lapsed.len(), 1);
    assert_eq!(lapsed[0].0, idle.name);
    stage.finish().await;
}

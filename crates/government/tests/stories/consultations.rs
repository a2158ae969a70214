//! 会商: the second reviewer asks other departments, who see the form and answer; the decision stays the reviewer's.

use crate::{
    applications::{desk, state},
    stage::{department, review, seen},
};
use chrono::TimeDelta;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

async fn ask(client: &Client, id: &str, departments: &[&str]) -> Reply {
    let body = json!({"departments": departments, "question": "请核实该企业是否已享受同类设备补助。"});
    client.post(&format!("/api/government/applications/{id}/consultations"), body).await
}

async fn asked(client: &Client) -> Value {
    client.get("/api/government/consultations").await.expect(200).body
}

#[tokio::test]
async fn others_are_asked_and_the_reviewer_decides() {
    let mut desk = desk().await;
    let (writer, mut both) = (department(&desk.stage, 3).await, vec![]);
    drop(writer);
    let policy = desk.item(json!({"publicity_days": null})).await;
    let id = desk.passed_first(&desk.firm, &policy).await;
    let found = desk.second.client.get("/api/government/consultations/departments").await.expect(200).body;
    both.extend(found.as_array().expect("departments").iter().map(|one| one["id"].as_str().expect("an id").to_owned()));
    assert_eq!(both.len(), 2);
    let others: Vec<_> = both.iter().map(String::as_str).collect();
    // Whoever cannot decide does not ask; nobody asks too many, or the own department.
    assert_eq!(ask(&desk.first.client, &id, &others).await.refused(403), "applications.same_person");
    assert_eq!(ask(&desk.second.client, &id, &[]).await.fields(), ["departments"]);
    let own = desk.second.client.get("/api/session").await.expect(200).body["me"]["organization"]["id"].clone();
    if let Some(own) = own.as_str() {
        assert_eq!(ask(&desk.second.client, &id, &[own]).await.fields(), ["departments"]);
    }
    let rows = ask(&desk.second.client, &id, &others).await.expect(201).body;
    assert_eq!((rows.as_array().map(Vec::len), &rows[0]["state"]), (Some(2), &json!("open")));
    assert_eq!(ask(&desk.second.client, &id, &others[..1]).await.refused(409), "consultations.too_many");
    // The firm reads that others are asked, and no more.
    let told = seen(&desk.firm.client, &id).await["timeline"].to_string();
    assert!(told.contains("会商中") && !told.contains("同类设备"), "{told}");
    // The other department: in its pool, with the form and not the account.
    let pool = asked(&desk.checker).await;
    assert_eq!(pool["total"], 1);
    let consultation = pool["items"][0]["id"].as_str().expect("an id").to_owned();
    let path = format!("/api/government/consultations/{consultation}");
    desk.second.client.get(&path).await.expect(404);
    let shown = desk.checker.get(&path).await.expect(200).body;
    assert_eq!(shown["form"]["values"]["project"], "智能产线改造");
    assert!(!shown.to_string().contains("6222021001112345678"), "{shown}");
    let short = json!({"verdict": "objection", "opinion": "否"});
    assert_eq!(desk.checker.post(&format!("{path}/answer"), short).await.fields(), ["opinion"]);
    // Late is said, and may still be answered.
    desk.stage.app.clock.advance(TimeDelta::days(15));
    desk.stage.app.settle().await;
    desk.second.again().await;
    let late = desk.second.client.get("/api/messages?size=100").await.expect(200).body.to_string();
    assert!(late.contains("会商逾期未答复"), "{late}");
    desk.stage.finish().await;
}

#[tokio::test]
async fn an_answer_is_read_and_the_end_of_the_review_ends_the_others() {
    let desk = desk().await;
    let third = department(&desk.stage, 3).await;
    let policy = desk.item(json!({"publicity_days": null})).await;
    let early = crate::stage::handed_in(&desk.firm, &policy).await;
    review(&desk.first.client, &early, "accept", json!({})).await.expect(200);
    let found = desk.second.client.get("/api/government/consultations/departments").await.expect(200).body;
    let both: Vec<_> = found.as_array().expect("two").iter().filter_map(|one| one["id"].as_str()).collect();
    assert_eq!(ask(&desk.third.client, &early, &both).await.refused(409), "applications.claimed");
    let id = early;
    review(&desk.first.client, &id, "pass_first", json!({})).await.expect(200);
    ask(&desk.second.client, &id, &both).await.expect(201);
    let of = async |client: &Client| {
        format!("/api/government/consultations/{}/answer", asked(client).await["items"][0]["id"].as_str().expect("one"))
    };
    let (here, there) = (of(&desk.checker).await, of(&third).await);
    let said = json!({"verdict": "objection", "opinion": "该设备已在上年度享受市级补助。"});
    let answered = desk.checker.post(&here, said.clone()).await.expect(200).body;
    assert_eq!((&answered["state"], answered["waits"].as_bool()), (&json!("answered"), Some(false)));
    assert_eq!(desk.checker.post(&here, said.clone()).await.refused(409), "consultations.wrong_state");
    desk.stage.app.settle().await;
    let path = format!("/api/government/applications/{id}/consultations");
    let rows = desk.second.client.get(&path).await.expect(200).body;
    let verdicts: Vec<_> = rows.as_array().expect("two").iter().map(|one| one["verdict"].as_str()).collect();
    assert!(verdicts.contains(&Some("objection")) && verdicts.contains(&None), "{rows}");
    let timeline = seen(&desk.second.client, &id).await["timeline"].to_string();
    assert!(timeline.contains("收到会商意见"), "{timeline}");
    let timeline = seen(&desk.firm.client, &id).await["timeline"].to_string();
    assert!(!timeline.contains("收到会商意见"), "{timeline}");
    // Whatever was said, and although one has not answered.
    assert_eq!(state(&review(&desk.second.client, &id, "pass_second", json!({})).await), "approved");
    desk.stage.app.settle().await;
    assert_eq!(third.post(&there, said).await.refused(409), "consultations.wrong_state");
    assert_eq!(asked(&third).await["total"], 0);
    let all = third.get("/api/government/consultations?view=all").await.expect(200).body;
    assert_eq!(all["items"][0]["state"], "closed");
    // Who has not answered is told that nobody waits any more, who has is not.
    let told = async |client: &Client| {
        let found = client.get("/api/messages?size=100").await.expect(200).body;
        let bodies = found["items"].as_array().cloned().unwrap_or_default().into_iter();
        let ended = bodies.filter(|one| one["title"] == "会商已结束").map(|one| one["body"].to_string());
        ended.collect::<Vec<_>>()
    };
    assert!(matches!(&told(&third).await[..], [one] if one.contains("复审已结束，无需再答复")));
    assert!(told(&desk.checker).await.is_empty());
    desk.firm.client.get("/api/government/consultations").await.expect(403);
    desk.stage.finish().await;
}

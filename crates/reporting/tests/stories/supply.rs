//! 供需查询: what the government sees of demands, and whose they are only where a consent says so.

use crate::stage::{Stage, demand, equity_demand, loan, staff, start, step};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::Client;
use serde_json::{Value, json};

const LIST: &str = "/api/government/supply/demands";

async fn department(stage: &Stage) -> Client {
    staff(&stage.app, Role::Government, "zhengfu7", 7).await.0
}

async fn numbers(client: &Client, query: &str) -> Vec<String> {
    let body = client.get(&format!("{LIST}?{query}")).await.expect(200).body;
    let rows = body["items"].as_array().expect("rows").clone();
    rows.iter().map(|row| row["id"].as_str().expect("an id").to_owned()).collect()
}

#[tokio::test]
async fn demands_stand_newest_first_and_are_filtered() {
    let stage = start().await;
    let (one, two) = (stage.enterprise(1).await, stage.enterprise(2).await);
    let loan = stage.published(&one, 100).await;
    stage.app.clock.advance(TimeDelta::minutes(1));
    let mut pledged = demand(800);
    (pledged["guarantees"], pledged["term_months"]) = (json!(["mortgage"]), json!(36));
    let large = stage.published_as(&two, pledged).await;
    stage.app.clock.advance(TimeDelta::minutes(1));
    let equity = stage.published_as(&one, equity_demand(2_000)).await;
    stage.submitted(&two, 50).await;
    let client = department(&stage).await;
    assert_eq!(numbers(&client, "").await, [&*equity, &*large, &*loan], "what is under review is not shown");
    for (query, want) in [
        ("kind=equity", vec![&equity]),
        ("kind=debt", vec![&large, &loan]),
        ("guarantee=mortgage", vec![&large]),
        ("term_min=36&term_max=36", vec![&large]),
        ("amount_max=100000000", vec![&loan]),
        ("amount_min=800000000&amount_max=800000000", vec![&large]),
        ("state=open", vec![&equity, &large, &loan]),
        ("state=negotiating", vec![]),
        ("state=reviewing", vec![]),
        ("paid=true", vec![]),
        ("month=2001-01", vec![]),
    ] {
        assert_eq!(numbers(&client, query).await.iter().collect::<Vec<_>>(), want, "{query}");
    }
    assert_eq!(client.get(&format!("{LIST}?month=2026")).await.expect(422).fields(), ["month"]);
    for other in [&one.client, &stage.operator, &stage.institution(3).await.client] {
        other.get(LIST).await.expect(403);
    }
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "jiandu7", 8).await;
    assert_eq!(numbers(&supervisor, "kind=equity").await, [equity]);
    stage.finish().await;
}

fn told(body: &Value, name: &str) -> bool {
    body.to_string().contains(name)
}

#[tokio::test]
async fn a_name_is_told_under_a_consent_and_the_enterprise_reads_who_looked() {
    let stage = start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (other, lone) = (stage.enterprise(3).await, department(&stage).await);
    let unanswered = stage.published(&other, 100).await;
    let (demand, order) = stage.order_in(&firm, &bank, "grabbed").await;
    let path = format!("{LIST}/{demand}");
    let seen = lone.get(&path).await.expect(200).body;
    assert_eq!(
        (seen["may_name"].as_bool(), seen["orders"][0]["institution_name"].as_str()),
        (Some(false), Some(&*bank.name))
    );
    let asked = |id: String| {
        let lone = &lone;
        async move { lone.post(&format!("{LIST}/{id}/enterprise"), json!({})).await }
    };
    assert_eq!(asked(demand.clone()).await.refused(409), "consents.closed");
    assert_eq!(asked(unanswered.clone()).await.refused(409), "consents.closed");
    step(&firm, &order, "confirm", crate::stage::confirm()).await.expect(200);
    let seen = lone.get(&path).await.expect(200).body;
    assert_eq!(seen["may_name"], true);
    assert_eq!(seen["matched"], json!({"institutions": 1, "orders": 1}));
    let list = lone.get(LIST).await.expect(200).body;
    let sheet = lone.post(&format!("{LIST}/export"), json!({})).await.expect(200).body;
    assert_eq!(sheet.as_array().map(Vec::len), Some(2));
    for body in [&seen, &list, &sheet] {
        assert!(!told(body, &firm.name), "only what is asked for is told: {body}");
    }
    let looks = "/api/enterprise/consent-accesses";
    assert_eq!(firm.client.get(looks).await.expect(200).body["total"], 0, "looking at the record names nobody");
    assert_eq!(asked(demand.clone()).await.expect(200).body["name"], firm.name);
    let noted = firm.client.get(looks).await.expect(200).body;
    assert_eq!((noted["total"].as_i64(), noted["items"][0]["what"].as_str()), (Some(1), Some("供需查询中查看企业")));
    assert_eq!(other.client.get(looks).await.expect(200).body["total"], 0);
    stage.finish().await;
}

#[tokio::test]
async fn products_leave_by_their_filter_and_that_is_noted() {
    let stage = start().await;
    let bank = stage.institution(1).await;
    stage.shelved(&bank, loan("科创信用贷")).await;
    let client = department(&stage).await;
    let path = "/api/government/supply/products/export";
    let sheet = client.post(path, json!({})).await.expect(200).body;
    assert_eq!(
        (sheet.as_array().map(Vec::len), sheet[0]["institution"]["name"].as_str()),
        (Some(1), Some(&*bank.name))
    );
    let equity = client.post(&format!("{path}?kind=equity"), json!({})).await.expect(200).body;
    assert_eq!(equity.as_array().map(Vec::len), Some(0));
    bank.client.post(path, json!({})).await.expect(403);
    stage.finish().await;
}

//! Of the loans that were paid out some enterprises are called, and what they say counts in the assessment.

use crate::stage::{Stage, step};
use jinqiao_kernel::Role;
use serde_json::{Value, json};

async fn answered(stage: &Stage, callback: &Value, body: Value) -> jinqiao_testkit::Reply {
    let operator = stage.operator.if_match(&callback["version"]);
    operator.post(&format!("/api/operator/callbacks/{}/answer", callback["id"].as_str().expect("an id")), body).await
}

#[tokio::test]
async fn what_enterprises_say_when_they_are_called_counts_for_the_institution() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.set("callback_percent", 0).await;
    stage.order_in(&firm, &bank, "closed").await;
    stage.app.settle().await;
    let none = stage.operator.get("/api/operator/callbacks").await.expect(200).body;
    assert_eq!(none["total"], 0);
    stage.set("callback_percent", 100).await;
    for _ in 0..2 {
        let (_, order) = stage.order_in(&firm, &bank, "disbursed").await;
        step(&firm, &order, "confirm-disbursement", json!({})).await.expect(200);
    }
    stage.app.settle().await;
    let drawn = stage.operator.get("/api/operator/callbacks?state=open").await.expect(200).body;
    assert_eq!((&drawn["total"], &drawn["items"][0]["enterprise_name"]), (&json!(2), &json!(firm.name)));
    let (one, two) = (&drawn["items"][0], &drawn["items"][1]);
    assert_eq!(one["due"]["at"], "2026-12-07T02:00:00Z", "ten working days");
    let id = one["id"].as_str().expect("an id");
    let mobile = stage.operator.post(&format!("/api/operator/callbacks/{id}/mobile"), json!({})).await.expect(200);
    assert!(mobile.body["mobile"].as_str().is_some_and(|mobile| mobile.len() == 11));
    firm.client.get("/api/operator/callbacks").await.expect(403);

    let bad = json!({"as_told": "dissatisfied", "service": "satisfied", "need": "satisfied", "note": null});
    assert_eq!(answered(&stage, one, bad.clone()).await.expect(422).fields(), ["note"]);
    let mut said = bad;
    said["note"] = json!("放款后另收了评估费");
    answered(&stage, one, said).await.expect(200);
    let missed = stage.operator.if_match(&two["version"]);
    let path = format!("/api/operator/callbacks/{}/miss", two["id"].as_str().expect("an id"));
    let missed = missed.post(&path, json!({})).await.expect(200).body;
    assert_eq!((&missed["state"], &missed["missed"]), (&json!("missed"), &json!(1)));
    let good = json!({"as_told": "satisfied", "service": "satisfied", "need": "fair", "note": null});
    assert_eq!(answered(&stage, two, good.clone()).await.refused(409), "conflict.stale");
    answered(&stage, &missed, good.clone()).await.expect(200);
    assert_eq!(answered(&stage, &missed, good).await.refused(409), "callbacks.wrong_state");
    stage.app.settle().await;

    let (government, _) = crate::stage::staff(&stage.app, Role::Government, "gov-calls", 78).await;
    let table = government.get("/api/government/assessment?size=100").await.expect(200).body;
    let row = table["items"].as_array().expect("rows").iter().find(|row| row["name"] == bank.name.as_str());
    assert_eq!(row.expect("the bank")["figures"]["satisfied"], json!({"part": 1, "whole": 2}));
    stage.finish().await;
}

//! On a server for training the operator moves the time on; limits end, and nobody is logged out.

use crate::stage::{Id, Stage, grab, parts};
use jinqiao_testkit::TestApp;
use serde_json::{Value, json};

const NEXT: &str = "/api/operator/training/next-working-day";

async fn time(stage: &Stage) -> Value {
    stage.app.visitor().get("/api/settings").await.expect(200).body["training_now"].clone()
}

#[tokio::test]
async fn the_operator_moves_the_time_to_the_next_working_day() {
    let stage = Stage::on(TestApp::training(parts()).await).await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let order = grab(&bank, &demand, 100).await.expect(201).id();
    assert_eq!(time(&stage).await, "2026-11-23T02:00:00Z");
    firm.client.post(NEXT, json!({})).await.expect(403);
    // Monday to Friday, over the weekend to Monday: the enterprise had three days to choose.
    let mut seen = vec![];
    for _ in 0..5 {
        let moved = stage.operator.post(NEXT, json!({})).await.expect(200).body;
        seen.push(moved["now"].as_str().expect("a moment")[..13].to_owned());
        stage.app.settle().await;
    }
    assert_eq!(seen, ["2026-11-24T01", "2026-11-25T01", "2026-11-26T01", "2026-11-27T01", "2026-11-30T01"]);
    let order = firm.client.get(&format!("/api/enterprise/orders/{order}")).await.expect(200).body;
    assert_eq!(order["state"], "expired_ent");
    // What another node, or the next start, reads.
    let kept = jinqiao_platform::training::prepare(&stage.app.db).await;
    assert!(kept.is_ok() && time(&stage).await.as_str().is_some_and(|now| now.starts_with("2026-11-30T01")));
    stage.app.clock.advance(chrono::TimeDelta::minutes(20));
    stage.operator.get("/api/operator/reviews").await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn nobody_moves_it_elsewhere() {
    let stage = crate::stage::start().await;
    assert_eq!(time(&stage).await, Value::Null);
    stage.operator.post(NEXT, json!({})).await.expect(404);
    stage.finish().await;
}

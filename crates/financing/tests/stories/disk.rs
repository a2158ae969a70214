//! A disk that fills up: the operator is told in time, uploads stop, the business goes on.

use crate::stage::Stage;
use chrono::TimeDelta;
use jinqiao_platform::files::tell_of_disk;
use serde_json::{Value, json};

async fn warnings(stage: &Stage) -> Vec<Value> {
    stage.app.settle().await;
    let page = stage.operator.get("/api/messages?topic=platform").await.expect(200).body;
    page["items"].as_array().expect("messages").clone()
}

#[tokio::test]
async fn a_nearly_full_disk_takes_no_uploads_but_everything_else() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";
    stage.app.disk.fill(94);
    firm.client.upload("a.pdf", pdf).await.expect(201);
    stage.app.disk.fill(95);
    let refused = firm.client.upload("a.pdf", pdf).await;
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(refused.refused(507), "files.no_room");
    firm.client.post("/api/enterprise/demands", json!({"kind": "debt"})).await.expect(201);
    stage.app.disk.fill(40);
    firm.client.upload("a.pdf", pdf).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn the_operator_is_told_once_a_day_and_at_once_when_uploads_stop() {
    let stage = crate::stage::start().await;
    let tell = |percent| tell_of_disk(&stage.app.db, percent);
    for _ in 0..3 {
        tell(81).await.expect("told");
    }
    let told = warnings(&stage).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0]["body"].as_str().is_some_and(|text| text.contains("81%")), "{told:?}");
    tell(96).await.expect("told");
    assert_eq!(warnings(&stage).await.len(), 2, "now uploads have stopped");
    stage.app.clock.advance(TimeDelta::hours(25));
    tell(97).await.expect("told");
    stage.app.settle().await;
    let facts = jinqiao_db::facts_of(stage.app.db.read(), uuid::Uuid::nil()).await.expect("facts");
    assert_eq!(facts.len(), 3, "and again on the next day");
    stage.finish().await;
}

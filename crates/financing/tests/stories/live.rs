//! Open pages are told what has changed, and no more.

use crate::stage::grab;
use axum::body::Body;
use http_body_util::BodyExt;
use jinqiao_db::{Engine, Intent, Tx};
use jinqiao_testkit::engine;
use sea_orm::ConnectionTrait as _;
use serde_json::json;
use std::time::Duration;

/// What comes next on the stream; none when it ends, or stays silent for `wait`.
async fn next(stream: &mut Body, wait: Duration) -> Option<String> {
    let frame = tokio::time::timeout(wait, stream.frame()).await.ok()??.expect("the stream goes on");
    let text = String::from_utf8(frame.into_data().ok()?.to_vec()).expect("text");
    Some(text.trim_start_matches("data: ").trim().to_owned())
}

const SOON: Duration = Duration::from_secs(5);
const SILENCE: Duration = Duration::from_millis(1_200);

#[tokio::test]
async fn the_other_side_hears_of_a_step_and_nobody_else_does() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let demand = stage.published(&firm, 100).await;
    stage.app.settle().await;
    let db = stage.app.db.clone();
    let watcher = tokio::spawn(async move { db.watch().await });
    let (status, mut own) = firm.client.open("/api/live").await;
    assert_eq!(status, 200);
    let (_, mut strange) = other.client.open("/api/live").await;
    let (_, mut operator) = stage.operator.open("/api/live").await;
    // The first look only remembers where it stands.
    tokio::time::sleep(SILENCE).await;
    grab(&bank, &demand, 100).await.expect(201);
    assert_eq!(next(&mut own, SOON).await.as_deref(), Some("orders"));
    stage.app.settle().await;
    let mut heard = vec![];
    while let Some(topic) = next(&mut own, SILENCE).await {
        heard.push(topic);
    }
    assert_eq!(heard, ["demands", "messages"], "what followed: the demand is in negotiation, and a letter was written");
    assert_eq!(next(&mut strange, SILENCE).await, None, "another institution learns nothing of it");
    assert_eq!(next(&mut operator, SILENCE).await, None);
    let id = stage.submitted(&firm, 50).await;
    assert_eq!(next(&mut operator, SOON).await.as_deref(), Some("reviews"));
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{id}/approve"), approve).await.expect(200);
    assert_eq!(next(&mut strange, SOON).await.as_deref(), Some("market"), "the market is open to it");
    drop((own, strange, operator));
    watcher.abort();
    let _ = watcher.await;
    stage.finish().await;
}

#[tokio::test]
async fn a_stream_ends_with_its_session_and_there_are_not_too_many() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    stage.app.visitor().get("/api/live").await.expect(401);
    let mut streams = vec![];
    for _ in 0..8 {
        let (status, stream) = firm.client.open("/api/live").await;
        assert_eq!(status, 200);
        streams.push(stream);
    }
    assert_eq!(firm.client.get("/api/live").await.refused(429), "live.too_many");
    let mut last = streams.pop().expect("a stream");
    drop(streams);
    let db = stage.app.db.clone();
    let watcher = tokio::spawn(async move { db.watch().await });
    tokio::time::sleep(SILENCE).await;
    firm.client.delete("/api/session").await.expect(204);
    grab(&bank, &demand, 100).await.expect(201);
    assert_eq!(next(&mut last, SOON).await, None, "who logged out hears nothing");
    stage.app.db.end_streams();
    drop(last);
    watcher.abort();
    let _ = watcher.await;
    stage.finish().await;
}

#[tokio::test]
async fn a_stream_ends_when_its_account_has_something_to_accept() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let demand = stage.published(&firm, 100).await;
    let db = stage.app.db.clone();
    let watcher = tokio::spawn(async move { db.watch().await });
    let (_, mut own) = firm.client.open("/api/live").await;
    tokio::time::sleep(SILENCE).await;
    let id = if engine() == Engine::Sqlite { "randomblob(16)" } else { "gen_random_uuid()" };
    let newer = &format!(
        "INSERT INTO agreements (id, kind, version, title, body, hash, effective_at)
         SELECT {id}, kind, 2, title, 'newer', hash, effective_at FROM agreements WHERE kind = 'enterprise'"
    );
    let publish = |tx: Tx| async move { Ok(tx.conn().execute_unprepared(newer).await.map(|_| ())?) };
    stage.app.db.write(Intent::bookkeeping("test.publish"), publish).await.expect("a version");
    grab(&bank, &demand, 100).await.expect(201);
    assert_eq!(next(&mut own, SOON).await, None, "it hears nothing before it has accepted");
    assert_eq!(firm.client.get("/api/live").await.refused(403), "agreements.outdated");
    firm.client.post("/api/account/agreements", json!({"kind": "enterprise", "version": 2})).await.expect(204);
    let (status, again) = firm.client.open("/api/live").await;
    assert_eq!(status, 200);
    stage.app.db.end_streams();
    drop((own, again));
    watcher.abort();
    let _ = watcher.await;
    stage.finish().await;
}

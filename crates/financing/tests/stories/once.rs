//! A request that is sent again is answered again, not done again.

use crate::stage::{Id, demand};
use serde_json::json;

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_key_makes_one_demand() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let path = "/api/enterprise/demands";
    let sent = (0..10).map(|_| {
        let client = firm.client.clone();
        tokio::spawn(async move { client.post_once(path, demand(100), "key-1").await.expect(201).id() })
    });
    let mut ids = vec![];
    for one in sent.collect::<Vec<_>>() {
        ids.push(one.await.expect("no panic"));
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    assert_eq!(firm.client.get(path).await.expect(200).body["total"], 1);
    let other_body = firm.client.post_once(path, demand(200), "key-1").await;
    assert_eq!(other_body.refused(422), "idempotency.mismatch");
    let bad_key = firm.client.post_once(path, demand(100), "not a key").await.expect(422);
    assert_eq!(bad_key.fields(), ["Idempotency-Key"]);
    // Another account's key of the same name is another key.
    let stranger = stage.enterprise(2).await;
    let theirs = stranger.client.post_once(path, demand(100), "key-1").await.expect(201).id();
    assert_ne!(theirs, ids[0]);
    stage.finish().await;
}

#[tokio::test]
async fn a_lost_answer_to_a_step_is_given_again() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let id = firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201).id();
    let path = format!("/api/enterprise/demands/{id}/submit");
    let body = json!({"authorization_version": 1});
    for _ in 0..2 {
        let sent = firm.client.if_match(1).post_once(&path, body.clone(), "submit-1").await.expect(200);
        assert_eq!(sent.body["state"], "reviewing");
    }
    let other_version = firm.client.if_match(2).post_once(&path, body.clone(), "submit-1").await;
    assert_eq!(other_version.refused(422), "idempotency.mismatch");
    assert_eq!(firm.client.if_match(1).post(&path, body).await.refused(409), "demands.wrong_state");
    stage.app.settle().await;
    let told = stage.operator.get("/api/messages").await.expect(200);
    let about =
        told.body["items"].as_array().expect("items").iter().filter(|m| m["kind"] == "demands.submitted").count();
    assert_eq!(about, 1);
    stage.finish().await;
}

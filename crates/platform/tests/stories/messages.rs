//! How readers are told: of each message, once a day, or not at all.

use crate::stage::{Member, Stage, code};
use chrono::TimeDelta;
use serde_json::{Value, json};

/// Somebody registers with the code of `known`, which is told so.
async fn claim(stage: &Stage, number: u32) {
    let mut input = Stage::registration("enterprise", number);
    input["uscc"] = json!(code(1));
    stage.registered(input).await;
    stage.app.settle().await;
}

async fn unread(known: &Member) -> Vec<String> {
    let list = known.client.get("/api/messages?unread=true&size=100").await.expect(200).body;
    let items = list["items"].as_array().expect("items").clone();
    items.iter().filter_map(|one| one["title"].as_str().map(str::to_owned)).collect()
}

async fn topic(known: &Member, name: &str) -> Value {
    let topics = known.client.get("/api/messages/topics").await.expect(200).body;
    topics.as_array().expect("topics").iter().find(|one| one["topic"] == name).expect("the topic").clone()
}

#[tokio::test]
async fn a_subject_can_be_quiet_or_told_once_a_day() {
    let stage = crate::stage::start().await;
    let known = stage.enterprise(1).await;
    stage.app.settle().await;
    known.client.post("/api/messages/read-all", json!({})).await.expect(204);
    let before = known.client.get("/api/messages").await.expect(200).body["total"].clone();
    assert_eq!(topic(&known, "organization").await, json!({"topic": "organization", "unread": 0, "way": "each"}));
    known.client.put("/api/messages/topics", json!({"topic": "organization", "way": "nonsense"})).await.expect(422);

    known.client.put("/api/messages/topics", json!({"topic": "organization", "way": "quiet"})).await.expect(204);
    claim(&stage, 2).await;
    assert_eq!(unread(&known).await, [""; 0]);
    let after = known.client.get("/api/messages").await.expect(200).body;
    assert_eq!(after["total"].as_i64(), before.as_i64().map(|before| before + 1), "it is in the list all the same");

    stage.app.clock.advance(TimeDelta::days(1));
    let known = stage.again(&known, 1).await;
    known.client.put("/api/messages/topics", json!({"topic": "organization", "way": "daily"})).await.expect(204);
    // Of the subject under which summaries come, too: they are told all the same.
    known.client.put("/api/messages/topics", json!({"topic": "platform", "way": "daily"})).await.expect(204);
    claim(&stage, 3).await;
    assert_eq!(unread(&known).await, [""; 0]);
    stage.app.clock.advance(TimeDelta::days(5));
    stage.app.settle().await;
    let known = stage.again(&known, 1).await;
    assert_eq!(unread(&known).await, ["消息汇总"]);
    let told = known.client.get("/api/messages?unread=true").await.expect(200).body["items"][0].clone();
    assert!(told["body"].as_str().is_some_and(|body| body.starts_with("单位与认证类消息有 1 条，")), "{told}");
    assert_eq!(told["link"], "/enterprise/messages?topic=organization");
    // Nothing came since, so nothing is summed up again; and each is told from now on.
    stage.app.clock.advance(TimeDelta::days(5));
    stage.app.settle().await;
    let known = stage.again(&known, 1).await;
    assert_eq!(unread(&known).await, ["消息汇总"]);
    known.client.put("/api/messages/topics", json!({"topic": "organization", "way": "each"})).await.expect(204);
    claim(&stage, 4).await;
    assert_eq!(unread(&known).await.len(), 2);
    known.client.post("/api/messages/read-all?topic=organization", json!({})).await.expect(204);
    assert_eq!(unread(&known).await, ["消息汇总"], "only those about the subject");
    assert_eq!(topic(&known, "platform").await["unread"], 1);
    stage.finish().await;
}

//! Reviewers take what waits in hand, so that two do not work at the same.

use crate::stage::staff;
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

async fn queue(client: &Client, filter: &str) -> Vec<Value> {
    let queue = client.get(&format!("/api/operator/reviews?state=waiting{filter}")).await.expect(200).body;
    queue["items"].as_array().expect("items").clone()
}

const NEXT: &str = "/api/operator/reviews/claims";

async fn take(client: &Client, count: u64) -> Reply {
    client.post(NEXT, json!({"kind": "organization", "count": count})).await
}

fn id_of(item: &Value) -> &str {
    item["id"].as_str().expect("an id")
}

#[tokio::test]
async fn what_a_reviewer_has_in_hand_nobody_else_decides() {
    let stage = crate::stage::start().await;
    let (other, _) = staff(&stage.app, Role::Operator, "reviewer-2", 7).await;
    let applicants = [stage.applicant("enterprise", 1).await, stage.applicant("enterprise", 2).await];
    let item = queue(&stage.operator, "").await.remove(0);
    assert_eq!(item["claim"], Value::Null);
    let claim = format!("/api/operator/reviews/{}/claim", id_of(&item));
    other.post(&claim, json!({})).await.expect(204);
    let seen = queue(&stage.operator, "").await.remove(0);
    assert_eq!(seen["claim"]["own"], false);
    let refused = stage.operator.post(&claim, json!({})).await.expect(409);
    assert_eq!(refused.body["code"], "reviews.claimed");
    assert!(refused.body["detail"].as_str().expect("words").contains(seen["claim"]["by"].as_str().expect("a name")));
    // Given back by somebody else it stays where it is.
    stage.operator.delete(&claim).await.expect(204);
    let held = applicants.iter().find(|one| item["subject_id"] == json!(one.org)).expect("one of the two");
    assert_eq!(stage.decide(held, 1, "approve", json!({})).await.refused(409), "reviews.claimed");
    assert_eq!((queue(&other, "&own=true").await.len(), queue(&stage.operator, "&own=true").await.len()), (1, 0));
    other.delete(&claim).await.expect(204);
    assert_eq!(queue(&other, "&own=true").await.len(), 0);
    stage.decide(held, 1, "approve", json!({})).await.expect(200);
    assert_eq!(other.post(&claim, json!({})).await.refused(409), "reviews.not_waiting");
    stage.finish().await;
}

#[tokio::test]
async fn a_claim_ends_by_itself_and_two_reviewers_take_different_ones() {
    let stage = crate::stage::start().await;
    stage.set("review_claim_minutes", 10).await;
    let (other, _) = staff(&stage.app, Role::Operator, "reviewer-2", 7).await;
    for number in 1..=3 {
        stage.applicant("enterprise", number).await;
    }
    assert_eq!(other.post(NEXT, json!({"count": 0})).await.expect(422).fields(), ["count"]);
    assert_eq!(other.post(NEXT, json!({"kind": "no", "count": 1})).await.expect(422).fields(), ["kind"]);
    let none = other.post(NEXT, json!({"kind": "certification", "count": 5})).await.expect(200).body;
    assert_eq!(none["claimed"], 0);
    let (two, rest) = tokio::join!(take(&other, 2), take(&stage.operator, 5));
    let (two, rest) = (two.expect(200).body, rest.expect(200).body);
    assert_eq!(two["claimed"].as_i64().zip(rest["claimed"].as_i64()).map(|(a, b)| a + b), Some(3), "{two} {rest}");
    let load = stage.operator.get("/api/operator/reviews/load").await.expect(200).body;
    let claimed: i64 = load.as_array().expect("reviewers").iter().filter_map(|one| one["claimed"].as_i64()).sum();
    assert_eq!(claimed, 3);
    stage.app.clock.advance(TimeDelta::minutes(11));
    assert_eq!(queue(&other, "&own=true").await.len(), 0);
    assert_eq!(take(&other, 20).await.expect(200).body["claimed"], 3);
    assert_eq!(stage.operator.get("/api/operator/reviews?own=true").await.expect(200).body["total"], 0);
    stage.applicant("enterprise", 4).await;
    assert_eq!(take(&stage.operator, 20).await.expect(200).body["claimed"], 1);
    stage.finish().await;
}

#[tokio::test]
async fn a_reviewer_has_only_so_many_in_hand() {
    let stage = crate::stage::start().await;
    stage.set("review_claims", 2).await;
    for number in 1..=3 {
        stage.applicant("enterprise", number).await;
    }
    assert_eq!(take(&stage.operator, 20).await.expect(200).body["claimed"], 2);
    assert_eq!(take(&stage.operator, 1).await.refused(409), "reviews.claimed_enough");
    let (own, others): (Vec<_>, Vec<_>) =
        queue(&stage.operator, "").await.into_iter().partition(|item| item["claim"]["own"] == true);
    let claim = |item: &Value| format!("/api/operator/reviews/{}/claim", id_of(item));
    let refused = stage.operator.post(&claim(&others[0]), json!({})).await;
    assert!(refused.body["detail"].as_str().is_some_and(|words| words.contains("2 项")), "{}", refused.body);
    assert_eq!(refused.refused(409), "reviews.claimed_enough");
    // What it has it may keep for as long again; what it gives back makes room.
    stage.operator.post(&claim(&own[0]), json!({})).await.expect(204);
    stage.operator.delete(&claim(&own[0])).await.expect(204);
    stage.operator.post(&claim(&others[0]), json!({})).await.expect(204);
    stage.finish().await;
}

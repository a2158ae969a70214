//! Every write, login, denial and sensitive view leaves exactly one row; and what the worker does when a reaction fails.

use crate::stage::{PASSWORD, Stage, demand, parts, staff};
use jinqiao_db::{Fact, Followers, Reaction, Tx, WorkerError};
use jinqiao_kernel::{Error, Role};
use jinqiao_testkit::{Client, Parts, TestApp};
use serde_json::{Value, json};

async fn rows(operator: &Client, query: &str) -> Vec<Value> {
    let page = operator.get(&format!("/api/operator/audit?size=100&{query}")).await.expect(200);
    page.body["items"].as_array().expect("items").clone()
}

#[tokio::test]
async fn every_deed_leaves_one_row() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    firm.client.post("/api/enterprise/demands", demand(100)).await.expect(201);
    firm.client.post("/api/enterprise/demands", json!({"amount": -1})).await.expect(422);
    firm.client.get("/api/operator/reviews").await.expect(403);
    let mut visitor = stage.app.visitor();
    visitor.login(json!({"login": "user-1", "password": "wrong password"})).await.expect(401);
    visitor.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    for (query, want) in [
        ("action=accounts.register", 1),
        ("action=organizations.approve", 1),
        ("action=enterprises.save_profile", 1),
        ("action=demands.create", 1),
        ("action=access.denied&result=denied", 1),
        ("action=accounts.login&result=failed", 1),
        ("action=accounts.login&result=ok&account=user-1", 2),
    ] {
        assert_eq!(rows(&stage.operator, query).await.len(), want, "{query}");
    }
    let created = &rows(&stage.operator, "action=demands.create").await[0];
    assert_eq!(created["action_text"], "新建融资需求");
    let actions = stage.operator.get("/api/operator/audit/actions").await.expect(200);
    let known = json!({"action": "demands.create", "text": "新建融资需求"});
    assert!(actions.body.as_array().expect("a list").contains(&known));
    assert_eq!(
        (created["organization_name"].as_str(), created["role"].as_str()),
        (Some(firm.name.as_str()), Some("enterprise"))
    );
    assert!(created["subject"].is_string() && created["request_id"].is_string());
    // Reading the trail is itself noted, and a supervisor may.
    let (supervisor, _) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    assert!(!rows(&supervisor, "action=audit.read").await.is_empty());
    firm.client.get("/api/operator/audit").await.expect(403);
    stage.finish().await;
}

fn failing() -> Parts {
    fn fail(_: Tx, _: Fact) -> jinqiao_db::ReactionFuture {
        Box::pin(async { Err(WorkerError::Fail(Error::internal("never works"))) })
    }
    let reactions = vec![Reaction::new("test.fails", |kind| kind == "demands.submitted", fail)];
    Parts { followers: Followers { reactions, ..Followers::default() }, ..parts() }
}

#[tokio::test]
async fn a_failing_reaction_is_parked_where_the_operator_sees_it() {
    let stage = Stage::on(TestApp::start(failing()).await).await;
    let firm = stage.enterprise(1).await;
    stage.submitted(&firm, 100).await;
    stage.submitted(&firm, 200).await;
    stage.app.settle().await;
    let jobs = stage.operator.get("/api/operator/jobs").await.expect(200);
    assert_eq!(jobs.body["total"], 2, "each parks only its own subject");
    let job = &jobs.body["items"][0];
    assert_eq!((job["parked"].as_bool(), job["fact_kind"].as_str()), (Some(true), Some("demands.submitted")));
    let id = job["id"].as_i64().expect("an id");
    stage.operator.post(&format!("/api/operator/jobs/{id}/retry"), json!({})).await.expect(204);
    stage.operator.post("/api/operator/jobs/999999/retry", json!({})).await.expect(404);
    firm.client.get("/api/operator/jobs").await.expect(403);
    stage.app.settle().await;
    assert_eq!(stage.app.db.jobs_left().await.expect("counted"), 2);
}

#[tokio::test]
async fn parameters_apply_at_once_within_their_limits() {
    let stage = crate::stage::start().await;
    let all = stage.operator.get("/api/operator/parameters").await.expect(200);
    let places = all.body.as_array().expect("a list").iter().find(|one| one["key"] == "live_orders").expect("listed");
    assert_eq!((&places["value"], &places["default"], &places["unit"]), (&json!(5), &json!(5), &json!("家")));
    let path = "/api/operator/parameters/live_orders";
    assert_eq!(stage.operator.put(path, json!({"value": 0})).await.expect(422).fields(), ["value"]);
    stage.operator.put(path, json!({"value": 1})).await.expect(200);
    stage.operator.put("/api/operator/parameters/unknown", json!({"value": 1})).await.expect(404);
    let firm = stage.enterprise(1).await;
    let demand = stage.published(&firm, 100).await;
    crate::stage::grab(&stage.institution(2).await, &demand, 100).await.expect(201);
    let full = crate::stage::grab(&stage.institution(3).await, &demand, 100).await;
    assert_eq!(full.refused(409), "orders.demand_full");
    stage.finish().await;
}

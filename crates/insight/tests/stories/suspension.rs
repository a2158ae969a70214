//! A firm or a bank is suspended: nobody of it gets in, what it offers is gone from view, and its orders stand still.

use crate::stage::{
    Member, PASSWORD, SUSPENSION_REASON, Stage, apply, code, decision, demand, grab, loan, offer, step,
    suspend_or_resume,
};
use jinqiao_kernel::DateTime;
use jinqiao_testkit::{Client, Reply};
use serde_json::{Value, json};

async fn at(stage: &Stage, moment: &str) {
    stage.app.clock.set(moment.parse::<DateTime>().expect("a time"));
    stage.app.settle().await;
}

async fn order(member: &Member, side: &str, id: &str) -> Value {
    member.client.get(&format!("/api/{side}/orders/{id}")).await.expect(200).body
}

async fn leave(member: &Member, side: &str, id: &str) -> Reply {
    let version = order(member, side, id).await["version"].clone();
    member.client.if_match(version).post(&format!("/api/{side}/orders/{id}/leave-held"), json!({})).await
}

async fn letters(client: &Client, title: &str) -> usize {
    let page = client.get("/api/messages?size=100").await.expect(200);
    page.body["items"].as_array().expect("items").iter().filter(|item| item["title"] == title).count()
}

async fn count(client: &Client, path: &str) -> i64 {
    client.get(path).await.expect(200).body["total"].as_i64().expect("a total")
}

#[tokio::test]
async fn a_suspended_firm_is_out_and_its_demands_are_out_of_sight() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let sub = stage.colleague(&firm, "bookkeeper", json!({})).await;
    let id = stage.published(&firm, 100).await;
    let waiting = stage.submitted(&firm, 50).await;
    assert_eq!(count(&bank.client, "/api/market/demands").await, 1);
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    for client in [&firm.client, &sub.client] {
        assert_eq!(client.get("/api/messages").await.refused(401), "auth.required");
    }
    // The right password is told why; a wrong one is told nothing.
    let login = |password: &str| json!({"login": "user-1", "password": password});
    let told = stage.app.visitor().login(login(PASSWORD)).await;
    assert!(told.body["detail"].as_str().expect("words").contains(SUSPENSION_REASON), "{}", told.body);
    assert_eq!(told.refused(403), "accounts.organization_suspended");
    assert_eq!(stage.app.visitor().login(login("wrong password")).await.refused(401), "accounts.bad_credentials");

    assert_eq!(count(&bank.client, "/api/market/demands").await, 0);
    assert_eq!(bank.client.get(&format!("/api/market/demands/{id}")).await.refused(404), "not_found");
    assert_eq!(grab(&bank, &id, 100).await.refused(404), "not_found");
    let overview = stage.app.visitor().get("/api/market/overview").await.expect(200).body.to_string();
    assert!(!overview.contains("\"count\":1"), "{overview}");
    let approve = json!({"public_text": "采购原材料，交付已签订单"});
    let path = format!("/api/operator/demands/{waiting}/approve");
    assert_eq!(stage.operator.if_match(3).post(&path, approve.clone()).await.refused(409), "organizations.suspended");
    assert_eq!(suspend_or_resume(&stage, &firm, "suspend").await.refused(409), "organizations.wrong_state");

    suspend_or_resume(&stage, &firm, "resume").await.expect(204);
    assert_eq!(count(&bank.client, "/api/market/demands").await, 1);
    grab(&other, &id, 100).await.expect(201);
    let firm = stage.again(&firm, 1).await;
    assert_eq!(letters(&firm.client, "单位已恢复使用").await, 1);
    let seen = stage.operator.get(&format!("/api/operator/demands/{waiting}")).await.expect(200).body;
    let version = seen["demand"]["version"].as_i64().or(seen["version"].as_i64()).expect("a version");
    stage.operator.if_match(version).post(&path, approve).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn the_products_of_a_suspended_bank_are_off_the_shelf() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let id = stage.shelved(&bank, loan("科技贷")).await;
    let shelf = stage.app.visitor();
    assert_eq!(count(&shelf, "/api/products").await, 1);
    suspend_or_resume(&stage, &bank, "suspend").await.expect(204);
    assert_eq!(count(&shelf, "/api/products").await, 0);
    assert_eq!(shelf.get(&format!("/api/products/{id}")).await.refused(404), "not_found");
    assert_eq!(apply(&firm, &id).await.refused(404), "not_found");
    suspend_or_resume(&stage, &bank, "resume").await.expect(204);
    assert_eq!(count(&shelf, "/api/products").await, 1);
    apply(&firm, &id).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn orders_stand_still_and_go_on_with_what_was_left() {
    let stage = crate::stage::start().await;
    // A Monday; three working days to choose.
    at(&stage, "2026-11-23T02:00:00Z").await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, id) = stage.order_in(&firm, &bank, "grabbed").await;
    at(&stage, "2026-11-24T02:00:00Z").await;
    let (firm, bank) = (stage.again(&firm, 1).await, stage.again(&bank, 2).await);
    assert_eq!(order(&firm, "enterprise", &id).await["due"]["at"], "2026-11-26T02:00:00Z");
    assert_eq!(leave(&firm, "enterprise", &id).await.refused(409), "orders.wrong_state");
    suspend_or_resume(&stage, &bank, "suspend").await.expect(204);
    let held = order(&firm, "enterprise", &id).await;
    assert_eq!((&held["held_since"], &held["due"]), (&json!("2026-11-24T02:00:00Z"), &Value::Null));
    assert_eq!(letters(&firm.client, "对接暂停办理").await, 1);
    assert_eq!(step(&firm, &id, "decline", json!({"reason": "计划有变"})).await.refused(409), "orders.held");

    // Long after the limit nothing has lapsed; two working days are left again.
    at(&stage, "2026-12-07T02:00:00Z").await;
    let firm = stage.again(&firm, 1).await;
    assert_eq!(order(&firm, "enterprise", &id).await["state"], "grabbed");
    suspend_or_resume(&stage, &bank, "resume").await.expect(204);
    let on = order(&firm, "enterprise", &id).await;
    assert_eq!((&on["held_since"], &on["due"]["at"]), (&Value::Null, &json!("2026-12-09T02:00:00Z")));
    at(&stage, "2026-12-09T02:00:00Z").await;
    let firm = stage.again(&firm, 1).await;
    assert_eq!(order(&firm, "enterprise", &id).await["state"], "expired_ent");
    stage.finish().await;
}

#[tokio::test]
async fn the_other_side_may_end_an_order_and_nothing_is_held_against_it() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let (_, id) = stage.order_in(&firm, &bank, "credit_review").await;
    let (_, second) = stage.order_in(&firm, &stage.institution(3).await, "contacting").await;
    stage.app.settle().await;
    let points = |client: Client| async move { client.get("/api/points").await.expect(200).body["balance"].clone() };
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    let before = points(bank.client.clone()).await;
    assert_eq!(step(&bank, &id, "approve", decision(100)).await.refused(409), "orders.held");
    leave(&bank, "institution", &id).await.expect(204);
    stage.app.settle().await;
    let ended = order(&bank, "institution", &id).await;
    assert_eq!((&ended["state"], &ended["held_since"]), (&json!("withdrawn"), &Value::Null));
    assert_eq!(points(bank.client.clone()).await, before);
    // Both sides suspended: the order waits until both are back.
    let other = stage.again(&stage_member(&stage, 3).await, 3).await;
    suspend_or_resume(&stage, &other, "suspend").await.expect(204);
    suspend_or_resume(&stage, &firm, "resume").await.expect(204);
    let firm = stage.again(&firm, 1).await;
    assert!(order(&firm, "enterprise", &second).await["held_since"].is_string());
    suspend_or_resume(&stage, &other, "resume").await.expect(204);
    assert_eq!(order(&firm, "enterprise", &second).await["held_since"], Value::Null);
    stage.finish().await;
}

/// The organisation with this number, as the operator finds it.
async fn stage_member(stage: &Stage, number: u32) -> Member {
    let code = code(number);
    let found = stage.operator.get(&format!("/api/operator/organizations?q={code}")).await.expect(200).body;
    let org = found["items"][0]["id"].as_str().expect("an id").to_owned();
    let name = found["items"][0]["name"].as_str().expect("a name").to_owned();
    Member { client: stage.app.visitor(), org, name }
}

#[tokio::test]
async fn what_was_only_offered_to_a_suspended_bank_goes_to_the_next() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    for one in [&bank, &other] {
        stage.shelved(one, loan("科技贷")).await;
    }
    stage.set("dispatch_institutions", 1).await;
    let id = stage.published(&firm, 100).await;
    stage.app.settle().await;
    let invited = |member: &Member| {
        let client = member.client.clone();
        async move { count(&client, "/api/institution/orders?state=invited").await }
    };
    let (first, next) = if invited(&bank).await == 1 { (&bank, &other) } else { (&other, &bank) };
    assert_eq!(invited(next).await, 0);
    suspend_or_resume(&stage, first, "suspend").await.expect(204);
    assert_eq!(invited(next).await, 1);
    // The firm's turn: what is offered to the next stands still, and cannot be taken.
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    let take = next.client.post(&format!("/api/market/demands/{id}/grab"), offer(100)).await;
    assert_eq!(take.refused(409), "organizations.suspended");
    suspend_or_resume(&stage, &firm, "resume").await.expect(204);
    next.client.post(&format!("/api/market/demands/{id}/grab"), offer(100)).await.expect(201);
    stage.finish().await;
}

#[tokio::test]
async fn a_demands_own_limit_stands_still() {
    let stage = crate::stage::start().await;
    at(&stage, "2026-11-23T02:00:00Z").await;
    let firm = stage.enterprise(1).await;
    let made = stage.submitted_as(&firm, demand(80)).await;
    let give_back = json!({"defects": [{"field": "use_text", "message": "请写明资金用途"}]});
    stage.operator.if_match(2).post(&format!("/api/operator/demands/{made}/return"), give_back).await.expect(200);
    at(&stage, "2026-11-24T02:00:00Z").await;
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    // Ten working days were given, nine are left.
    at(&stage, "2026-12-28T02:00:00Z").await;
    suspend_or_resume(&stage, &firm, "resume").await.expect(204);
    let firm = stage.again(&firm, 1).await;
    let view = firm.client.get(&format!("/api/enterprise/demands/{made}")).await.expect(200).body;
    assert_eq!(view["state"], "returned");
    at(&stage, "2027-01-11T01:59:00Z").await;
    let firm = stage.again(&firm, 1).await;
    let view = firm.client.get(&format!("/api/enterprise/demands/{made}")).await.expect(200).body;
    assert_eq!(view["state"], "returned", "1 January is a holiday");
    stage.finish().await;
}

#[tokio::test]
async fn the_operator_and_departments_are_not_suspended() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let found = stage.operator.get("/api/operator/organizations?kind=operator").await.expect(200).body;
    let own = &found["items"][0];
    assert_eq!(own["suspendable"], false);
    let path = format!("/api/operator/organizations/{}/suspend", own["id"].as_str().expect("an id"));
    let body = json!({"reason": SUSPENSION_REASON});
    assert_eq!(
        stage.operator.if_match(&own["version"]).post(&path, body.clone()).await.refused(409),
        "organizations.not_suspendable"
    );
    assert_eq!(suspend_or_resume(&stage, &firm, "resume").await.refused(409), "organizations.wrong_state");
    firm.client.if_match(&own["version"]).post(&path, body).await.expect(403);
    stage.finish().await;
}

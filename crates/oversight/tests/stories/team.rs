//! Sub-accounts and units, arranged by the primary account.

use crate::stage::{Member, PASSWORD, unit};
use chrono::TimeDelta;
use serde_json::{Value, json};

async fn team(member: &Member) -> Value {
    member.client.get("/api/team").await.expect(200).body
}

fn find(list: &Value, field: &str, value: &str) -> Value {
    let all = list.as_array().expect("a list").iter().find(|item| item[field] == value).cloned();
    all.unwrap_or_else(|| panic!("no {field} {value} in {list}"))
}

async fn account(member: &Member, login: &str) -> String {
    find(&team(member).await["accounts"], "login", login)["id"].as_str().expect("an id").to_owned()
}

#[tokio::test]
async fn a_sub_account_begins_with_its_own_password() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let unit = unit(&bank, "高新支行").await;
    let input =
        json!({"login": "Wang.Li", "name": "王丽", "mobile": "13912345678", "unit_id": unit, "access": "handle"});
    for (field, value) in
        [("login", "a b"), ("name", ""), ("mobile", "12345"), ("unit_id", "01a20aaa-0000-7000-8000-000000000000")]
    {
        let mut wrong = input.clone();
        wrong[field] = json!(value);
        let reply = bank.client.post("/api/team/accounts", wrong).await.expect(422);
        assert_eq!(reply.fields(), [field]);
    }
    let made = bank.client.post("/api/team/accounts", input.clone()).await.expect(201);
    let again = bank.client.post("/api/team/accounts", input).await.expect(422);
    assert_eq!(again.fields(), ["login"]);
    let seen = find(&team(&bank).await["accounts"], "login", "wang.li");
    assert_eq!((&seen["mobile_masked"], &seen["password_due"]), (&json!("139****5678"), &json!(true)));

    let once = made.body["password"].as_str().expect("a password").to_owned();
    let mut sub = stage.app.visitor();
    let session = sub.login(json!({"login": "wang.li", "password": once})).await.expect(200);
    assert_eq!(session.body["me"]["password_due"], true);
    for closed in ["/api/institution/orders", "/api/messages", "/api/registration", "/api/team"] {
        assert_eq!(sub.get(closed).await.refused(403), "auth.forbidden", "{closed}");
    }
    let same = sub.post("/api/account/password", json!({"current": once, "new": once})).await.expect(422);
    assert_eq!(same.fields(), ["new"]);
    sub.post("/api/account/password", json!({"current": once, "new": PASSWORD})).await.expect(204);
    assert_eq!(sub.get("/api/institution/orders").await.refused(403), "agreements.outdated");
    crate::stage::agree(&stage.app, "wang.li").await;
    sub.get("/api/institution/orders").await.expect(200);
    assert_eq!(sub.get("/api/team").await.refused(403), "auth.forbidden", "only the primary account sees the team");

    // A new one-time password ends the sessions, and is void after a week.
    let id = account(&bank, "wang.li").await;
    let reset = bank.client.post(&format!("/api/team/accounts/{id}/reset-password"), json!({})).await.expect(200);
    assert_eq!(sub.get("/api/institution/orders").await.refused(401), "auth.required");
    stage.app.clock.advance(TimeDelta::days(7));
    let late = stage.app.visitor().login(json!({"login": "wang.li", "password": reset.body["password"]})).await;
    assert_eq!(late.refused(401), "accounts.password_expired");
    stage.finish().await;
}

#[tokio::test]
async fn the_operator_bounds_the_number_of_sub_accounts() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    stage.operator.put("/api/operator/parameters/enterprise_sub_accounts", json!({"value": 1})).await.expect(200);
    stage.colleague(&firm, "first-sub", json!({})).await;
    let root = team(&firm).await["units"][0]["id"].clone();
    let second =
        json!({"login": "second-sub", "name": "李四", "mobile": "13912345678", "unit_id": root, "access": "read"});
    assert_eq!(firm.client.post("/api/team/accounts", second.clone()).await.refused(409), "accounts.quota_full");
    // A disabled one makes room, and cannot come back while the place is taken.
    let first = account(&firm, "first-sub").await;
    firm.client.post(&format!("/api/team/accounts/{first}/disable"), json!({})).await.expect(200);
    firm.client.post("/api/team/accounts", second).await.expect(201);
    let back = firm.client.post(&format!("/api/team/accounts/{first}/enable"), json!({})).await;
    assert_eq!(back.refused(409), "accounts.quota_full");
    let now = team(&firm).await;
    assert_eq!((&now["quota"], &now["used"]), (&json!(1), &json!(1)));
    stage.finish().await;
}

#[tokio::test]
async fn twenty_at_once_do_not_pass_the_quota() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let root = team(&firm).await["units"][0]["id"].clone();
    let add = |number: usize| {
        let login = format!("rush-{number}");
        let input =
            json!({"login": login, "name": "王五", "mobile": "13912345678", "unit_id": root, "access": "handle"});
        let client = firm.client.clone();
        async move { client.post("/api/team/accounts", input).await.status.as_u16() }
    };
    let mut answers = futures_util::future::join_all((0..20).map(add)).await;
    answers.sort_unstable();
    assert_eq!(answers, [vec![201; 5], vec![409; 15]].concat());
    assert_eq!(team(&firm).await["used"], 5);
    stage.finish().await;
}

#[tokio::test]
async fn a_disabled_account_is_out_at_once() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let sub = stage.colleague(&firm, "out-soon", json!({})).await;
    sub.client.get("/api/enterprise/demands").await.expect(200);
    let id = account(&firm, "out-soon").await;
    firm.client.post(&format!("/api/team/accounts/{id}/disable"), json!({})).await.expect(200);
    assert_eq!(sub.client.get("/api/enterprise/demands").await.refused(401), "auth.required");
    let login = json!({"login": "out-soon", "password": PASSWORD});
    assert_eq!(stage.app.visitor().login(login.clone()).await.refused(401), "accounts.bad_credentials");
    firm.client.post(&format!("/api/team/accounts/{id}/enable"), json!({})).await.expect(200);
    stage.app.visitor().login(login).await.expect(200);
    // The primary account itself cannot be shut out from here, nor an account of somebody else.
    let own = account(&firm, "user-1").await;
    let locked_out = firm.client.post(&format!("/api/team/accounts/{own}/disable"), json!({})).await;
    assert_eq!(locked_out.refused(409), "accounts.primary");
    let other = stage.enterprise(2).await;
    let foreign = other.client.post(&format!("/api/team/accounts/{id}/disable"), json!({})).await;
    assert_eq!(foreign.refused(404), "not_found");
    stage.finish().await;
}

#[tokio::test]
async fn a_read_only_account_changes_nothing() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let demand = stage.submitted(&firm, 100).await;
    let reader = stage.colleague(&firm, "reader-one", json!({"access": "read"})).await;
    reader.client.get(&format!("/api/enterprise/demands/{demand}")).await.expect(200);
    let withdraw =
        reader.client.if_match(2).post(&format!("/api/enterprise/demands/{demand}/withdraw"), json!({})).await;
    assert_eq!(withdraw.refused(403), "access.read_only");
    assert_eq!(reader.client.upload("a.pdf", "%PDF-1.4").await.refused(403), "access.read_only");
    // Its own affairs stay its own.
    stage.app.settle().await;
    reader.client.post("/api/messages/read-all", json!({})).await.expect(204);
    // In force with the next request, without logging in again.
    let id = account(&firm, "reader-one").await;
    let root = team(&firm).await["units"][0]["id"].clone();
    let change = json!({"name": "王五", "mobile": null, "unit_id": root, "access": "handle"});
    firm.client.put(&format!("/api/team/accounts/{id}"), change).await.expect(200);
    reader
        .client
        .if_match(2)
        .post(&format!("/api/enterprise/demands/{demand}/withdraw"), json!({"reason": "计划有变"}))
        .await
        .expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn the_primary_account_goes_to_a_colleague() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let heir = stage.colleague(&bank, "heir-one", json!({})).await;
    stage.colleague(&bank, "reader-one", json!({"access": "read"})).await;
    let (heir_id, reader_id) = (account(&bank, "heir-one").await, account(&bank, "reader-one").await);
    let path = format!("/api/team/accounts/{heir_id}/make-primary");
    let wrong = bank.client.post(&path, json!({"password": "not mine at all"})).await.expect(422);
    assert_eq!(wrong.fields(), ["password"]);
    let reader = format!("/api/team/accounts/{reader_id}/make-primary");
    assert_eq!(bank.client.post(&reader, json!({"password": PASSWORD})).await.refused(409), "accounts.not_suited");
    bank.client.post(&path, json!({"password": PASSWORD})).await.expect(204);
    assert_eq!(bank.client.get("/api/team").await.refused(403), "auth.forbidden");
    let now = heir.client.get("/api/team").await.expect(200).body;
    let primaries = now["accounts"].as_array().expect("accounts").iter().filter(|account| account["primary"] == true);
    assert_eq!(primaries.count(), 1);
    assert_eq!(bank.client.post(&path, json!({"password": PASSWORD})).await.refused(403), "auth.forbidden");
    stage.finish().await;
}

#[tokio::test]
async fn units_are_a_tree_that_closes_from_below() {
    let stage = crate::stage::start().await;
    let bank = stage.institution(1).await;
    let branch = unit(&bank, "甲分行").await;
    let below = json!({"parent_id": branch, "name": "一支行"});
    let made = bank.client.post("/api/team/units", below.clone()).await.expect(201);
    let sub_branch = find(&made.body["units"], "name", "一支行")["id"].as_str().expect("an id").to_owned();
    assert_eq!(bank.client.post("/api/team/units", below).await.expect(422).fields(), ["name"]);
    let branch = branch.as_str().expect("an id");
    let close = |id: &str| format!("/api/team/units/{id}/close");
    assert_eq!(bank.client.post(&close(branch), json!({})).await.refused(409), "organizations.unit_in_use");
    stage.colleague(&bank, "desk-one", json!({"unit_id": sub_branch})).await;
    assert_eq!(bank.client.post(&close(&sub_branch), json!({})).await.refused(409), "organizations.unit_in_use");
    let desk = account(&bank, "desk-one").await;
    bank.client.post(&format!("/api/team/accounts/{desk}/disable"), json!({})).await.expect(200);
    bank.client.post(&close(&sub_branch), json!({})).await.expect(200);
    let back = bank.client.post(&format!("/api/team/accounts/{desk}/enable"), json!({})).await;
    assert_eq!(back.refused(409), "organizations.unit_closed");
    bank.client.put(&format!("/api/team/units/{branch}"), json!({"name": "甲中心支行"})).await.expect(200);
    bank.client.post(&close(branch), json!({})).await.expect(200);
    let units = team(&bank).await["units"].clone();
    let root = find(&units, "name", &bank.name)["id"].as_str().expect("an id").to_owned();
    assert_eq!(bank.client.post(&close(&root), json!({})).await.refused(409), "organizations.root_unit");
    let other = stage.institution(2).await;
    let theirs = other.client.put(&format!("/api/team/units/{root}"), json!({"name": "别家"})).await;
    assert_eq!(theirs.refused(404), "not_found");
    stage.finish().await;
}

#[tokio::test]
async fn the_work_log_shows_the_own_people_only() {
    let stage = crate::stage::start().await;
    let (firm, bank, other) = (stage.enterprise(1).await, stage.institution(2).await, stage.institution(3).await);
    let sub = stage.colleague(&bank, "busy-one", json!({})).await;
    let (_, order) = stage.order_in(&firm, &sub, "due_diligence").await;
    stage.order_in(&firm, &other, "grabbed").await;
    let id = account(&bank, "busy-one").await;
    let log = bank.client.get(&format!("/api/team/log?account={id}&size=50")).await.expect(200).body;
    let rows = log["items"].as_array().expect("rows");
    let contact = rows.iter().find(|row| row["action"] == "orders.contact").expect("the first contact");
    assert_eq!(contact["about"]["id"], order.as_str());
    assert!(contact["about"]["called"].as_str().is_some_and(|no| no.starts_with("DJ")), "{contact}");
    assert!(rows.iter().all(|row| row["account_id"] == id.as_str() && row.get("address").is_none()));
    let whole = bank.client.get("/api/team/log?size=100").await.expect(200);
    let text = String::from_utf8_lossy(&whole.bytes).into_owned();
    assert!(text.contains("accounts.add_sub"), "{text}");
    let strangers = account(&other, "user-3").await;
    let foreign = bank.client.get(&format!("/api/team/log?account={strangers}")).await.expect(200).body;
    assert_eq!(foreign["total"], 0);
    assert_eq!(sub.client.get("/api/team/log").await.refused(403), "auth.forbidden");
    stage.finish().await;
}

//! The operator disables and enables anybody's account and ends its sessions; nobody does it to themselves or to the last.

use crate::stage::{ACCOUNT_REASON, Member, PASSWORD, Stage, account, deed, register, reset_of, staff};
use axum::body::Body;
use http_body_util::BodyExt;
use jinqiao_kernel::Role;
use jinqiao_platform::accounts::{PasswordHasher, console_authenticator, console_disable, console_password};
use jinqiao_testkit::Client;
use serde_json::{Value, json};
use std::time::Duration;

async fn detail(operator: &Client, login: &str) -> Value {
    let id = account(operator, login).await;
    operator.get(&format!("/api/operator/accounts/{id}")).await.expect(200).body
}

async fn audited(operator: &Client, action: &str) -> Vec<Value> {
    let page = operator.get(&format!("/api/operator/audit?size=100&action={action}")).await.expect(200);
    page.body["items"].as_array().expect("items").clone()
}

async fn titles(client: &Client) -> Vec<String> {
    let page = client.get("/api/messages?size=100").await.expect(200);
    let items = page.body["items"].as_array().expect("items").clone();
    items.iter().map(|item| item["title"].as_str().expect("a title").to_owned()).collect()
}

fn login(name: &str) -> Value {
    json!({"login": name, "password": PASSWORD})
}

#[tokio::test]
async fn a_disabled_account_of_any_role_is_out_with_its_next_request() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    let sub = stage.colleague(&bank, "officer", json!({})).await;
    let (government, _) = staff(&stage.app, Role::Government, "clerk", 90_002).await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    for (name, client) in
        [("user-1", &firm.client), ("officer", &sub.client), ("clerk", &government), ("operator-two", &second)]
    {
        client.get("/api/messages").await.expect(200);
        let done = deed(&stage.operator, name, "disable").await.expect(200).body;
        assert_eq!(
            (&done["account"]["state"], &done["disabled_reason"]),
            (&json!("disabled"), &json!(ACCOUNT_REASON)),
            "{name}"
        );
        assert_eq!(client.get("/api/messages").await.refused(401), "auth.required", "{name}");
        let again = stage.app.visitor().login(login(name)).await;
        assert_eq!(again.refused(401), "accounts.bad_credentials", "{name}");
        assert_eq!(deed(&stage.operator, name, "disable").await.refused(409), "accounts.wrong_state");
        assert_eq!(deed(&stage.operator, name, "end-sessions").await.refused(409), "accounts.wrong_state");
    }
    stage.app.settle().await;
    assert!(
        titles(&bank.client).await.contains(&"账号已停用".to_owned()),
        "the primary account hears of its colleague"
    );
    // What the platform has disabled, the primary account does not enable.
    let officer = account(&stage.operator, "officer").await;
    let enable = bank.client.post(&format!("/api/team/accounts/{officer}/enable"), json!({})).await;
    assert_eq!(enable.refused(409), "accounts.disabled_by_platform");
    deed(&stage.operator, "officer", "enable").await.expect(200);
    let mut back = stage.app.visitor();
    back.login(login("officer")).await.expect(200);
    assert_eq!(deed(&stage.operator, "officer", "enable").await.refused(409), "accounts.wrong_state");
    stage.app.settle().await;
    assert!(titles(&back).await.contains(&"账号已启用".to_owned()));
    let rows = audited(&stage.operator, "accounts.disable").await;
    assert_eq!(rows.iter().filter(|row| row["detail"] == ACCOUNT_REASON).count(), 4, "with the reason");
    let told = detail(&stage.operator, "officer").await;
    let told: Vec<_> = told["timeline"].as_array().expect("lines").iter().map(|line| line["text"].clone()).collect();
    assert_eq!(told, ["停用账号", "启用账号"]);
    stage.finish().await;
}

#[tokio::test]
async fn nobody_does_it_to_themselves_and_without_a_reason_nobody_at_all() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let (own, others) = (account(&stage.operator, "operator-one").await, account(&stage.operator, "user-1").await);
    for action in ["disable", "enable", "end-sessions", "reset"] {
        let ask = |id: &str, reason: &str| {
            let mut body = if action == "reset" { reset_of("password") } else { json!({}) };
            body["reason"] = json!(reason);
            let (operator, path) = (stage.operator.clone(), format!("/api/operator/accounts/{id}/{action}"));
            async move { operator.post(&path, body).await }
        };
        assert_eq!(ask(&own, ACCOUNT_REASON).await.refused(403), "accounts.own_account", "{action}");
        assert_eq!(ask(&others, "无").await.expect(422).fields(), ["reason"], "{action}");
    }
    let own = detail(&stage.operator, "operator-one").await;
    assert!(own["actions"].as_array().expect("actions").iter().all(|action| action["allowed"] == false), "{own}");
    firm.client.get("/api/operator/accounts").await.expect(403);
    stage.finish().await;
}

#[tokio::test]
async fn of_two_who_disable_each_other_one_is_left() {
    for round in 0..6 {
        let stage = crate::stage::start().await;
        let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
        let (one, two) =
            (account(&stage.operator, "operator-one").await, account(&stage.operator, "operator-two").await);
        let disable = |client: Client, id: String| async move {
            let path = format!("/api/operator/accounts/{id}/disable");
            client.post(&path, json!({"reason": ACCOUNT_REASON})).await.status.as_u16()
        };
        let mut answers: Vec<u16> = futures_util::future::join_all([
            disable(stage.operator.clone(), two.clone()),
            disable(second.clone(), one.clone()),
        ])
        .await;
        answers.sort_unstable();
        assert_eq!(answers[0], 200, "round {round}: {answers:?}");
        assert!([401, 409].contains(&answers[1]), "round {round}: {answers:?}");
        let mut left = 0;
        for client in [&stage.operator, &second] {
            left += u32::from(client.get("/api/operator/accounts").await.status == 200);
        }
        assert_eq!(left, 1, "round {round}");
        stage.finish().await;
    }
}

#[tokio::test]
async fn the_last_operator_stays_at_the_console_too() {
    let stage = crate::stage::start().await;
    let db = &stage.app.db;
    let last = console_disable(db, "operator-one").await.expect_err("the last one");
    assert_eq!(last.code(), "accounts.last_operator");
    // One who cannot log in does not count.
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    console_disable(db, "OPERATOR-TWO").await.expect("another is left");
    second.get("/api/operator/accounts").await.expect(401);
    assert!(console_disable(db, "operator-one").await.is_err());
    assert!(console_disable(db, "nobody").await.is_err());
    let rows = audited(&stage.operator, "accounts.console_disable").await;
    assert_eq!(rows.len(), 1, "what was refused was not done");
    assert_eq!((&rows[0]["account_no"], &rows[0]["address"]), (&Value::Null, &json!("console")));
    stage.finish().await;
}

#[tokio::test]
async fn the_console_lets_people_back_in() {
    let stage = crate::stage::start().await;
    let hasher = PasswordHasher::new(&stage.app.settings);
    let once = console_password(&stage.app.db, &hasher, "operator-one").await.expect("a password");
    stage.operator.get("/api/messages").await.expect(401);
    let made = console_authenticator(&stage.app.db, &stage.app.vault, "operator-one").await.expect("a seed");
    let totp = totp_rs::Totp::from_url(&made.url).expect("an authenticator");
    let now = u64::try_from(stage.app.db.world().now().timestamp()).expect("after 1970");
    let mut back = stage.app.visitor();
    let code = totp.generate(now).to_string();
    let body = json!({"login": "operator-one", "password": once, "totp": code});
    let session = back.login(body).await.expect(200);
    assert_eq!(session.body["me"]["password_due"], true, "another must be chosen");
    back.get("/api/operator/accounts").await.expect(403);
    back.post("/api/account/password", json!({"current": once, "new": "another horse battery"})).await.expect(204);
    back.get("/api/operator/accounts").await.expect(200);
    // After 72 hours a one-time password opens nothing.
    let late = console_password(&stage.app.db, &hasher, "operator-one").await.expect("a password");
    stage.app.clock.advance(chrono::TimeDelta::hours(72));
    let body = json!({"login": "operator-one", "password": late, "totp": made.recovery_codes[0]});
    assert_eq!(stage.app.visitor().login(body).await.refused(401), "accounts.password_expired");
    an_enterprise_has_no_authenticator(&stage).await;
    stage.finish().await;
}

async fn an_enterprise_has_no_authenticator(stage: &Stage) {
    let input = Stage::registration("enterprise", 7);
    register(&stage.app.visitor(), input).await.expect(201);
    assert!(console_authenticator(&stage.app.db, &stage.app.vault, "user-7").await.is_err());
}

/// What comes next on the stream; `Err` when it ends.
async fn next(stream: &mut Body) -> Result<String, ()> {
    let frame = tokio::time::timeout(Duration::from_secs(5), stream.frame()).await.expect("within five seconds");
    let frame = frame.ok_or(())?.map_err(|_| ())?;
    Ok(String::from_utf8(frame.into_data().expect("data").to_vec()).expect("text"))
}

/// The stream of `member` ends within five seconds of `deed`.
async fn ends(member: &Client, deed: impl Future<Output = ()>) {
    let (status, mut stream) = member.open("/api/live").await;
    assert_eq!(status, 200);
    // The first look only remembers where it stands.
    tokio::time::sleep(Duration::from_millis(1_200)).await;
    deed.await;
    while next(&mut stream).await.is_ok() {}
}

#[tokio::test]
async fn open_streams_end_with_the_sessions() {
    let stage = crate::stage::start().await;
    let db = stage.app.db.clone();
    let watcher = tokio::spawn(async move { db.watch().await });
    let firm = stage.enterprise(1).await;
    let sub = stage.colleague(&firm, "out-soon", json!({})).await;
    let act = |login: &'static str, action: &'static str| {
        let operator = stage.operator.clone();
        async move { drop(deed(&operator, login, action).await.expect(200)) }
    };
    ends(&sub.client, act("out-soon", "end-sessions")).await;
    assert_eq!(sub.client.get("/api/messages").await.refused(401), "auth.required");
    let mut again = stage.app.visitor();
    again.login(login("out-soon")).await.expect(200);
    ends(&again, act("out-soon", "disable")).await;
    // Inside the organisation it is the same.
    act("out-soon", "enable").await;
    again.login(login("out-soon")).await.expect(200);
    let id = account(&stage.operator, "out-soon").await;
    let primary = firm.client.clone();
    ends(&again, async move {
        primary.post(&format!("/api/team/accounts/{id}/disable"), json!({})).await.expect(200);
    })
    .await;
    ends(&firm.client, suspend(&stage, &firm)).await;
    stage.app.db.end_streams();
    watcher.abort();
    let _ = watcher.await;
    stage.finish().await;
}

async fn suspend(stage: &Stage, member: &Member) {
    let path = format!("/api/operator/organizations/{}", member.org);
    let seen = stage.operator.get(&path).await.expect(200);
    let body = json!({"reason": "涉嫌提供虚假材料"});
    stage
        .operator
        .if_match(&seen.body["organization"]["version"])
        .post(&format!("{path}/suspend"), body)
        .await
        .expect(204);
}

#[tokio::test]
async fn the_list_finds_accounts_and_shows_no_more_than_it_takes() {
    let stage = crate::stage::start().await;
    let (firm, bank) = (stage.enterprise(1).await, stage.institution(2).await);
    stage.colleague(&bank, "officer", json!({"name": "王丽", "mobile": "13912345678"})).await;
    let found = |query: &str| {
        let (client, path) = (stage.operator.clone(), format!("/api/operator/accounts?{query}"));
        async move {
            let page = client.get(&path).await.expect(200).body;
            let mut logins: Vec<String> = page["items"]
                .as_array()
                .expect("items")
                .iter()
                .map(|item| item["login"].as_str().expect("a login").to_owned())
                .collect();
            logins.sort_unstable();
            logins
        }
    };
    let encoded = percent(&bank.name);
    let named = percent("王丽");
    for (query, want) in [
        ("q=user-1".to_owned(), vec!["user-1"]),
        ("q=OFFIC".to_owned(), vec!["officer"]),
        (format!("q={named}"), vec!["officer"]),
        (format!("q={encoded}"), vec!["officer", "user-2"]),
        ("role=operator".to_owned(), vec!["operator-one"]),
        ("role=institution&state=active".to_owned(), vec!["officer", "user-2"]),
        ("state=disabled".to_owned(), vec![]),
        ("q=nobody-has-this".to_owned(), vec![]),
    ] {
        assert_eq!(found(&query).await, want, "{query}");
    }
    let seen = detail(&stage.operator, "officer").await;
    let no = seen["account"]["no"].as_str().expect("a number").to_owned();
    assert_eq!(found(&format!("q={no}")).await, ["officer"]);
    assert_eq!(seen["mobile_masked"], "139****5678");
    assert_eq!(seen["sessions"].as_array().expect("sessions").len(), 1);
    let text = seen.to_string();
    assert!(!text.contains("13912345678") && !text.contains("address") && !text.contains("password\":\""), "{text}");
    let page = stage.operator.get("/api/operator/accounts?size=2&page=2").await.expect(200).body;
    assert_eq!((&page["total"], page["items"].as_array().expect("items").len()), (&json!(4), 2));
    assert_eq!(stage.operator.get("/api/operator/accounts?size=1000").await.expect(422).fields(), ["size"]);
    let _ = firm;
    stage.finish().await;
}

/// As it stands in an address.
fn percent(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

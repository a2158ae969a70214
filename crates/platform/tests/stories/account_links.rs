//! Links that work once: a new password, and a new authenticator that two operators agree about.

use crate::stage::{PASSWORD, Stage, account, deed, reset, reset_of, staff, suspend_or_resume};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use jinqiao_testkit::{Client, Reply};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};

const NEW: &str = "quite another battery";

fn token(reply: &Reply) -> String {
    let url = reply.body["link"]["url"].as_str().expect("an address");
    url.split_once("/account-link#").expect("the token stands behind #").1.to_owned()
}

async fn link((first, second): (&Client, &Client), login: &str) -> String {
    token(&reset(first, second, login, "password").await)
}

async fn look(stage: &Stage, token: &str) -> Reply {
    stage.app.visitor().post("/api/account-links/look", json!({"token": token})).await
}

async fn choose(stage: &Stage, token: &str, password: &str) -> Reply {
    stage.app.visitor().post("/api/account-links/password", json!({"token": token, "password": password})).await
}

#[tokio::test]
async fn a_new_password_by_a_link_that_works_once() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    let both = (&stage.operator, &second);
    let firm = stage.enterprise(1).await;
    let first = link(both, "user-1").await;
    firm.client.get("/api/messages").await.expect(200);
    let seen = look(&stage, &first).await.expect(200).body;
    assert_eq!((&seen["kind"], &seen["login"], &seen["key"]), (&json!("password"), &json!("user-1"), &Value::Null));
    // A newer link takes its place.
    let next = link(both, "user-1").await;
    assert_eq!(look(&stage, &first).await.refused(404), "accounts.link_void");
    let weak = choose(&stage, &next, "password").await.expect(422);
    assert_eq!(weak.fields()[0], "password");
    choose(&stage, &next, NEW).await.expect(204);
    assert_eq!(choose(&stage, &next, NEW).await.refused(404), "accounts.link_void", "once");
    firm.client.get("/api/messages").await.expect(401);
    let mut back = stage.app.visitor();
    back.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(401);
    back.login(json!({"login": "user-1", "password": NEW})).await.expect(200);
    // It is void after a day, and with the account.
    let third = link(both, "user-1").await;
    stage.app.clock.advance(TimeDelta::hours(24));
    assert_eq!(choose(&stage, &third, NEW).await.refused(404), "accounts.link_void");
    let late = operator_again(&stage).await;
    let (later, _) = staff(&stage.app, Role::Operator, "operator-later", 90_010).await;
    let fourth = link((&late, &later), "user-1").await;
    deed(&late, "user-1", "disable").await.expect(200);
    assert_eq!(choose(&stage, &fourth, NEW).await.refused(404), "accounts.link_void");
    assert_eq!(look(&stage, "0123456789abcdef").await.refused(404), "accounts.link_void");
    // Nowhere is a token kept.
    for table in ["account_links", "audit_rows", "facts", "once_keys", "messages"] {
        let all = dump(&stage, table).await;
        assert!([&first, &next, &third, &fourth].iter().all(|token| !all.contains(token.as_str())), "{table}");
    }
    stage.finish().await;
}

#[tokio::test]
async fn one_password_is_chosen_by_two_at_once() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    stage.enterprise(1).await;
    let token = &link((&stage.operator, &second), "user-1").await;
    let mut answers: Vec<u16> = futures_util::future::join_all((0..4).map(|number| {
        let stage = &stage;
        async move { choose(stage, token, &format!("{NEW} {number}")).await.status.as_u16() }
    }))
    .await;
    answers.sort_unstable();
    assert_eq!(answers, [204, 404, 404, 404]);
    stage.finish().await;
}

#[tokio::test]
async fn a_new_authenticator_takes_two_operators_and_the_person() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    let (clerk, old) = staff(&stage.app, Role::Government, "clerk", 90_004).await;
    stage.enterprise(1).await;
    let firms = format!("/api/operator/accounts/{}/reset", account(&stage.operator, "user-1").await);
    let refused = stage.operator.post(&firms, reset_of("authenticator")).await;
    assert_eq!(refused.refused(409), "accounts.no_authenticator");
    let id = account(&stage.operator, "clerk").await;
    let path = format!("/api/operator/accounts/{id}/reset");
    let ask = reset_of("authenticator");
    assert_eq!(second.post(&format!("{path}/approve"), json!({})).await.refused(409), "accounts.wrong_state");
    stage.operator.post(&path, ask.clone()).await.expect(200);
    assert_eq!(second.post(&path, ask.clone()).await.refused(409), "accounts.reset_open");
    // Not the one who asked …
    assert_eq!(stage.operator.post(&format!("{path}/approve"), json!({})).await.refused(403), "accounts.same_person");
    assert_eq!(second.delete(&path).await.refused(403), "accounts.other_person");
    // … and what was refused or taken back has to be asked for again.
    second.post(&format!("{path}/refuse"), json!({"reason": "请先核实身份"})).await.expect(200);
    stage.operator.post(&path, ask.clone()).await.expect(200);
    stage.operator.delete(&path).await.expect(200);
    stage.operator.post(&path, ask).await.expect(200);
    let token = token(&second.post(&format!("{path}/approve"), json!({})).await.expect(201));
    clerk.get("/api/messages").await.expect(200);

    let seen = look(&stage, &token).await.expect(200).body;
    let totp = totp_rs::Totp::from_url(seen["otpauth"].as_str().expect("an address")).expect("an authenticator");
    assert!(seen["otpauth"].as_str().expect("text").contains(seen["key"].as_str().expect("a key")));
    let now = || u64::try_from(stage.app.db.world().now().timestamp()).expect("after 1970");
    let enrol = |password: &str, code: &str| {
        let body = json!({"token": token, "password": password, "code": code});
        let visitor = stage.app.visitor();
        async move { visitor.post("/api/account-links/authenticator", body).await }
    };
    let code = totp.generate(now()).to_string();
    assert_eq!(enrol("not the password", &code).await.expect(422).fields(), ["password"]);
    assert_eq!(enrol(PASSWORD, "000000").await.expect(422).fields(), ["code"]);
    let codes = enrol(PASSWORD, &code).await.expect(200).body["recovery_codes"].clone();
    assert_eq!(codes.as_array().expect("codes").len(), 8);
    assert_eq!(enrol(PASSWORD, &code).await.refused(404), "accounts.link_void");
    clerk.get("/api/messages").await.expect(401);

    // The old codes are void, the new ones work, and the code of the proof does not work again.
    let login = |code: &str| json!({"login": "clerk", "password": PASSWORD, "totp": code});
    let mut back = stage.app.visitor();
    assert_eq!(back.login(login(&old.recovery_codes[1])).await.refused(401), "accounts.totp_invalid");
    assert_eq!(back.login(login(&code)).await.refused(401), "accounts.totp_invalid");
    back.login(login(codes[0].as_str().expect("a code"))).await.expect(200);
    stage.app.clock.advance(TimeDelta::seconds(30));
    back.login(login(&totp.generate(now()).to_string())).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn five_wrong_answers_make_a_link_void() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    staff(&stage.app, Role::Supervisor, "supervisor", 90_004).await;
    let id = account(&stage.operator, "supervisor").await;
    let path = format!("/api/operator/accounts/{id}/reset");
    stage.operator.post(&path, reset_of("authenticator")).await.expect(200);
    let token = token(&second.post(&format!("{path}/approve"), json!({})).await.expect(201));
    for _ in 0..5 {
        let body = json!({"token": token, "password": PASSWORD, "code": "000000"});
        stage.app.visitor().post("/api/account-links/authenticator", body).await.expect(422);
        // Guesses wait for each other as well.
        stage.app.clock.advance(TimeDelta::minutes(1));
    }
    assert_eq!(look(&stage, &token).await.refused(404), "accounts.link_void");
    stage.finish().await;
}

#[tokio::test]
async fn the_database_refuses_one_person_in_both_places() {
    let stage = crate::stage::start().await;
    staff(&stage.app, Role::Supervisor, "supervisor", 90_004).await;
    let path = format!("/api/operator/accounts/{}/reset", account(&stage.operator, "supervisor").await);
    stage.operator.post(&path, reset_of("password")).await.expect(200);
    for change in ["decided_by = asked_by", "decided_by = account_id", "asked_by = account_id"] {
        let sql = format!("UPDATE authenticator_resets SET {change}");
        let refused = stage.app.db.write(jinqiao_db::Intent::bookkeeping("test"), |tx| {
            let sql = sql.clone();
            async move { Ok(tx.conn().execute_unprepared(&sql).await?.rows_affected()) }
        });
        assert!(refused.await.is_err(), "{change}");
    }
    stage.finish().await;
}

/// Every row of a table as text.
async fn dump(stage: &Stage, table: &str) -> String {
    let conn = stage.app.db.read();
    let columns = match jinqiao_testkit::engine() {
        jinqiao_db::Engine::Sqlite => format!("SELECT name FROM pragma_table_info('{table}')"),
        jinqiao_db::Engine::Postgres => {
            format!("SELECT column_name::text FROM information_schema.columns WHERE table_name = '{table}'")
        }
    };
    let backend = conn.get_database_backend();
    let names = conn.query_all_raw(Statement::from_string(backend, columns)).await.expect("columns");
    let texts = names.iter().map(|row| {
        let name: String = row.try_get_by_index(0).expect("a name");
        format!("COALESCE(CAST(\"{name}\" AS TEXT), '')")
    });
    let sql = format!("SELECT {} FROM {table}", texts.collect::<Vec<_>>().join(" || ' ' || "));
    let rows = conn.query_all_raw(Statement::from_string(backend, sql)).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index::<String>(0).unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// The operator, logged in again after time has passed.
pub async fn operator_again(stage: &Stage) -> Client {
    staff(&stage.app, Role::Operator, "operator-late", 90_009).await.0
}

#[tokio::test]
async fn links_end_with_the_trust_in_who_made_them_and_with_the_next_password() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    for number in [1, 2] {
        stage.enterprise(number).await;
    }
    let first = link((&stage.operator, &second), "user-1").await;
    let other = link((&second, &stage.operator), "user-2").await;
    // An operator who is let go takes no link along.
    deed(&stage.operator, "operator-two", "disable").await.expect(200);
    assert_eq!(choose(&stage, &first, NEW).await.refused(404), "accounts.link_void");
    // The person has chosen a password without it.
    let mut own = stage.app.visitor();
    own.login(json!({"login": "user-2", "password": PASSWORD})).await.expect(200);
    own.post("/api/account/password", json!({"current": PASSWORD, "new": NEW})).await.expect(204);
    assert_eq!(choose(&stage, &other, "another long password").await.refused(404), "accounts.link_void");
    stage.finish().await;
}

#[tokio::test]
async fn a_link_opens_nothing_while_the_organisation_is_suspended() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    let firm = stage.enterprise(1).await;
    let token = link((&stage.operator, &second), "user-1").await;
    suspend_or_resume(&stage, &firm, "suspend").await.expect(204);
    assert_eq!(look(&stage, &token).await.refused(404), "accounts.link_void");
    assert_eq!(choose(&stage, &token, NEW).await.refused(404), "accounts.link_void");
    suspend_or_resume(&stage, &firm, "resume").await.expect(204);
    choose(&stage, &token, NEW).await.expect(204);
    stage.finish().await;
}

#[tokio::test]
async fn no_operator_alone_gives_anybody_a_new_password() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    stage.enterprise(1).await;
    let path = format!("/api/operator/accounts/{}/reset", account(&stage.operator, "user-1").await);
    let mut unproved = reset_of("password");
    unproved["proof"] = Value::Null;
    assert_eq!(stage.operator.post(&path, unproved).await.status, 422);
    stage.operator.post(&path, reset_of("password")).await.expect(200);
    assert_eq!(stage.operator.post(&format!("{path}/approve"), json!({})).await.refused(403), "accounts.same_person");
    assert_eq!(second.post(&path, reset_of("password")).await.refused(409), "accounts.reset_open");
    let seen = second.get(path.trim_end_matches("/reset")).await.expect(200).body;
    assert_eq!((&seen["reset"]["kind"], &seen["reset"]["proof"]), (&json!("password"), &json!("in_person")));
    let token = token(&second.post(&format!("{path}/approve"), json!({})).await.expect(201));
    choose(&stage, &token, NEW).await.expect(204);
    let told = second.get(path.trim_end_matches("/reset")).await.expect(200).body["timeline"].clone();
    let texts: Vec<_> = told.as_array().expect("lines").iter().map(|line| line["text"].clone()).collect();
    assert_eq!(texts, ["申请重置密码，等待复核", "复核同意，生成密码重置链接", "本人通过链接设置了新密码"]);
    stage.finish().await;
}

#[tokio::test]
async fn a_lost_primary_account_is_replaced_by_a_colleagues_when_two_operators_agree() {
    let stage = crate::stage::start().await;
    let (second, _) = staff(&stage.app, Role::Operator, "operator-two", 90_003).await;
    let firm = stage.enterprise(1).await;
    let heir = stage.colleague(&firm, "heir-1", json!({})).await;
    stage.colleague(&firm, "reader-1", json!({"access": "read"})).await;
    for (login, code) in [("user-1", "accounts.primary"), ("reader-1", "accounts.not_suited")] {
        let path = format!("/api/operator/accounts/{}/reset", account(&stage.operator, login).await);
        assert_eq!(stage.operator.post(&path, reset_of("primary")).await.refused(409), code);
    }
    heir.client.get("/api/team").await.expect(403);
    let done = reset(&stage.operator, &second, "heir-1", "primary").await.body;
    assert_eq!(done["link"], Value::Null);
    // The place is the colleague's, and whoever had it is out until they log in again, as a sub-account.
    heir.client.get("/api/team").await.expect(200);
    firm.client.get("/api/messages").await.expect(401);
    let before = stage.again(&firm, 1).await;
    before.client.get("/api/team").await.expect(403);
    stage.app.settle().await;
    for (client, title) in [(&heir.client, "您的账号已设为主账号"), (&before.client, "您的账号不再是主账号")]
    {
        let letters = client.get("/api/messages").await.expect(200).body["items"].to_string();
        assert!(letters.contains(title), "{letters}");
    }
    stage.finish().await;
}

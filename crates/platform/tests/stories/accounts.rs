//! Logging in, the second factor, sessions, passwords.

use crate::stage::{PASSWORD, staff};
use chrono::TimeDelta;
use jinqiao_kernel::Role;
use serde_json::json;

#[tokio::test]
async fn unknown_accounts_and_wrong_passwords_look_alike() {
    let stage = crate::stage::start().await;
    stage.enterprise(1).await;
    let mut visitor = stage.app.visitor();
    let unknown = visitor.login(json!({"login": "nobody", "password": "wrong password"})).await;
    let wrong = visitor.login(json!({"login": "user-1", "password": "wrong password"})).await;
    assert_eq!(unknown.body["detail"], wrong.body["detail"]);
    assert_eq!(unknown.refused(401), "accounts.bad_credentials");
    assert_eq!(wrong.refused(401), "accounts.bad_credentials");
    stage.finish().await;
}

#[tokio::test]
async fn staff_need_a_code_and_a_code_works_once() {
    let stage = crate::stage::start().await;
    let (_, made) = staff(&stage.app, Role::Supervisor, "supervisor", 90_002).await;
    let totp = totp_rs::Totp::from_url(made.totp_url.expect("an address")).expect("an authenticator");
    let now = || u64::try_from(stage.app.db.world().now().timestamp()).expect("after 1970");
    let mut visitor = stage.app.visitor();
    let login = |code: Option<&str>| json!({"login": "supervisor", "password": PASSWORD, "totp": code});
    assert_eq!(visitor.login(login(None)).await.refused(401), "accounts.totp_required");
    assert_eq!(visitor.login(login(Some("000000"))).await.refused(401), "accounts.totp_invalid");
    let code = totp.generate(now()).to_string();
    visitor.login(login(Some(&code))).await.expect(200);
    assert_eq!(visitor.login(login(Some(&code))).await.refused(401), "accounts.totp_invalid");
    stage.app.clock.advance(TimeDelta::seconds(30));
    // As apps show it, and as input methods write it.
    let next = totp.generate(now()).to_string();
    let wide = |digit: char| char::from_u32(u32::from(digit) + 0xfee0).expect("a digit");
    let next = format!("{} {}", &next[..3], next[3..].chars().map(wide).collect::<String>());
    visitor.login(login(Some(&next))).await.expect(200);
    // A recovery code works in its place, once; the first was used by the stage.
    assert_eq!(visitor.login(login(Some(&made.recovery_codes[0]))).await.refused(401), "accounts.totp_invalid");
    visitor.login(login(Some(&made.recovery_codes[1]))).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn sessions_end() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let mut phone = stage.app.visitor();
    phone.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    let sessions = phone.get("/api/account/sessions").await.expect(200);
    let sessions = sessions.body.as_array().expect("a list").clone();
    assert_eq!(sessions.len(), 2);
    let other = sessions.iter().find(|session| session["current"] == false).expect("the other");
    phone.delete(&format!("/api/account/sessions/{}", other["id"].as_str().expect("an id"))).await.expect(204);
    assert_eq!(firm.client.get("/api/registration").await.refused(401), "auth.required");
    // Nobody ends another account's session.
    let stranger = stage.enterprise(2).await;
    let current = sessions.iter().find(|session| session["current"] == true).expect("this one")["id"].clone();
    let foreign = format!("/api/account/sessions/{}", current.as_str().expect("an id"));
    stranger.client.delete(&foreign).await.expect(404);
    // Idle for half an hour, then gone; used within it, alive up to twelve hours.
    for _ in 0..12 {
        stage.app.clock.advance(TimeDelta::minutes(29));
        phone.get("/api/registration").await.expect(200);
    }
    stage.app.clock.advance(TimeDelta::minutes(31));
    phone.get("/api/registration").await.expect(401);
    phone.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    phone.delete("/api/session").await.expect(204);
    phone.get("/api/registration").await.expect(401);
    stage.finish().await;
}

#[tokio::test]
async fn a_new_password_ends_other_sessions() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let mut phone = stage.app.visitor();
    phone.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(200);
    let change = |current: &str, new: &str| json!({"current": current, "new": new});
    let wrong = phone.post("/api/account/password", change("not the password", "a brand new secret")).await.expect(422);
    assert_eq!(wrong.fields(), ["current"]);
    let weak = phone.post("/api/account/password", change(PASSWORD, "user-1-user-1")).await.expect(422);
    assert_eq!(weak.fields(), ["new"]);
    phone.post("/api/account/password", change(PASSWORD, "a brand new secret")).await.expect(204);
    phone.get("/api/registration").await.expect(200);
    firm.client.get("/api/registration").await.expect(401);
    let mut visitor = stage.app.visitor();
    visitor.login(json!({"login": "user-1", "password": PASSWORD})).await.expect(401);
    visitor.login(json!({"login": "user-1", "password": "a brand new secret"})).await.expect(200);
    stage.finish().await;
}

#[tokio::test]
async fn other_sites_cannot_act_for_a_user() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let path = "/api/messages/read-all";
    let post = |headers: &'static [(&'static str, &'static str)]| {
        let client = firm.client.clone();
        async move { client.send(axum::http::Method::POST, path, None, headers).await }
    };
    post(&[("host", "localhost:8080"), ("origin", "http://localhost:8080")]).await.expect(204);
    assert_eq!(
        post(&[("host", "localhost:8080"), ("origin", "https://evil.example")]).await.refused(403),
        "csrf.origin"
    );
    assert_eq!(post(&[("sec-fetch-site", "cross-site")]).await.refused(403), "csrf.origin");
    let bare = axum::http::Request::post(path).header("cookie", firm.client.cookie().expect("a session"));
    let bare = firm.client.raw(bare.body(axum::body::Body::empty()).expect("a request")).await;
    assert_eq!(bare.refused(403), "csrf.origin");
    stage.finish().await;
}

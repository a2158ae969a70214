//! Demo accounts have public passwords: they are seen and used on the server's own machine only.

use crate::stage::PASSWORD;
use axum::http::Method;
use jinqiao_platform::accounts::mark_demo;
use serde_json::json;

#[tokio::test]
async fn demo_accounts_are_for_this_machine_only() {
    let stage = crate::stage::start().await;
    let firm = stage.enterprise(1).await;
    let login = "user-1";
    mark_demo(&stage.app.db, login, PASSWORD).await.expect("marked");
    let visitor = stage.app.visitor();
    let body = json!({"login": login, "password": PASSWORD});

    assert_eq!(visitor.get("/api/session").await.expect(200).body["demo"], true);
    let listed = visitor.get("/api/demo/accounts").await.expect(200).body;
    assert_eq!((&listed[0]["login"], &listed[0]["password"]), (&json!(login), &json!(PASSWORD)));
    visitor.post("/api/session", body.clone()).await.expect(200);

    // A proxy on this machine asks for somebody else, whichever header it says so in.
    for (name, value) in
        [("x-forwarded-for", "203.0.113.7"), ("x-real-ip", "203.0.113.7"), ("forwarded", "for=203.0.113.7")]
    {
        let header = [(name, value)];
        let send = async |method, path, body| visitor.send(method, path, body, &header).await;
        let session = send(Method::GET, "/api/session", None).await.expect(200).body;
        assert_eq!(session["demo"], false, "{name}");
        send(Method::GET, "/api/demo/accounts", None).await.expect(404);
        let refused = send(Method::POST, "/api/session", Some(&body)).await;
        assert_eq!(refused.refused(401), "accounts.bad_credentials", "{name}: like a name that does not exist");
    }
    visitor.send(Method::GET, "/api/demo/accounts", None, &[("x-forwarded-for", "127.0.0.1")]).await.expect(200);
    firm.client.get("/api/enterprise/profile").await.expect(200);
    stage.finish().await;
}

//! Bodies that are too large or cannot be read, paths and methods that do not exist, and the shape of every refusal.

use crate::stage::{GOOD, app, ask, page, post};
use axum::body::Body;
use serde_json::json;

#[tokio::test]
async fn a_body_that_cannot_be_taken_names_its_field() {
    let app = app().await;
    let large = format!(r#"{{"name":"{}","amount":1}}"#, "a".repeat(257 * 1024));
    for (body, status, code, field) in [
        (GOOD, 200, "", ""),
        ("", 400, "request.malformed", "body"),
        ("{", 400, "request.malformed", "body"),
        ("[]", 422, "validation", "body"),
        (r#"{"amount":1}"#, 422, "validation", "name"),
        (r#"{"name":"一件","amount":"1"}"#, 422, "validation", "amount"),
        (r#"{"name":"一件","amount":1,"more":1}"#, 422, "validation", "more"),
        (r#"{"name":"超过了十个字的一个名称","amount":1}"#, 422, "validation", "name"),
        (large.as_str(), 413, "request.too_large", "body"),
    ] {
        let shown: String = body.chars().take(40).collect();
        let reply = post(&app, "firm", body.to_owned()).await;
        assert_eq!(reply.status, status, "{shown}");
        assert_eq!(reply.body["code"].as_str().unwrap_or_default(), code, "{shown}");
        assert_eq!(reply.fields().first().map_or("", String::as_str), field, "{shown}");
    }
    app.finish().await;
}

#[tokio::test]
async fn what_is_not_there_is_said_in_the_same_shape() {
    let app = app().await;
    let (form, marked) = (("content-type", "application/x-www-form-urlencoded"), ("x-requested-with", "jinqiao"));
    let firm = ("cookie", "jinqiao=firm");
    let json = ("content-type", "application/json");
    for (method, path, headers, status, code) in [
        ("GET", "/api/nowhere", vec![], 404, "not_found"),
        ("DELETE", "/api/things", vec![marked], 405, "request.method"),
        ("GET", "/api/things", vec![], 405, "request.method"),
        ("POST", "/api/things", vec![marked, firm, form], 415, "request.not_json"),
        ("POST", "/api/things", vec![marked, firm, json, ("idempotency-key", "a b")], 422, "validation"),
        ("GET", "/api/broken", vec![], 500, "internal"),
        ("GET", "/api/panics", vec![], 500, "internal"),
    ] {
        let reply = ask(&app, method, path, &headers, GOOD).await;
        assert_eq!(reply.headers["content-type"], "application/problem+json", "{method} {path}");
        assert_eq!(reply.headers["cache-control"], "no-store");
        assert_eq!(reply.headers["x-content-type-options"], "nosniff");
        let id = reply.headers["x-request-id"].to_str().expect("an id").to_owned();
        let problem = &reply.body;
        assert_eq!(
            (&problem["type"], &problem["status"], &problem["code"], &problem["request_id"]),
            (&json!("about:blank"), &json!(status), &json!(code), &json!(id)),
            "{method} {path}"
        );
        assert_eq!(reply.status, status);
        assert!(problem["title"].as_str().is_some_and(|title| !title.is_empty()));
        let detail = problem["detail"].as_str().expect("words");
        assert!(detail.chars().any(|c| c > '一'), "in Chinese: {detail}");
        assert!(!problem.to_string().contains("secret") && !problem.to_string().contains("1234"), "{problem}");
    }
    app.finish().await;
}

#[tokio::test]
async fn a_query_name_that_the_document_does_not_have_is_refused() {
    let app = app().await;
    ask(&app, "GET", "/api/window", &[], "").await.expect(200);
    let refused = ask(&app, "GET", "/api/window?page=1&page=2", &[], "").await.expect(422);
    assert_eq!((refused.fields(), refused.body["code"].as_str()), (vec!["page".to_owned(); 2], Some("validation")));
    // Who may not come in at all is told that first.
    ask(&app, "GET", "/api/desk?page=1", &[], "").await.expect(401);
    app.finish().await;
}

#[tokio::test]
async fn a_body_that_breaks_off_is_the_clients_fault() {
    let app = app().await;
    let pieces = [Ok("{\"name\":"), Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))];
    let reply = post(&app, "firm", Body::from_stream(futures_util::stream::iter(pieces))).await;
    assert_eq!(reply.refused(400), "request.malformed");
    app.finish().await;
}

#[tokio::test]
async fn health_needs_no_session_and_headers_are_on_every_answer() {
    let app = app().await;
    let headers = page("firm");
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    for path in ["/healthz", "/readyz", "/api/window", "/api/nowhere"] {
        let reply = ask(&app, "GET", path, &headers, "").await;
        for name in ["x-request-id", "content-security-policy", "x-frame-options", "referrer-policy"] {
            assert!(reply.headers.contains_key(name), "{path} {name}");
        }
    }
    app.finish().await;
}

//! Sessions, permissions and roles, and what of refusals is kept in the audit trail.

use crate::stage::{GOOD, app, ask, page, post};
use jinqiao_db::{AuditFilter, audit_page};
use jinqiao_kernel::PageQuery;

#[tokio::test]
async fn each_door_asks_for_its_own_key() {
    let app = app().await;
    for (method, path, token, status, code) in [
        ("GET", "/api/window", "", 200, ""),
        ("GET", "/api/window", "firm", 200, ""),
        ("POST", "/api/things", "", 401, "auth.required"),
        ("POST", "/api/things", "made up", 401, "auth.required"),
        ("POST", "/api/things", "firm", 200, ""),
        ("POST", "/api/things", "reader", 403, "access.read_only"),
        ("POST", "/api/things", "newcomer", 403, "auth.forbidden"),
        ("POST", "/api/things", "unsigned", 403, "agreements.outdated"),
        ("GET", "/api/window", "unsigned", 200, ""),
        // It has the permission, but the route is not for its kind of account.
        ("POST", "/api/things", "operator", 403, "auth.forbidden"),
        ("GET", "/api/desk", "firm", 403, "auth.forbidden"),
        ("GET", "/api/desk", "operator", 200, ""),
        ("GET", "/api/desk", "", 401, "auth.required"),
    ] {
        let headers = page(token);
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let reply = ask(&app, method, path, &headers, GOOD).await;
        assert_eq!(reply.status, status, "{method} {path} {token}");
        assert_eq!(reply.body["code"].as_str().unwrap_or_default(), code, "{method} {path} {token}");
    }
    app.finish().await;
}

#[tokio::test]
async fn a_known_account_that_is_refused_leaves_one_row_and_strangers_leave_none() {
    let app = app().await;
    post(&app, "newcomer", GOOD).await.refused(403);
    post(&app, "made up", GOOD).await.refused(401);
    let rows = audit_page(&app.db, AuditFilter::default(), &PageQuery::default()).await.expect("rows").items;
    let told: Vec<_> = rows.iter().map(|row| (row.action.as_str(), row.detail.as_deref())).collect();
    assert_eq!(told, [("access.denied", Some("无权访问：POST /things"))]);
    app.finish().await;
}

//! What has not changed is not sent again, except to who has a session.

use crate::stage::{app, ask};

#[tokio::test]
async fn what_a_visitor_has_read_already_is_not_sent_again() {
    let app = app().await;
    let first = ask(&app, "GET", "/api/many", &[], "").await;
    let tag = first.headers["etag"].to_str().expect("a tag").to_owned();
    assert_eq!(first.headers["cache-control"], "no-cache", "the browser asks each time");
    for known in [tag.clone(), format!("\"else\", {tag}")] {
        let again = ask(&app, "GET", "/api/many", &[("if-none-match", &known)], "").await;
        assert_eq!(
            (again.status.as_u16(), again.bytes.len(), &again.headers["etag"]),
            (304, 0, &first.headers["etag"])
        );
    }
    let other = ask(&app, "GET", "/api/many", &[("if-none-match", "W/\"else\"")], "").await;
    assert_eq!((other.status.as_u16(), other.bytes), (200, first.bytes));
    let session = [("cookie", "jinqiao=firm"), ("if-none-match", tag.as_str())];
    let own = ask(&app, "GET", "/api/many", &session, "").await;
    assert_eq!(
        (own.status.as_u16(), own.headers.get("etag"), &own.headers["cache-control"]),
        (200, None, &"no-store".parse().expect("a value"))
    );
    let small = ask(&app, "GET", "/api/window", &[], "").await;
    assert_eq!((small.headers.get("etag"), small.headers["cache-control"].as_bytes()), (None, &b"no-store"[..]));
    app.finish().await;
}

//! One address, or one account, may ask for so much; others do not wait for it.

use crate::stage::{app, page};
use axum::http::Method;
use jinqiao_testkit::Client;

/// Of `count` requests, so many were asked to wait.
async fn refused(client: &Client, token: &str, count: usize) -> usize {
    let headers = page(token);
    let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let mut refused = 0;
    for _ in 0..count {
        let reply = client.send(Method::GET, "/api/window", None, &headers).await;
        if reply.status == 200 {
            continue;
        }
        assert!(reply.headers.contains_key("retry-after"));
        assert_eq!(reply.refused(429), "request.too_many");
        refused += 1;
    }
    refused
}

#[tokio::test]
async fn a_stranger_who_asks_on_and_on_waits_alone() {
    let app = app().await;
    let at = |address: &str| app.visitor().at(address);
    assert_eq!(refused(&at("203.0.113.9"), "", 250).await, 0, "a burst is let in");
    assert!(refused(&at("203.0.113.9"), "", 600).await > 0);
    assert_eq!(refused(&at("203.0.113.10"), "", 50).await, 0, "a neighbour");
    assert_eq!(refused(&at("203.0.113.9"), "firm", 50).await, 0, "an account is counted as such, not by its address");
    assert!(refused(&at("2001:db8:1:2::1"), "", 600).await > 0);
    assert!(refused(&at("2001:db8:1:2:ffff::1"), "", 50).await > 0, "the same household");
    assert_eq!(refused(&at("2001:db8:1:3::1"), "", 50).await, 0, "another one");
    assert_eq!(refused(&at("127.0.0.1"), "", 600).await, 0, "this machine itself");
    app.finish().await;
}

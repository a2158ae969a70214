//! A page of another site cannot make a browser change anything here.

use crate::stage::{GOOD, app, ask};

#[tokio::test]
async fn what_changes_something_comes_from_our_own_pages() {
    let app = app().await;
    let (ours, theirs) = ("http://localhost:8080", "https://evil.example");
    let marked = ("x-requested-with", "jinqiao");
    for (method, headers, let_in) in [
        ("POST", vec![], false),
        ("POST", vec![marked], true),
        ("POST", vec![("origin", ours)], false),
        ("POST", vec![marked, ("origin", ours)], true),
        ("POST", vec![marked, ("origin", theirs)], false),
        ("POST", vec![marked, ("origin", "null")], false),
        ("POST", vec![marked, ("origin", "http://localhost:8080.evil.example")], false),
        // Under another name of this machine, which the browser names as the host as well.
        ("POST", vec![marked, ("origin", "http://10.0.0.5:8080"), ("host", "10.0.0.5:8080")], true),
        ("POST", vec![marked, ("sec-fetch-site", "cross-site")], false),
        ("POST", vec![marked, ("sec-fetch-site", "same-origin")], true),
        ("DELETE", vec![], false),
        ("PUT", vec![("origin", theirs)], false),
    ] {
        let mut all = vec![("cookie", "jinqiao=firm"), ("content-type", "application/json")];
        all.extend(headers.clone());
        let reply = ask(&app, method, "/api/things", &all, GOOD).await;
        if let_in {
            reply.expect(200);
        } else {
            assert_eq!(reply.refused(403), "csrf.origin", "{method} {headers:?}");
        }
    }
    // Reading changes nothing, so it needs none of this.
    ask(&app, "GET", "/api/window", &[("origin", theirs)], "").await.expect(200);
    app.finish().await;
}

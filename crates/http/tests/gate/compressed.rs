//! Which answers are compressed.

use crate::stage::{app, ask, page};

const PACKED: (&str, &str) = ("accept-encoding", "gzip, deflate, br");

#[tokio::test]
async fn what_is_read_is_compressed_and_what_answers_a_write_is_not() {
    let app = app().await;
    let plain = ask(&app, "GET", "/api/many", &[], "").await;
    assert_eq!((plain.status.as_u16(), plain.headers.get("content-encoding")), (200, None));
    let packed = ask(&app, "GET", "/api/many", &[PACKED], "").await;
    assert_eq!(packed.headers["content-encoding"], "gzip");
    assert!(packed.bytes.len() * 4 < plain.bytes.len(), "{} of {}", packed.bytes.len(), plain.bytes.len());
    assert!(packed.headers["vary"].to_str().is_ok_and(|vary| vary.contains("accept-encoding")));
    let small = ask(&app, "GET", "/api/window", &[PACKED], "").await;
    assert_eq!(small.headers.get("content-encoding"), None, "it fits into one packet");

    let headers = page("firm");
    let mut headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
    headers.push(PACKED);
    let echoed =
        ask(&app, "POST", "/api/many", &headers, format!("{{\"things\":{}}}", String::from_utf8_lossy(&plain.bytes)))
            .await;
    assert_eq!((echoed.status.as_u16(), echoed.headers.get("content-encoding")), (200, None));
    app.finish().await;
}

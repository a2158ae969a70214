//! Answers that have not changed are not sent again: pages and their files, and what visitors read. What is read in a session is
//! kept by no browser (`no-store`), because the machine may be shared.

use crate::compressed;
use axum::{
    body::{Body, to_bytes},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use sha2::{Digest, Sha256};

/// A tag for content with this hash; weak, because it is the same however the answer is compressed.
pub(crate) fn tag(hash: &[u8]) -> HeaderValue {
    let hex: String = hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    HeaderValue::from_str(&format!("W/\"{hex}\"")).expect("hexadecimal digits")
}

/// Does the client have what `tag` stands for?
pub(crate) fn is_known(asked: &HeaderMap, tag: &HeaderValue) -> bool {
    let known = asked.get_all(header::IF_NONE_MATCH).iter().filter_map(|value| value.to_str().ok());
    // Tags are compared weakly here (RFC 9110, 13.1.2).
    let bare = |tag: &str| tag.trim().trim_start_matches("W/").to_owned();
    let own = tag.to_str().map(bare).unwrap_or_default();
    known.flat_map(|value| value.split(',')).any(|one| bare(one) == own)
}

/// Not sent again.
pub(crate) fn not_modified(tag: HeaderValue) -> Response {
    (StatusCode::NOT_MODIFIED, [(header::ETAG, tag), (header::CACHE_CONTROL, HeaderValue::from_static("no-cache"))])
        .into_response()
}

/// What stands under an address that never means anything else: sent once a day at most, and not at all where `asked` says that it is
/// known. `hash` is that of the content, in hexadecimal digits.
pub fn lasting(asked: &HeaderMap, hash: &str, mut response: Response) -> Response {
    let Ok(tag) = HeaderValue::from_str(&format!("W/\"{hash}\"")) else { return response };
    if is_known(asked, &tag) {
        return not_modified(tag);
    }
    let headers = response.headers_mut();
    headers.insert(header::ETAG, tag);
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, max-age=86400"));
    response
}

/// What a visitor has read, with its tag; or that it is what the visitor has already. Small answers go out as they are.
pub(crate) async fn of_visitor(asked: &HeaderMap, response: Response) -> Response {
    let json = response.headers().get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
    let (mut parts, body) = response.into_parts();
    if parts.status != StatusCode::OK || !json {
        return Response::from_parts(parts, body);
    }
    // It stands in memory already.
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    if bytes.len() as u64 >= compressed::LEAST {
        let tag = tag(&Sha256::digest(&bytes));
        if is_known(asked, &tag) {
            return not_modified(tag);
        }
        parts.headers.insert(header::ETAG, tag);
        parts.headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    }
    Response::from_parts(parts, Body::from(bytes))
}

//! Answers of the API, compressed where that pays and tells nobody anything.
//!
//! The length of a compressed text tells what stands in it twice. So an answer that repeats what was sent, and may hold a secret
//! beside it (a one-time password, the key of a second factor, a link), is never compressed: those answer writes. What is read is.

use axum::{
    extract::Request,
    http::{Method, Response, header},
    middleware::Next,
};
use tower_http::{
    CompressionLevel,
    compression::{CompressionLayer, Predicate, predicate::SizeAbove},
};

/// Smaller answers fit into one packet as they are.
pub(crate) const LEAST: u64 = 1_024;

/// JSON only: files are compressed in themselves, and a stream has to arrive as it is written.
#[derive(Clone, Copy)]
pub(crate) struct Json;

impl Predicate for Json {
    fn should_compress<B: axum::body::HttpBody>(&self, response: &Response<B>) -> bool {
        let kind = response.headers().get(header::CONTENT_TYPE);
        kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/json"))
    }
}

/// Compresses answers in JSON of more than a kilobyte.
pub(crate) fn layer() -> CompressionLayer<tower_http::compression::predicate::And<SizeAbove, Json>> {
    CompressionLayer::new().gzip(true).quality(CompressionLevel::Fastest).compress_when(SizeAbove::new(LEAST).and(Json))
}

/// Of what is not read, answers go out as they are.
pub(crate) async fn reads_only(mut request: Request, next: Next) -> axum::response::Response {
    if request.method() != Method::GET {
        request.headers_mut().remove(header::ACCEPT_ENCODING);
    }
    next.run(request).await
}

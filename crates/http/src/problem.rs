//! RFC 9457 problem+json out of the platform's one error.

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jinqiao_kernel::{Error, FieldError, Kind};
use serde::{Deserialize, Serialize};
use utoipa::openapi::Ref;

/// Codes of the errors that are made in this crate, sorted.
pub const CODES: &[&str] = &[
    "access.read_only",
    "csrf.origin",
    "request.malformed",
    "request.method",
    "request.not_json",
    "request.too_large",
    "request.too_many",
    "request.version",
];

/// An answer that says what went wrong (RFC 9457).
#[derive(Debug, Serialize, Deserialize, utoipa::ToSchema)]
pub struct Problem {
    /// `about:blank`: the status says the kind, `code` the case.
    #[serde(rename = "type")]
    pub kind: String,
    /// Standard text of the status.
    pub title: String,
    /// HTTP status.
    pub status: u16,
    /// Stable code for programs, such as `orders.already_grabbed`.
    #[schema(schema_with = code)]
    pub code: String,
    /// What to tell the person, in Chinese.
    pub detail: String,
    /// Id of the request, to quote to the operator.
    pub request_id: String,
    /// Fields that broke a rule.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldError>,
    /// Seconds for the header `Retry-After`.
    #[serde(skip)]
    #[schema(ignore)]
    pub retry_after: Option<u32>,
}

/// Refers to the codes of the whole program, which the document lists.
fn code() -> Ref {
    Ref::from_schema_name("ErrorCode")
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let status = status_of(error.kind());
        if status.is_server_error() {
            tracing::error!(?error, "request failed");
        }
        Self {
            kind: "about:blank".into(),
            title: status.canonical_reason().unwrap_or_default().into(),
            status: status.as_u16(),
            code: error.code().into(),
            detail: error.message().into(),
            // The outermost layer knows it.
            request_id: String::new(),
            errors: error.fields().to_vec(),
            retry_after: error.retry_after_seconds(),
        }
    }
}

fn status_of(kind: Kind) -> StatusCode {
    match kind {
        Kind::Malformed => StatusCode::BAD_REQUEST,
        Kind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        Kind::Unauthenticated => StatusCode::UNAUTHORIZED,
        Kind::Forbidden => StatusCode::FORBIDDEN,
        Kind::NotFound => StatusCode::NOT_FOUND,
        Kind::Conflict => StatusCode::CONFLICT,
        Kind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        Kind::UnsupportedMedia => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        Kind::Method => StatusCode::METHOD_NOT_ALLOWED,
        Kind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        Kind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
        Kind::NoSpace => StatusCode::INSUFFICIENT_STORAGE,
        Kind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

impl IntoResponse for Problem {
    /// The body is written by the outermost layer, which adds the request id; until then the problem travels as an
    /// extension of the response.
    fn into_response(self) -> Response {
        let mut response =
            StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR).into_response();
        if let Some(seconds) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        response.extensions_mut().insert(std::sync::Arc::new(self));
        response
    }
}

/// Writes the body of a problem that travelled with `response`.
pub(crate) fn write_body(mut response: Response, request_id: &str) -> Response {
    let Some(problem) = response.extensions_mut().remove::<std::sync::Arc<Problem>>() else { return response };
    let Some(mut problem) = std::sync::Arc::into_inner(problem) else { return response };
    problem.request_id = request_id.into();
    let status = response.status();
    let body = serde_json::to_vec(&problem).unwrap_or_default();
    let headers = std::mem::take(response.headers_mut());
    let mut response = (status, body).into_response();
    *response.headers_mut() = headers;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response.headers_mut().remove(header::CONTENT_LENGTH);
    response
}

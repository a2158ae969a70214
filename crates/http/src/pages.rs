//! The built pages, embedded in the binary and compressed when they were built.

use crate::etag;
use axum::{
    body::Body,
    http::{HeaderMap, HeaderValue, Method, StatusCode, Uri, header},
    response::{IntoResponse, Response},
};
use flate2::read::GzDecoder;
use jinqiao_kernel::{Error, Kind};
use rust_embed::{EmbeddedFile, RustEmbed};
use std::io::Read as _;

/// Serves a file, or the application's page for every path that a person can open.
pub(crate) async fn page<P: RustEmbed>(method: Method, uri: Uri, headers: HeaderMap) -> Response {
    if method != Method::GET && method != Method::HEAD {
        return crate::Problem::from(Error::new(Kind::Method, "request.method", "不支持的请求方法")).into_response();
    }
    let path = uri.path().trim_start_matches('/');
    // Files have an extension; anything else is a page that the application draws.
    let is_file = path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let name = if is_file { path } else { "index.html" };
    file::<P>(name, &headers).unwrap_or_else(|| crate::Problem::from(Error::not_found()).into_response())
}

/// A file that the program has packed alone, for the few who read it as it is.
fn unpacked<P: RustEmbed>(name: &str) -> Option<EmbeddedFile> {
    let mut file = P::get(&format!("{name}.gz"))?;
    let mut content = vec![];
    GzDecoder::new(file.data.as_ref()).read_to_end(&mut content).ok()?;
    file.data = content.into();
    Some(file)
}

fn file<P: RustEmbed>(name: &str, headers: &HeaderMap) -> Option<Response> {
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let accepts = |coding: &str| accepted.split(',').any(|entry| entry.trim().split(';').next() == Some(coding));
    let packed = [("br", "br"), ("gzip", "gz")].into_iter().find_map(|(coding, ending)| {
        let packed = accepts(coding).then(|| P::get(&format!("{name}.{ending}"))).flatten()?;
        Some((packed, Some(coding)))
    });
    let plain = || P::get(name).or_else(|| unpacked::<P>(name)).map(|file| (file, None));
    let (file, coding) = packed.or_else(plain)?;
    let tag = etag::tag(&file.metadata.sha256_hash());
    if etag::is_known(headers, &tag) {
        return Some(etag::not_modified(tag));
    }
    let mut response = (StatusCode::OK, Body::from(file.data.into_owned())).into_response();
    let mime = mime_guess::from_path(name).first_or_octet_stream();
    let mime = if mime.type_() == "text" { format!("{mime}; charset=utf-8") } else { mime.to_string() };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_str(&mime).ok()?);
    headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
    // Names of assets contain a hash of their content.
    let cache = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::ETAG, tag);
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    Some(response)
}

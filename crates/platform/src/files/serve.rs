//! Sends a file, after its owner's access check, in a way that no browser runs it.

use super::store;
use axum::{
    http::{HeaderMap, HeaderValue, header},
    response::Response,
};
use jinqiao_db::Intent;
use jinqiao_http::{AppState, lasting};
use jinqiao_kernel::{Error, FileId, Result};
use std::fmt::Write;

/// The content of `id` as a download, noted as `intent` before it is sent. The caller has made sure that its reader may
/// have it.
///
/// # Errors
/// `not_found`; when it cannot be noted or read.
pub async fn serve(app: &AppState, id: FileId, intent: Intent) -> Result<Response> {
    let name = store::readable(app.db.read(), id).await?.name;
    app.db.viewed(intent.detail(format!("附件“{name}”"))).await?;
    content(app, id).await
}

/// As [`serve`], where the caller has noted the download already, together with more.
///
/// # Errors
/// `not_found`; when it cannot be read.
pub async fn content(app: &AppState, id: FileId) -> Result<Response> {
    let row = store::readable(app.db.read(), id).await?;
    let mut response = Response::new(app.files.read(&row.key).await?);
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(row.kind.mime()));
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(row.size));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static("sandbox; default-src 'none'"));
    let disposition = disposition(&row.name, row.kind.extension());
    headers.insert(header::CONTENT_DISPOSITION, HeaderValue::try_from(disposition).map_err(Error::internal)?);
    Ok(response)
}

/// A picture that everybody may see, under an address that is only its own; `asked` are the headers of the request.
///
/// # Errors
/// `not_found`; when it cannot be read.
pub async fn picture(app: &AppState, id: FileId, asked: &HeaderMap) -> Result<Response> {
    let hash = store::readable(app.db.read(), id).await?.sha256;
    Ok(lasting(asked, &hash, content(app, id).await?))
}

/// RFC 6266 with the name as RFC 5987 wants it: Chinese names arrive whole, and no name can end the header.
fn disposition(name: &str, extension: &str) -> String {
    let mut value = format!("attachment; filename=\"download.{extension}\"; filename*=UTF-8''");
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            value.push(char::from(byte));
        } else {
            let _ = write!(value, "%{byte:02X}");
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::disposition;

    #[test]
    fn names_are_encoded() {
        let value = disposition("年报 \"1\"\r\n.pdf", "pdf");
        assert_eq!(
            value,
            "attachment; filename=\"download.pdf\"; filename*=UTF-8''%E5%B9%B4%E6%8A%A5%20%221%22%0D%0A.pdf"
        );
    }
}

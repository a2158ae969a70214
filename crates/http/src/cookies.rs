//! The session cookie.

use crate::Settings;
use axum::http::HeaderMap;
use cookie::{Cookie, SameSite};

/// `__Host-` binds the cookie to this very host, but browsers take it only over https.
fn name(settings: &Settings) -> &'static str {
    if settings.https() { "__Host-jinqiao" } else { "jinqiao" }
}

fn built(settings: &Settings, value: String) -> cookie::CookieBuilder<'static> {
    Cookie::build((name(settings), value)).path("/").http_only(true).same_site(SameSite::Lax).secure(settings.https())
}

/// `Set-Cookie` that keeps `token` until the browser is closed or the session ends.
pub fn session_cookie(settings: &Settings, token: &str) -> String {
    built(settings, token.into()).build().to_string()
}

/// `Set-Cookie` that removes the session's cookie.
pub fn cleared_session_cookie(settings: &Settings) -> String {
    built(settings, String::new()).max_age(cookie::time::Duration::ZERO).build().to_string()
}

pub(crate) fn session_token(settings: &Settings, headers: &HeaderMap) -> Option<String> {
    let cookies = headers.get_all(axum::http::header::COOKIE);
    let mut cookies = cookies.iter().filter_map(|header| header.to_str().ok()).flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == name(settings)).map(|cookie| cookie.value().to_owned())
}

//! The cookies: one of the session, and one by which a device that has logged in before is known.

use crate::Settings;
use axum::http::{HeaderMap, header};
use cookie::{Cookie, CookieBuilder, SameSite, time::Duration};

/// How long a device is known after its last login.
const DEVICE: Duration = Duration::days(180);

#[derive(Clone, Copy)]
enum Name {
    Session,
    Device,
}

impl Name {
    /// `__Host-` binds the cookie to this very host, but browsers take it only over https.
    fn of(self, settings: &Settings) -> &'static str {
        match (self, settings.https()) {
            (Self::Session, true) => "__Host-jinqiao",
            (Self::Session, false) => "jinqiao",
            (Self::Device, true) => "__Host-jinqiao-device",
            (Self::Device, false) => "jinqiao-device",
        }
    }
}

fn built(settings: &Settings, name: Name, value: String) -> CookieBuilder<'static> {
    Cookie::build((name.of(settings), value))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(settings.https())
}

fn read(settings: &Settings, headers: &HeaderMap, name: Name) -> Option<String> {
    let cookies = headers.get_all(header::COOKIE);
    let mut cookies = cookies.iter().filter_map(|header| header.to_str().ok()).flat_map(Cookie::split_parse).flatten();
    cookies.find(|cookie| cookie.name() == name.of(settings)).map(|cookie| cookie.value().to_owned())
}

/// `Set-Cookie` that keeps `token` until the browser is closed or the session ends.
pub fn session_cookie(settings: &Settings, token: &str) -> String {
    built(settings, Name::Session, token.into()).build().to_string()
}

/// `Set-Cookie` that removes the session's cookie.
pub fn cleared_session_cookie(settings: &Settings) -> String {
    built(settings, Name::Session, String::new()).max_age(Duration::ZERO).build().to_string()
}

/// `Set-Cookie` by which this device is known at its next login. It opens nothing by itself.
pub fn device_cookie(settings: &Settings, token: &str) -> String {
    built(settings, Name::Device, token.into()).max_age(DEVICE).build().to_string()
}

/// The token that this device was given at an earlier login.
pub fn device_token(settings: &Settings, headers: &HeaderMap) -> Option<String> {
    read(settings, headers, Name::Device)
}

pub(crate) fn session_token(settings: &Settings, headers: &HeaderMap) -> Option<String> {
    read(settings, headers, Name::Session)
}

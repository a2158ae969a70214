//! A browser without a window.

use axum::extract::ConnectInfo;
use axum::{
    Router,
    body::{Body, Bytes},
    http::{HeaderMap, Method, Request, StatusCode, header},
};
use http_body_util::BodyExt;
use serde_json::Value;
use std::{
    collections::BTreeMap,
    fmt::Display,
    net::{IpAddr, SocketAddr},
};
use tower::ServiceExt;

/// Talks to the application and keeps its cookies.
#[derive(Clone)]
pub struct Client {
    router: Router,
    cookies: BTreeMap<String, String>,
    /// The cookies as a header.
    cookie: Option<String>,
    address: Option<IpAddr>,
    /// The version that was seen, as a header.
    version: Option<String>,
}

/// An answer.
#[derive(Clone, Debug)]
pub struct Reply {
    /// Status.
    pub status: StatusCode,
    /// Headers.
    pub headers: HeaderMap,
    /// Body as it came.
    pub bytes: Bytes,
    /// Body as JSON; null if it is none.
    pub body: Value,
}

impl Reply {
    /// The answer, if its status is `status`.
    ///
    /// # Panics
    /// With the body, if it is not.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status.as_u16(), status, "{}", String::from_utf8_lossy(&self.bytes));
        self
    }

    /// The problem's code, if the status is `status`.
    ///
    /// # Panics
    /// If it is not.
    #[track_caller]
    pub fn refused(self, status: u16) -> String {
        let reply = self.expect(status);
        assert_eq!(reply.headers[header::CONTENT_TYPE], "application/problem+json");
        reply.body["code"].as_str().expect("a problem has a code").to_owned()
    }

    /// Names of the fields that the problem complains about.
    #[track_caller]
    pub fn fields(&self) -> Vec<String> {
        let errors = self.body["errors"].as_array().cloned().unwrap_or_default();
        errors.iter().filter_map(|error| error["field"].as_str().map(str::to_owned)).collect()
    }
}

impl Client {
    /// A visitor of `router`.
    pub fn new(router: Router) -> Self {
        Self { router, cookies: BTreeMap::new(), cookie: None, address: None, version: None }
    }

    /// The same browser at a network address of its own.
    ///
    /// # Panics
    /// When `address` is none.
    #[must_use]
    pub fn at(mut self, address: &str) -> Self {
        self.address = Some(address.parse().expect("a network address"));
        self
    }

    /// The same browser, which has seen `version` of what it changes.
    #[must_use]
    pub fn if_match(&self, version: impl Display) -> Self {
        Self { version: Some(format!("\"{version}\"")), ..self.clone() }
    }

    /// Sends a request as the pages do: with the custom header, the session and JSON.
    pub async fn send(&self, method: Method, path: &str, body: Option<&Value>, headers: &[(&str, &str)]) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header("x-requested-with", "jinqiao");
        if let Some(cookie) = &self.cookie {
            request = request.header(header::COOKIE, cookie);
        }
        if let Some(version) = &self.version {
            request = request.header(header::IF_MATCH, version);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = match body {
            Some(body) => request.header(header::CONTENT_TYPE, "application/json").body(Body::from(body.to_string())),
            None => request.body(Body::empty()),
        };
        self.raw(request.expect("a request")).await
    }

    /// Sends any request as it is.
    ///
    /// # Panics
    /// When the answer's body breaks off.
    pub async fn raw(&self, mut request: Request<Body>) -> Reply {
        if let Some(address) = self.address {
            request.extensions_mut().insert(ConnectInfo(SocketAddr::new(address, 40_000)));
        }
        let response = match self.router.clone().oneshot(request).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let (parts, body) = response.into_parts();
        // A stream of events has no end to wait for.
        let endless = parts.headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if endless { Body::empty() } else { body };
        let bytes = body.collect().await.expect("the body arrives").to_bytes();
        let body = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status: parts.status, headers: parts.headers, bytes, body }
    }

    /// Opens a stream of events: its status, and its body to read piece by piece.
    ///
    /// # Panics
    /// When the request cannot be built.
    pub async fn open(&self, path: &str) -> (StatusCode, Body) {
        let cookie = self.cookie.as_deref().unwrap_or_default();
        let request = Request::get(path).header(header::COOKIE, cookie).body(Body::empty()).expect("a request");
        let Ok(response) = self.router.clone().oneshot(request).await;
        (response.status(), response.into_body())
    }

    /// The session's cookie, to build a request by hand.
    pub fn cookie(&self) -> Option<&str> {
        self.cookie.as_deref()
    }

    /// GET.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None, &[]).await
    }

    /// POST.
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(&body), &[]).await
    }

    /// POST under an Idempotency-Key.
    pub async fn post_once(&self, path: &str, body: Value, key: &str) -> Reply {
        self.send(Method::POST, path, Some(&body), &[("idempotency-key", key)]).await
    }

    /// PUT.
    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(&body), &[]).await
    }

    /// DELETE.
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None, &[]).await
    }

    /// Uploads a file as the pages do; `name` is percent-encoded already.
    ///
    /// # Panics
    /// When the request cannot be built.
    pub async fn upload(&self, name: &str, content: impl Into<Body>) -> Reply {
        self.upload_to("/api/files", name, content).await
    }

    /// As [`Client::upload`], to another place that takes files.
    ///
    /// # Panics
    /// When the request cannot be built.
    pub async fn upload_to(&self, path: &str, name: &str, content: impl Into<Body>) -> Reply {
        let request = Request::post(format!("{path}?name={name}"))
            .header("x-requested-with", "jinqiao")
            .header(header::COOKIE, self.cookie.as_deref().unwrap_or_default())
            .header(header::CONTENT_TYPE, "application/octet-stream");
        self.raw(request.body(content.into()).expect("a request")).await
    }

    /// Logs in and keeps the cookie if it works.
    pub async fn login(&mut self, body: Value) -> Reply {
        let reply = self.post("/api/session", body).await;
        self.keep_cookies(&reply);
        reply
    }

    /// Keeps the cookies that came with an answer.
    pub fn keep_cookies(&mut self, reply: &Reply) {
        let set = reply.headers.get_all(header::SET_COOKIE).iter().filter_map(|cookie| cookie.to_str().ok());
        for (name, value) in set.filter_map(|cookie| cookie.split(';').next()?.split_once('=')) {
            self.cookies.insert(name.into(), value.into());
        }
        self.render();
    }

    /// Takes over the cookie `name` of another browser, as on a device that was left by somebody.
    pub fn borrow_cookie(&mut self, name: &str, from: &Self) {
        self.cookies.extend(from.cookies.get_key_value(name).map(|(name, value)| (name.clone(), value.clone())));
        self.render();
    }

    /// Loses its cookie `name`.
    pub fn lose_cookie(&mut self, name: &str) {
        self.cookies.remove(name);
        self.render();
    }

    fn render(&mut self) {
        let all: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        self.cookie = (!all.is_empty()).then(|| all.join("; "));
    }
}

//! The way in: request id, origin, body limit, session, idempotency key; and on the way out the audit of denials.

use crate::{
    AppState, Problem, Settings,
    address::Origin,
    context::Context,
    cookies, etag, headers,
    notices::Notices,
    paced::paced,
    problem,
    throttle::{Running, Throttle, Who},
};
use axum::{
    body::{Body, Bytes},
    extract::{ConnectInfo, Request, State},
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use jinqiao_db::Intent;
use jinqiao_kernel::{Error, Kind, OnceKey, RequestMeta};
use std::{net::SocketAddr, sync::Arc, time::Duration};
use tokio::{sync::Semaphore, time::timeout};

/// JSON bodies are forms; the longest has a few long texts.
const BODY_LIMIT: usize = 256 * 1024;
/// Uploads: read piece by piece by their handler, which has limits of its own.
const STREAMED: (Method, [&str; 2]) = (Method::POST, ["/files", "/registrations/files"]);
/// A handler that needs longer is stuck; an upload takes as long as its client does.
const ANSWER: Duration = Duration::from_secs(30);
const CUSTOM_HEADER: &str = "x-requested-with";
const IDEMPOTENCY_KEY: &str = "idempotency-key";

/// Outermost: gives the request its id, and every answer its headers and the body of its problem.
pub(crate) async fn outer(State(state): State<AppState>, mut request: Request, next: Next) -> Response {
    let request_id = state.db.world().id::<uuid::Uuid>().to_string();
    let api = request.uri().path().starts_with("/api");
    let span =
        tracing::info_span!("request", id = %request_id, method = %request.method(), path = request.uri().path());
    request.headers_mut().insert(headers::REQUEST_ID, HeaderValue::from_str(&request_id).expect("a uuid is ASCII"));
    let response = tracing::Instrument::instrument(next.run(request), span.clone()).await;
    span.in_scope(|| tracing::info!(status = response.status().as_u16(), "answered"));
    let mut response = problem::write_body(response, &request_id);
    headers::add(response.headers_mut(), &state.settings, &request_id, api);
    response
}

/// What the gate remembers from one request to the next.
pub(crate) struct GateState {
    throttle: Throttle,
    notices: Notices,
    /// Visitors' questions that are answered at the same time: as many as there are processors, so that however many ask, those
    /// who work here find a connection and their share of the machine. The others wait for their turn.
    visitors: Semaphore,
}

impl Default for GateState {
    fn default() -> Self {
        let at_once = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        Self { throttle: Throttle::default(), notices: Notices::default(), visitors: Semaphore::new(at_once.max(2)) }
    }
}

/// What the gate made of a request.
struct Entered {
    context: Context,
    request: Request,
    streamed: bool,
    _running: Option<Running>,
}

/// Around the API: nothing reaches a handler without its context.
pub(crate) async fn api(
    State((state, doorkeeper)): State<(AppState, Arc<GateState>)>,
    request: Request,
    next: Next,
) -> Response {
    let Entered { context, request, streamed, _running } = match enter(&state, &doorkeeper, request).await {
        Ok(entered) => entered,
        Err(error) => return Problem::from(error).into_response(),
    };
    let attempt = format!("无权访问：{} {}", request.method(), request.uri().path());
    let response = if streamed {
        next.run(request).await
    } else {
        let stuck = |_| Problem::from(Error::unavailable().caused_by("no answer in time")).into_response();
        let answer = async {
            if context.actor.is_some() || request.method() != Method::GET {
                return next.run(request).await;
            }
            let _turn = doorkeeper.visitors.acquire().await;
            let asked = request.headers().clone();
            etag::of_visitor(&asked, next.run(request).await).await
        };
        timeout(ANSWER, answer).await.unwrap_or_else(stuck)
    };
    match context.actor {
        // An account that is refused on and on is told so each time; its trail need not grow with it.
        Some(actor) if response.status() == StatusCode::FORBIDDEN && doorkeeper.throttle.notes(actor.account) => {
            match state.db.denied(Intent::by(&actor, "access.denied").detail(attempt)).await {
                Ok(()) => response,
                Err(error) => Problem::from(error).into_response(),
            }
        }
        _ => response,
    }
}

async fn enter(state: &AppState, doorkeeper: &GateState, request: Request) -> Result<Entered, Error> {
    let (mut parts, body) = request.into_parts();
    if !matches!(parts.method, Method::GET | Method::HEAD | Method::OPTIONS) {
        same_origin(&state.settings, &parts.headers)?;
    }
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    let origin = Origin::of(&state.settings, &parts.headers, peer);
    if let Some(notice) = doorkeeper.notices.of(&state.settings, origin) {
        tracing::warn!(address = origin.text(), peer = ?peer, "{notice}");
    }
    let mut meta = RequestMeta {
        address: origin.text(),
        local: origin.local,
        agent: text(&parts.headers, header::USER_AGENT.as_str()).chars().take(200).collect(),
        request_id: text(&parts.headers, headers::REQUEST_ID.as_str()).into(),
        once: None,
    };
    let actor = match cookies::session_token(&state.settings, &parts.headers) {
        Some(token) => state.authenticate.authenticate(&state.db, &token, &meta).await?,
        None => None,
    };
    let who = actor.as_ref().map_or(Who::Address, |actor| Who::Account(actor.account));
    let running = doorkeeper.throttle.enter(origin.address, who)?;
    let streamed = parts.method == STREAMED.0 && STREAMED.1.contains(&parts.uri.path());
    let body = paced(body);
    let (body, streamed) = if streamed { (Bytes::new(), Some(body)) } else { (read(body).await?, None) };
    let key = text(&parts.headers, IDEMPOTENCY_KEY);
    if !key.is_empty() && parts.method == Method::POST && streamed.is_none() {
        if key.len() > 64 || !key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') {
            return Err(Error::field("Idempotency-Key", "须为至多 64 位的字母、数字或连字符"));
        }
        meta.once = Some(OnceKey {
            key: key.into(),
            route: format!("{} {}", parts.method, parts.uri.path()),
            body: state.vault.digest("once", &content(&parts.headers, &body)),
        });
    }
    let actor = actor.map(|actor| jinqiao_kernel::Actor { request: meta.clone(), ..actor });
    let context = Context { request: meta, actor };
    parts.extensions.insert(context.clone());
    let (streamed, body) = (streamed.is_some(), streamed.unwrap_or_else(|| Body::from(body)));
    Ok(Entered { context, request: Request::from_parts(parts, body), streamed, _running: running })
}

/// Forms on other sites can neither set the custom header nor hide their origin.
fn same_origin(settings: &Settings, headers: &HeaderMap) -> Result<(), Error> {
    let refused = || Error::new(Kind::Forbidden, "csrf.origin", "请求来源不被接受，请从本平台页面操作");
    if headers.get(CUSTOM_HEADER).is_none() || text(headers, "sec-fetch-site") == "cross-site" {
        return Err(refused());
    }
    let Some(origin) = headers.get(header::ORIGIN) else { return Ok(()) };
    let origin = origin.to_str().map_err(|_| refused())?;
    let host = origin.split_once("://").map(|(_, host)| host).ok_or_else(refused)?;
    if origin == settings.public_url.trim_end_matches('/') || host == text(headers, header::HOST.as_str()) {
        return Ok(());
    }
    Err(refused())
}

async fn read(body: Body) -> Result<Bytes, Error> {
    match Limited::new(body, BODY_LIMIT).collect().await {
        Ok(body) => Ok(body.to_bytes()),
        Err(cause) if cause.is::<LengthLimitError>() => {
            let field = jinqiao_kernel::FieldError { field: "body".into(), message: "不能超过 256 KB".into() };
            Err(Error::new(Kind::TooLarge, "request.too_large", "提交的内容过大").with_fields(vec![field]))
        }
        Err(_) => Err(Error::new(Kind::Malformed, "request.malformed", "请求内容没有完整送达，请检查网络后重试")),
    }
}

/// What is asked for besides the route: the body, and the version that was seen where one is named.
fn content(headers: &HeaderMap, body: &Bytes) -> Vec<u8> {
    [text(headers, header::IF_MATCH.as_str()).as_bytes(), b"\n", body].concat()
}

fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

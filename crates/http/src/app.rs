//! Putting the server together.

use crate::{AppState, Problem, compressed, gate, pages};
use axum::{
    Router,
    extract::State,
    middleware::{from_fn, from_fn_with_state},
    response::{IntoResponse, Response},
    routing::get,
};
use jinqiao_kernel::{Error, Kind};
use rust_embed::RustEmbed;
use std::sync::Arc;
use tower_http::catch_panic::CatchPanicLayer;

/// The whole application: `routes` under `/api`, health checks, and the pages `P` for everything else.
pub fn app<P: RustEmbed + 'static>(routes: impl Into<Router<AppState>>, state: AppState) -> Router {
    let api = routes
        .into()
        .fallback(|| async { Problem::from(Error::not_found()) })
        .method_not_allowed_fallback(|| async {
            Problem::from(Error::new(Kind::Method, "request.method", "不支持的请求方法"))
        })
        .layer(from_fn_with_state((state.clone(), Arc::new(gate::GateState::default())), gate::api))
        .layer(compressed::layer())
        .layer(from_fn(compressed::reads_only));
    Router::new()
        .nest("/api", api)
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready))
        .fallback(pages::page::<P>)
        .layer(CatchPanicLayer::custom(|_| Problem::from(Error::internal("a handler panicked")).into_response()))
        .layer(from_fn_with_state(state.clone(), gate::outer))
        .with_state(state)
}

/// Ready when the database has just taken a write, or can be seen to take one.
async fn ready(State(state): State<AppState>) -> Response {
    match state.db.ready().await {
        Ok(()) => "ok".into_response(),
        Err(error) => {
            tracing::warn!(?error, "not ready");
            // A balancer wants one status, whatever is wrong.
            Problem::from(Error::unavailable()).into_response()
        }
    }
}

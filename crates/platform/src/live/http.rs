//! The stream.

use super::topics::topics;
use crate::accounts::{self, ACCOUNT_OWN};
use axum::{
    extract::State,
    http::HeaderValue,
    response::{
        IntoResponse, Response,
        sse::{Event, Sse},
    },
};
use futures_util::stream::unfold;
use jinqiao_db::{Db, Listener};
use jinqiao_http::{Answer, AnyUser, AppState, Routes, guarded};
use jinqiao_kernel::{Actor, Error, Kind};
use std::{convert::Infallible, time::Duration};
use tokio::sync::broadcast::error::RecvError;
use utoipa_axum::routes;

/// A silent stream shows this often that it lives, and looks whether its session still does.
const HEARTBEAT: Duration = Duration::from_secs(15);

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(ACCOUNT_OWN, routes!(live)))
}

/// Topics that have changed for the reader, as server-sent events; `all` when some may have been missed.
#[utoipa::path(get, path = "/live", tag = "live", responses((status = 200, body = String, content_type = "text/event-stream")))]
async fn live(State(app): State<AppState>, user: AnyUser) -> Answer<Response> {
    let too_many = || Error::new(Kind::TooMany, "live.too_many", "打开的页面过多，请关闭一些页面");
    let listener = app.db.listen(user.account).ok_or_else(too_many)?;
    let open = Open { db: app.db, actor: user.clone(), listener };
    let stream = unfold(open, |mut open| async move {
        let event = open.next().await?;
        Some((Ok::<_, Infallible>(event), open))
    });
    let mut response = Sse::new(stream).into_response();
    // A proxy that collects the answer first would never pass it on.
    response.headers_mut().insert("x-accel-buffering", HeaderValue::from_static("no"));
    Ok(response)
}

struct Open {
    db: Db,
    actor: Actor,
    listener: Listener,
}

impl Open {
    /// The next event; none when the stream ends, because the server stops or the session is over.
    async fn next(&mut self) -> Option<Event> {
        let event = loop {
            match tokio::time::timeout(HEARTBEAT, self.listener.next()).await {
                Err(_) => break Event::default().comment("."),
                Ok(Err(RecvError::Closed)) => return None,
                Ok(Err(RecvError::Lagged(_))) => break Event::default().data("all"),
                Ok(Ok(happening)) => {
                    happening.topic.as_ref()?;
                    let told = topics(&happening, &self.actor);
                    if !told.is_empty() {
                        break Event::default().data(told.join(","));
                    }
                }
            }
        };
        accounts::session_lives(&self.db, self.actor.session).await.then_some(event)
    }
}

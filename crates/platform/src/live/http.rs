//! The stream.

use super::{
    door::{Door, Place},
    topics::topics,
};
use crate::accounts::ACCOUNT_OWN;
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
use jinqiao_http::{Answer, AnyUser, AppState, Routes, agreements_owed, guarded};
use jinqiao_kernel::{Actor, Error, Kind, Owed};
use std::{convert::Infallible, time::Duration};
use tokio::{
    sync::broadcast::error::RecvError,
    time::{Instant, Interval, MissedTickBehavior, interval_at},
};
use utoipa_axum::routes;

/// A stream shows this often that it lives, and looks whether its session still does and its account owes nothing first.
const HEARTBEAT: Duration = Duration::from_secs(15);
/// So old may the answer be that a beat, or news of which nobody knows when they came, go by.
const FRESH: Duration = Duration::from_secs(3);

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(ACCOUNT_OWN, routes!(live)))
}

/// Topics that have changed for the reader, as server-sent events; `all` when some may have been missed.
#[utoipa::path(get, path = "/live", tag = "live", responses((status = 200, body = String, content_type = "text/event-stream")))]
async fn live(State(app): State<AppState>, user: AnyUser) -> Answer<Response> {
    // Whoever owes something first is told of nothing.
    match user.owes {
        Some(Owed::Agreements) => return Err(agreements_owed().into()),
        Some(_) => return Err(Error::forbidden("请先完成登录后的必要步骤").into()),
        None => {}
    }
    let too_many = || Error::new(Kind::TooMany, "live.too_many", "打开的页面过多，请关闭一些页面");
    let listener = app.db.listen(user.account).ok_or_else(too_many)?;
    let place = app.db.kept::<Door>().enter(user.session);
    let open = Open { db: app.db, actor: user.clone(), listener, place, beat: beat() };
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
    place: Place,
    beat: Interval,
}

fn beat() -> Interval {
    let mut beat = interval_at(Instant::now() + HEARTBEAT, HEARTBEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    beat
}

/// What `news` brings; none when a beat comes first. The beat goes on whatever comes meanwhile: on a busy platform most of it is
/// for others, and a stream that is told nothing must not look dead.
async fn before_the_beat<T>(beat: &mut Interval, news: impl Future<Output = T>) -> Option<T> {
    tokio::select! {
        _ = beat.tick() => None,
        news = news => Some(news),
    }
}

impl Open {
    /// The next event; none when the stream ends, because the server stops, the session is over, or its account has to accept an agreement first.
    async fn next(&mut self) -> Option<Event> {
        let (event, since) = loop {
            match before_the_beat(&mut self.beat, self.listener.next()).await {
                None => break (Event::default().comment("."), Instant::now() - FRESH),
                Some(Err(RecvError::Closed)) => return None,
                Some(Err(RecvError::Lagged(_))) => break (Event::default().data("all"), Instant::now() - FRESH),
                Some(Ok(news)) => {
                    news.topic.as_ref()?;
                    let told = topics(&news, &self.actor);
                    if !told.is_empty() {
                        break (Event::default().data(told.join(",")), news.heard);
                    }
                }
            }
        };
        self.place.works(&self.db, since).await.then_some(event)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn what_concerns_others_does_not_put_the_beat_off() {
        let (begun, mut beat) = (Instant::now(), beat());
        for beats in 1..=3 {
            // Something for others, each second.
            while before_the_beat(&mut beat, tokio::time::sleep(Duration::from_secs(1))).await.is_some() {}
            assert_eq!(begun.elapsed().as_secs(), beats * HEARTBEAT.as_secs());
        }
    }
}

//! The application that stories run on.

use axum::Router;
use jinqiao_http::AppState;
use jinqiao_platform::{accounts::SessionAuthenticator, concept::Chapters};
use jinqiao_testkit::Parts;
use std::sync::{Arc, OnceLock};

/// The routes with their schemas take far longer to put together than all else that a story begins with.
static ROUTES: OnceLock<Router<AppState>> = OnceLock::new();

/// The application of `chapters`, which are the same for all stories of a test program.
pub fn parts(chapters: Chapters) -> Parts {
    Parts {
        routes: ROUTES.get_or_init(|| chapters.routes().into()).clone(),
        followers: chapters.followers(),
        authenticate: Arc::new(SessionAuthenticator),
        prepare: Box::new(move |db| {
            Box::pin(async move {
                db.migrate(chapters.migrations()).await.expect("migrations run");
                chapters.start(db).await.expect("it is made ready");
            })
        }),
    }
}

//! The application that stories run on.

use axum::{Extension, Router};
use jinqiao_http::AppState;
use jinqiao_platform::{accounts::SessionAuthenticator, concept::Chapters, enterprises::Sources};
use jinqiao_testkit::Parts;
use std::sync::{Arc, OnceLock};

/// The routes with their schemas take far longer to put together than all else that a story begins with.
static ROUTES: OnceLock<Router<AppState>> = OnceLock::new();

/// The application of `chapters`, which are the same for all stories of a test program, connected with no register.
pub fn parts(chapters: Chapters) -> Parts {
    parts_with(chapters, Sources::default())
}

/// As [`parts`], connected with `sources`.
pub fn parts_with(chapters: Chapters, sources: Sources) -> Parts {
    let routes: Router<AppState> = ROUTES.get_or_init(|| chapters.routes().into()).clone();
    Parts {
        routes: routes.layer(Extension(sources)),
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

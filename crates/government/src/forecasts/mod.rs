//! 政策预告: a department announces an item before it is there; firms ask to be told when it moves, is given up, or opens (domain 2.7).

mod access;
mod bounds;
mod content;
mod entity;
mod facts;
mod grants;
mod http;
mod http_enterprise;
mod http_government;
mod letters;
mod migrations;
mod model;
mod reactions;
mod service;
mod store;
mod subscriptions;
mod view;
mod words;

pub use content::ForecastContent;
pub use facts::{ForecastFact, ToldFact};
pub use model::ForecastState;
pub use service::{create, edit, link, publish, withdraw};
pub use subscriptions::{subscribe, unsubscribe};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: &["forecasts.wrong_state"],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: grants::PERMISSIONS,
    ..Concept::new("forecasts")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_government::routes().merge(http_enterprise::routes()).merge(http::routes())
}

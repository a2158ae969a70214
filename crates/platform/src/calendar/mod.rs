//! 工作日历与时限: working days from a holiday table that the operator keeps, and the ends of limits.

mod csv;
mod due;
mod entity;
mod grants;
mod http;
mod known;
mod migrations;
mod model;
mod store;
mod words;

use crate::concept::Concept;
pub use due::Due;
use grants::PERMISSIONS;
use http::routes;
use migrations::migrations;
pub use model::{DayKind, WORKING_DAY, WorkCalendar};
pub use store::{calendar, publish_known_years};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    words: &[words::WORDS],
    start: Some(|db| Box::pin(publish_known_years(db))),
    permissions: PERMISSIONS,
    ..Concept::new("calendar")
};

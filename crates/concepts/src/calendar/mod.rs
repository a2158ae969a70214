//! 工作日历与时限: working days from a holiday table that the operator keeps, and the ends of limits.

mod csv;
mod due;
mod entity;
mod http;
mod known;
mod migrations;
mod model;
mod store;

pub use due::Due;
pub use http::routes;
pub use migrations::migrations;
pub use model::{DayKind, WORKING_DAY, WorkCalendar};
pub use store::{calendar, publish_known_years};

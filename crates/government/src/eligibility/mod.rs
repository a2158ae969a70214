//! 政策匹配, 补贴计算器: for what is known of an enterprise, or what somebody typed, which policy items it may have, why not, what would
//! change that, and how much it would get. Nothing that is typed is kept.

mod asked;
mod evaluate;
mod grants;
mod http;
mod inputs;
mod known;
mod ready;
mod service;
mod view;

pub use known::{record_of, records_of};
pub(crate) use ready::{Ready, of_version};
pub(crate) use service::catalogue;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept =
    Concept { routes: http::routes, permissions: grants::PERMISSIONS, ..Concept::new("eligibility") };

//! 实时更新: open pages are told that something of a kind has changed, by server-sent events that carry topics and nothing
//! else; what it is they read where access is checked.

mod door;
mod http;
mod topics;

use crate::concept::Concept;
use http::routes;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept { routes, codes: &["live.too_many"], ..Concept::new("live") };

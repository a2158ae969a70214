//! 实时更新: open pages are told that something of a kind has changed, by server-sent events that carry topics and nothing
//! else; what it is they read where access is checked.

mod http;
mod topics;

pub use http::routes;

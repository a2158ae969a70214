//! 匹配调参: the operator's weights, version by version, and what a change would have done to the last thirty days before it is saved.

mod effect;
mod entity;
mod http;
mod kept;
mod migrations;
mod model;
mod service;

pub use http::routes;
pub use migrations::migrations;
pub use model::{MatchSettings, NetworkSettings};
pub use service::{current, of_version};

//! 复杂网络与企业分群 on the platform (ADR 24): what firms chose before, computed now and then beside requests, kept run by run, and told in
//! both directions of the matching. The methods are in the crate `jinqiao-matching`.

mod compute;
mod entity;
mod graphs;
mod group;
mod groups;
mod http;
mod links;
mod migrations;
mod models;
mod own;
mod profile;
mod report;
mod round;
mod segments;
mod store;
mod told;

pub use groups::{Group, Groups};
pub use http::routes;
pub use migrations::migrations;
pub use own::Own;
pub use profile::of_wish;
pub use round::{round, run_forever, trial};

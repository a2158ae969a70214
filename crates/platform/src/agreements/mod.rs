//! 保密方案·协议约束: versioned texts per kind of user, and who accepted which version.

mod http;
mod migrations;
mod store;
mod words;

use crate::concept::Concept;
pub use http::AgreementName;
use http::routes;
use migrations::migrations;
pub use store::{Agreement, accept, due, is_due, publish_first_versions, version_of};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    words: &[words::WORDS],
    codes: &["agreements.outdated"],
    ..Concept::new("agreements")
};

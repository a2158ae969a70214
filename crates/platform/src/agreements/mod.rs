//! 保密方案·协议约束: versioned texts per kind of user, and who accepted which version.

mod grants;
mod http;
mod migrations;
mod name;
mod publish;
mod store;
mod words;

use crate::concept::Concept;
use http::routes;
use migrations::migrations;
pub use name::AgreementName;
pub use publish::publish_first_versions;
pub use store::{Agreement, accept, due, is_due, version_of};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    permissions: grants::PERMISSIONS,
    words: &[words::WORDS],
    codes: &["agreements.outdated"],
    ..Concept::new("agreements")
};

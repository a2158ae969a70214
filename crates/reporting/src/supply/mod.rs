//! 供需查询: what enterprises look for and what came of it, for the government. What institutions offer is the public shelf.

mod grants;
mod http;
mod looks;
mod view;
mod words;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    permissions: grants::PERMISSIONS,
    words: &[words::WORDS],
    ..Concept::new("supply")
};

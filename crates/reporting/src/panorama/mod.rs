//! 企业全景: everything that the platform knows of one firm on one page, as far as its reader may know it; each look of somebody else is
//! noted for the firm (domain 2.3).

mod access;
mod gather;
mod grants;
mod http;
mod view;
mod words;

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    permissions: grants::PERMISSIONS,
    words: &[words::WORDS],
    ..Concept::new("panorama")
};

//! 站内短信推送, 自动提醒推送: messages inside the platform, delivered to each reader and kept until read.

mod deliver;
mod entity;
mod facts;
mod grants;
mod http;
mod migrations;
mod settings;
mod store;
mod words;

use crate::concept::Concept;
pub use deliver::delivering;
use grants::PERMISSIONS;
use http::routes;
use migrations::migrations;
pub use store::count_of;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[settings::LETTERS],
    words: &[words::WORDS],
    permissions: PERMISSIONS,
    ..Concept::new("messages")
};

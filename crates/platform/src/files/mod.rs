//! 附件: safe upload, and download only through the record that a file is attached to. A concept of its own, above those
//! that attach (ADR 8).

mod archive;
mod bounds;
mod codes;
mod content;
mod disk;
mod entity;
mod grants;
mod holder;
mod http;
mod letters;
mod mark;
mod migrations;
mod model;
mod name;
mod office;
mod papers;
mod parameters;
mod pdf;
mod receive;
mod room;
mod scanner;
mod serve;
mod service;
mod store;
mod strangers;
mod sweep;
mod words;

use crate::concept::Concept;
pub use disk::{Disk, StorageLow, tell_of_disk};
use grants::PERMISSIONS;
pub use holder::{Holder, HolderFuture, Holders};
use http::routes;
pub use mark::check_mark;
use migrations::migrations;
pub use model::{FileInfo, FileKind, FileState};
pub use receive::{Incoming, Received, receive};
pub use serve::{content, picture, serve};
pub use service::{MOST_ATTACHMENTS, attach, keep, release, replace, replace_among};
pub use store::{hashes, infos};
pub use strangers::keep as keep_of_stranger;
pub use sweep::sweep;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[letters::LETTERS],
    codes: codes::CODES,
    hooks: papers::HOOKS,
    machines: &[model::MACHINE],
    parameters: &[parameters::PARAMETERS],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    ..Concept::new("files")
};

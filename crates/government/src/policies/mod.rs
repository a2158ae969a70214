//! 政策发布: policy items of the departments, their versions with a legal check by another person, and the portal's list.

mod access;
mod attachments;
mod bounds;
mod card;
mod content;
mod entity;
mod facts;
mod fields;
mod grants;
mod http;
mod http_government;
mod letters;
mod lines;
mod migrations;
mod model;
mod parts;
mod portal;
mod reactions;
mod release;
mod rules;
mod service;
mod store;
mod view;
mod windows;
mod words;

pub use content::PolicyContent;
pub(crate) use entity::{policy::Model as Policy, version::Model as PolicyVersion};
pub use facts::{PolicyFact, PolicyStep};
pub use fields::catalogue;
pub(crate) use grants::POLICIES_OWN;
pub use model::{PolicyClass, PolicyLevel, PolicyMode, PolicyState, PolicyVersionState};
pub use parts::{MaterialSource, PolicyContact, PolicyMaterial, PolicyQuestion, PolicyStage};
pub use release::{ItemAction, give_back, move_item, pass, publish, schedule};
pub(crate) use rules::is_link;
pub use service::{create, edit, submit};
pub(crate) use store::{by_id, by_ids, lock_any, titles, version};
pub use windows::{Opening, PolicyWindow};

/// What the concepts that come after use of items.
pub(crate) use {
    portal::{open_items, published},
    store::contents,
    view::{PolicyItem, public_items},
};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE, model::VERSION_MACHINE],
    codes: &["policies.same_person", "policies.wrong_state"],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: grants::PERMISSIONS,
    ..Concept::new("policies")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_government::routes().merge(http::routes())
}

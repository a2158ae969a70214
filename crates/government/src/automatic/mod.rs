//! 免申即享: who may have what an item gives is found from rules and data; the department checks the list, the firms named confirm, and what
//! they confirm goes on as an application that has been reviewed (domain 2.7).

mod codes;
mod entity;
mod facts;
mod find;
mod grants;
mod http_enterprise;
mod http_government;
mod letters;
mod migrations;
mod model;
mod parameters;
mod reactions;
mod service;
mod store;
mod view;
mod words;

pub use model::{AutomaticEntryState, AutomaticState};
pub use service::{Struck, check, confirm, decline, generate};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE, model::ENTRY_MACHINE],
    codes: codes::CODES,
    parameters: &[parameters::PARAMETERS],
    words: &[words::WORDS],
    permissions: grants::PERMISSIONS,
    ..Concept::new("automatic")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_government::routes().merge(http_enterprise::routes())
}

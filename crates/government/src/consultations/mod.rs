//! 会商: during the second review the department asks others what they think of an application. They answer on its form; whatever they say,
//! and whether they do, the reviewer decides (domain 2.7).

mod entity;
mod facts;
mod grants;
mod http;
mod letters;
mod migrations;
mod model;
mod parameters;
mod reactions;
mod service;
mod store;
mod view;
mod words;

pub use model::{ConsultationState, ConsultationVerdict, MOST_ASKED};
pub use service::{answer, ask};
pub use store::waiting;

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: &["consultations.too_many", "consultations.wrong_state"],
    parameters: &[parameters::PARAMETERS],
    words: &[words::WORDS],
    permissions: grants::PERMISSIONS,
    ..Concept::new("consultations")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes()
}

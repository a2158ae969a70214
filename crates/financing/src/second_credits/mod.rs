//! 二次授信: a further credit on a loan that was paid out – more, again, renewed, larger, or extended (domain 2.5, ADR 0018).

mod access;
mod codes;
mod entity;
mod facts;
mod http_enterprise;
mod http_institution;
mod http_operator;
mod letters;
mod migrations;
mod model;
mod opening;
mod pair;
mod parameters;
mod reactions;
mod read;
mod service;
mod store;
mod terms;
mod view;
mod words;

pub use facts::{SecondFact, SecondStep};
pub use model::{SecondKind, SecondSide, SecondState};
pub use service::{SecondRequest, Signature, approve, confirm, request};
pub use store::{extension_of, granted};
pub use terms::{ExtensionDecision, SecondTerms};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: codes::CODES,
    parameters: &[parameters::PARAMETERS],
    reviews: &[model::REVIEW],
    words: &[words::WORDS],
    ..Concept::new("second_credits")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_institution::routes().merge(http_enterprise::routes()).merge(http_operator::routes())
}

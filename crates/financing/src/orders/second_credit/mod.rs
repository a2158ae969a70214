//! 二次授信: a further credit on a loan that was paid out – more, again, renewed, larger, or extended (domain 2.5, ADR 0018).

mod access;
mod entity;
mod facts;
mod http_enterprise;
mod http_institution;
mod http_operator;
mod letters;
mod maturity;
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
pub use letters::LETTERS;
pub use maturity::{matures_on, watch as watch_maturity};
pub use migrations::migrations;
pub use model::{REVIEW, SecondKind, SecondSide, SecondState};
pub use parameters::PARAMETERS;
pub use reactions::reactions;
pub use service::{SecondRequest, Signature, approve, confirm, request};
pub use store::granted;
pub use terms::{ExtensionDecision, SecondTerms};
pub use words::WORDS;

use jinqiao_http::Routes;

/// Routes of this part.
pub fn routes() -> Routes {
    http_institution::routes().merge(http_enterprise::routes()).merge(http_operator::routes())
}

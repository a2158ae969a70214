//! 满意度回访: of the loans that were paid out the operator calls a sample of the enterprises and asks three questions; the share of
//! satisfied ones counts in the institution's assessment.

mod entity;
mod facts;
mod grants;
mod http;
mod migrations;
mod model;
mod parameters;
mod reactions;
mod service;
mod words;

pub use facts::CallbackFact;
pub use model::{CallbackAnswers, CallbackState, Satisfaction};

use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes: http::routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    permissions: grants::PERMISSIONS,
    parameters: &[parameters::PARAMETERS],
    machines: &[model::MACHINE],
    codes: &["callbacks.wrong_state"],
    words: &[words::WORDS],
    ..Concept::new("callbacks")
};

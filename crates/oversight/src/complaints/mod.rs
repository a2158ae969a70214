//! 投诉、反馈, 异常上报: disputes on payments, complaints about either side, objections, feedback, and what the supervisor finds out
//! of order; each is assigned, answered, confirmed or reopened, and put right.

mod access;
mod bounds;
mod entity;
mod facts;
mod fields;
mod grants;
mod http;
mod http_operator;
mod http_oversight;
mod letters;
mod limits;
mod migrations;
mod model;
mod of_firm;
mod operator_service;
mod parameters;
mod reactions;
mod read;
mod reader;
mod rectification;
mod searched;
mod service;
mod steps;
mod store;
mod view;
mod words;

pub use facts::{ComplaintFact, ComplaintStep};
pub use fields::{AnswerIn, ComplaintIn, RectificationIn};
pub use limits::ComplaintTurn;
use migrations::migrations;
pub use model::{ComplaintAction, ComplaintKind, ComplaintState, DisputedFigure, Finding, ObjectionSubject};
pub use of_firm::{FirmComplaints, of_firm};
pub use operator_service::{answer, assign, rectify};
use reactions::reactions;
pub use read::holds_files;
pub use service::{confirm, explain, open, reopen, withdraw};

use grants::PERMISSIONS;
use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    letters: &[letters::LETTERS],
    parameters: &[parameters::PARAMETERS],
    words: &[words::WORDS],
    holder: Some(holds_files),
    machines: &[model::MACHINE],
    codes: &[
        "complaints.already_disputed",
        "complaints.not_yours",
        "complaints.reopened_enough",
        "complaints.wrong_state",
    ],
    bounds: bounds::BOUNDS,
    permissions: PERMISSIONS,
    published: &[parameters::OBJECTION_DAYS],
    start: Some(|db| Box::pin(searched::refresh(db))),
    ..Concept::new("complaints")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes().merge(http_operator::routes()).merge(http_oversight::routes())
}

//! 政策申请: an enterprise applies for what an item gives, and the department reviews it in two steps by two people, makes it public,
//! and hears objections and appeals (plan, 政府中心 2; domain 2.7).

mod access;
mod bounds;
mod codes;
mod consulting;
mod content;
mod decide;
mod entity;
mod facts;
mod fresh;
mod granting;
mod grants;
mod http_enterprise;
mod http_government;
mod http_public;
mod judge;
mod letters;
mod limits;
mod migrations;
mod model;
mod objections;
mod of_firm;
mod parameters;
mod paying;
mod public;
mod reactions;
mod seats;
mod service;
mod standing;
mod statistics;
mod steps;
mod store;
mod traces;
mod view;
mod words;

pub use consulting::ShownForm;
pub(crate) use consulting::{lock_reviewed, note, shown_form};
pub use content::{ApplicationContent, ApplicationMaterial, CorrectionItem, Payee};
pub use decide::{Decision, decide};
pub use facts::{ApplicationFact, ApplicationStep};
pub(crate) use granting::{Grant, given_for, grant};
pub(crate) use judge::Rules;
pub use model::{ApplicationActionKind, ApplicationState, Course, MOST_CORRECTIONS, ReviewSeat, TraceKind};
pub use objections::object;
pub use of_firm::{FirmApplication, FirmApplications, concerns, counts_of_firm, newest_of_firm};
pub(crate) use paying::{Step, list, lock, lock_approved, step};
pub use service::{appeal, begin, save, submit, withdraw};
pub use statistics::{
    Counted, FirmFigures, ReviewSpans, StateFigures, by_state, firms_reached, reached_first, review_spans,
};
pub use store::standing;
pub(crate) use store::{lock_any, reviewed};

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
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: grants::PERMISSIONS,
    ..Concept::new("applications")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_enterprise::routes().merge(http_government::routes()).merge(http_public::routes())
}

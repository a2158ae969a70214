//! 联合授信: several institutions lend together on one demand under a lead, with guarantors beside them; each with an order of
//! its own (domain 2.4, ADR 0017).

mod access;
mod codes;
mod course;
mod enterprise_service;
mod entity;
mod facts;
mod figures;
mod group;
mod http_enterprise;
mod http_institution;
mod lead_service;
mod letters;
mod limits;
mod member_service;
mod migrations;
mod model;
mod parameters;
mod promised;
mod reactions;
mod read;
mod shares;
mod states;
mod store;
mod view;
mod words;
mod write;

pub use enterprise_service::{accept, consent, open_data};
pub use facts::{JointFact, JointMemberFact, JointMemberStep, JointStep};
pub use lead_service::{JointIn, form, propose};
pub use limits::JointTurn;
pub use member_service::{CommitIn, approve, commit};
pub use read::enterprise_joint;
pub use store::{orders_of_joint, share_of};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    hooks: &[course::RECONCILE],
    letters: &[letters::LETTERS, letters::MEMBER_LETTERS],
    machines: &[states::MACHINE, states::MEMBER_MACHINE],
    codes: codes::CODES,
    parameters: &[parameters::PARAMETERS],
    words: &[words::WORDS],
    ..Concept::new("joint_credits")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_institution::routes().merge(http_enterprise::routes())
}

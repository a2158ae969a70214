//! 联合授信: several institutions lend together on one demand under a lead, with guarantors beside them; each with an order of
//! its own (domain 2.4, ADR 0017).

mod access;
mod course;
mod enterprise_service;
mod entity;
mod facts;
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
mod reactions;
mod read;
mod shares;
mod store;
mod view;
mod words;
mod write;

pub use course::reconcile;
pub use enterprise_service::{accept, consent, open_data};
pub use facts::{JointFact, JointMemberFact, JointMemberStep, JointStep};
pub use lead_service::{JointIn, form, propose};
pub use letters::{LETTERS, MEMBER_LETTERS};
pub use limits::JointTurn;
pub use member_service::{CommitIn, approve, commit};
pub use migrations::migrations;
pub use parameters::PARAMETERS;
pub use reactions::reactions;
pub use store::{orders_of_joint, share_of};
pub use words::WORDS;

use jinqiao_http::Routes;

/// Routes of this part.
pub fn routes() -> Routes {
    http_institution::routes().merge(http_enterprise::routes())
}

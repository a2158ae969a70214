//! 贷后管理: a loan after its payment – further draws, the plan by which it is repaid, repayments, what is late, extensions, the use of
//! funds, until it is settled (ADR 34). A draw (借据) is one payment with a voucher and a plan of its own.

mod access;
mod bounds;
mod codes;
mod due;
mod entity;
mod facts;
mod grants;
mod http_enterprise;
mod http_institution;
mod inputs;
mod letters;
mod migrations;
mod model;
mod oversight;
mod position;
mod reactions;
mod read;
mod service;
mod sheet;
mod signals;
mod steps;
mod store;
mod terms;
mod totals;
mod trends;
mod use_checks;
mod view;
mod words;

pub use facts::{DrawFact, DrawStep};
pub use inputs::{ReceiptIn, UseCheckIn};
pub use model::{DrawState, OverdueStage, ReceiptKind, UseFinding};
pub use read::{NextDue, next_due};
pub use service::{collect, record};
pub use signals::signal;
pub use terms::DrawTerms;
pub use totals::{Borrowed, borrowed_by};
pub use trends::{MONTHS, paid_by_month};
pub use use_checks::check_use;

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    reactions: reactions::reactions,
    letters: &[letters::LETTERS],
    permissions: grants::PERMISSIONS,
    machines: &[model::MACHINE],
    bounds: bounds::BOUNDS,
    codes: codes::CODES,
    words: &[words::WORDS],
    ..Concept::new("servicing")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_institution::routes().merge(http_enterprise::routes()).merge(oversight::routes()).merge(trends::routes())
}

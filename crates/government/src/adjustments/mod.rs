//! 政策调整通知: a department reports that a policy has changed; the operator sees to it within three working days that the portal says so,
//! by a new version of the item or by an explanation on its page (domain 2.7).

mod access;
mod bounds;
mod entity;
mod facts;
mod grants;
mod http;
mod http_government;
mod http_operator;
mod letters;
mod migrations;
mod model;
mod parameters;
mod report;
mod steps;
mod store;
mod view;
mod words;

pub use model::AdjustmentState;
pub use report::{AdjustmentIn, report};
pub use steps::{explain, give_back, recall, renew, take};

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: &["adjustments.not_renewed", "adjustments.not_yours", "adjustments.wrong_state"],
    parameters: &[parameters::PARAMETERS],
    published: &[parameters::ADJUSTMENT_DAYS],
    words: &[words::WORDS],
    bounds: bounds::BOUNDS,
    permissions: grants::PERMISSIONS,
    ..Concept::new("adjustments")
};

/// Routes of this concept.
fn routes() -> Routes {
    http_government::routes().merge(http_operator::routes()).merge(http::routes())
}

//! 资金拨付: lists of payments for the finance office, what was paid under which voucher, what failed, and what came back.

mod entity;
mod grants;
mod http;
mod migrations;
mod model;
mod service;
mod sheet;
mod store;
mod view;
mod words;

pub use model::PaymentState;
pub use service::{Paid, fail, list, pay};
pub use store::applications_of;

use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations: migrations::migrations,
    machines: &[model::MACHINE],
    codes: &["payments.nothing", "payments.wrong_state"],
    words: &[words::WORDS],
    permissions: grants::PERMISSIONS,
    ..Concept::new("payments")
};

/// Routes of this concept.
fn routes() -> Routes {
    http::routes()
}

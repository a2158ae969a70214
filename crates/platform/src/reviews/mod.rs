//! 审核管理: the one queue of what waits for the operator. Concepts put their records in and take them out in the same
//! write in which they change their own state; this folder never decides anything.

mod facts;
mod grants;
mod http;
mod inputs;
mod letters;
mod migrations;
mod model;
mod parameters;
mod store;

use crate::concept::Concept;
pub use facts::ReviewFact;
use grants::PERMISSIONS;
pub use grants::REVIEWS_HANDLE;
use http::routes;
pub use inputs::{RefusalIn, ReturnIn};
use migrations::migrations;
pub use model::{Defect, ReviewKind, ReviewState, Submission};
pub use store::{decide, submit};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[letters::LETTERS],
    codes: &["reviews.not_waiting"],
    parameters: &[parameters::PARAMETERS],
    permissions: PERMISSIONS,
    published: &[parameters::REVIEW_DAYS],
    ..Concept::new("reviews")
};

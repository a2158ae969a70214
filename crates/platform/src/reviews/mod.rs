//! 审核管理: the one queue of what waits for the operator. Concepts put their records in and take them out in the same
//! write in which they change their own state; this folder never decides anything.

mod entity;
mod facts;
mod grants;
mod http;
mod http_claims;
mod inputs;
mod letters;
mod migrations;
mod model;
mod parameters;
mod reviewers;
mod service;
mod store;
mod words;

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
    routes: || routes().merge(http_claims::routes()),
    migrations,
    letters: &[letters::LETTERS],
    codes: &["reviews.claimed", "reviews.claimed_enough", "reviews.not_waiting"],
    parameters: &[parameters::PARAMETERS],
    permissions: PERMISSIONS,
    words: &[words::WORDS],
    published: &[parameters::REVIEW_DAYS],
    ..Concept::new("reviews")
};

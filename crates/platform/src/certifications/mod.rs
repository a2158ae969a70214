//! 认证, 机构名片: what an institution or agency tells of itself, and its application to be certified with its licence.

mod entity;
mod facts;
mod grants;
mod http;
mod letters;
mod migrations;
mod model;
mod service;
mod words;

use crate::concept::Concept;
pub use facts::{CertificationFact, CertificationStep};
use grants::PERMISSIONS;
use http::routes;
use migrations::migrations;
pub use model::{CardIn, CertificationState};
pub use service::{apply, decide, save, set_mark};

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    letters: &[letters::LETTERS],
    machines: &[model::MACHINE],
    codes: &["certifications.certified", "certifications.wrong_state"],
    reviews: &[model::REVIEW],
    words: &[words::WORDS],
    permissions: PERMISSIONS,
    ..Concept::new("certifications")
};

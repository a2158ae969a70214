//! 认证, 机构名片: what an institution or agency tells of itself, and its application to be certified with its licence.

mod entity;
mod facts;
mod http;
mod migrations;
mod model;
mod service;

pub use facts::{CertificationFact, CertificationStep};
pub use http::routes;
pub use migrations::migrations;
pub use model::{CardIn, CertificationState};
pub use service::{apply, decide, save};

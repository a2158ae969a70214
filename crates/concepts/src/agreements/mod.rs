//! 保密方案·协议约束: versioned texts per kind of user, and who accepted which version.

mod http;
mod migrations;
mod store;
mod texts;

pub use http::routes;
pub use migrations::migrations;
pub use store::{AgreementKind, accept, publish_first_versions};

//! 审核管理: the one queue of what waits for the operator. Concepts put their records in and take them out in the same
//! write in which they change their own state; this folder never decides anything.

mod facts;
mod http;
mod migrations;
mod model;
mod store;

pub use facts::ReviewFact;
pub use http::routes;
pub use migrations::migrations;
pub use model::{Defect, ReviewKind, ReviewState, Submission, check_defects};
pub use store::{decide, submit};

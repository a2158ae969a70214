//! 验证码: codes that prove who holds a phone or a mailbox, and the way back to a forgotten password by one.

mod codes;
mod entity;
mod forgotten;
mod http;
mod migrations;
mod model;
mod own;
mod words;

pub(super) use codes::{Given, check, sweep, use_up};
pub use http::routes;
pub use migrations::migrations;
pub use model::{CodePurpose, ContactChannel};
pub use words::WORDS;

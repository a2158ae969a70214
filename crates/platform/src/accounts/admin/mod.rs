//! 账号管理: what the operator arranges with everybody's accounts, the links by which a person gets back in, the suspension of
//! an organisation, and the commands at the server's console for the night when nobody can log in.

mod access;
mod authenticator;
mod console;
mod entity;
mod facts;
mod http;
mod http_links;
mod letters;
mod links;
mod migrations;
mod model;
mod resets;
mod service;
mod store;
mod suspension;
mod view;
mod words;

pub(super) use authenticator::{fresh_codes, put_codes};
pub use console::{ConsoleAuthenticator, console_authenticator, console_disable, console_password};
pub use facts::{AccountFact, AccountStep};
pub use letters::LETTERS;
pub(super) use links::intent;
pub use migrations::migrations;
pub(super) use service::{check_not_disabled, tell};
pub(super) use store::void_links;
pub use words::WORDS;

use jinqiao_http::Routes;

/// Routes of this part.
pub fn routes() -> Routes {
    http::routes().merge(http_links::routes())
}

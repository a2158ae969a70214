//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod account_links;
mod accounts;
mod claims;
mod demo;
mod logins;
mod messages;
mod registration;
mod settings;
mod stage;
mod standards;

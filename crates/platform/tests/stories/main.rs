//! Stories of this chapter over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod account_links;
mod accounts;
mod claims;
mod contact_codes;
mod demo;
mod logins;
mod messages;
mod papers;
mod registration;
mod settings;
mod stage;
mod standards;

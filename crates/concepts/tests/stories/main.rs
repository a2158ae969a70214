//! Stories over HTTP, on the engine that `JINQIAO_TEST_ENGINE` names.

mod access;
mod account_admin;
mod before_consent;
mod days;
mod figures;
mod journey;
mod stage;
mod walker;

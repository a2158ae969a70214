//! The servers of the drills, and who logs in there.

use crate::arrange::PASSWORD;
use jinqiao_testkit::process;
use serde_json::json;

pub use process::{Person, Server, Setup, client, encrypt, free_port};

pub const BINARY: &str = env!("CARGO_BIN_EXE_jinqiao");

/// A server on the database at `url`.
pub fn setup(url: &str) -> Setup {
    Setup::of(BINARY, url)
}

/// Somebody of the drills, who have one password.
pub async fn login(base: &str, login: &str) -> Person {
    Person::login(base, &json!({"login": login, "password": PASSWORD})).await
}

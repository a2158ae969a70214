//! Tests as stories over HTTP: an application in this process with a database of its own, a clock that the test moves,
//! and clients that remember their session. Which engine serves is chosen by `JINQIAO_TEST_ENGINE` (`sqlite` unless set
//! to `postgres`; then `JINQIAO_TEST_PG` is the address of a superuser).

mod app;
mod client;
mod courier;
mod database;
mod disk;
mod embeddings;
pub mod multiply;
pub mod process;

pub use app::{Parts, TestApp, test_world};
pub use client::{Client, Reply};
pub use courier::TestCourier;
pub use database::{TestDatabase, engine};
pub use disk::TestDisk;
pub use embeddings::{EmbeddingCall, FakeEmbeddings};

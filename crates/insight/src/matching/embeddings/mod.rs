//! Vectors of published texts from an outside service, where one is configured (ADR 23): a service that fails, or none at all,
//! leaves the likeness of texts as it is without vectors.

mod answer;
mod client;
#[cfg(test)]
mod client_tests;
mod cosines;
mod embedder;
mod entity;
mod http;
mod migrations;
mod published;
mod round;
mod service;
mod store;

pub use client::{EmbeddingSettings, OpenAiEmbedder};
pub use cosines::cosines;
pub use embedder::{Embedded, Embedder, EmbeddingFailure};
pub use http::routes;
pub use migrations::migrations;
pub use published::reactions;
pub use round::{round, run_forever, start};

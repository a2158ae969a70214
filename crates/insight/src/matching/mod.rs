//! 智能匹配: products for a demand and, the other way round (逆向匹配), masked demands for a product, with a score, reasons and
//! near misses. The engine itself is the crate `jinqiao-matching`.

mod cache;
mod codes;
mod describe;
mod described;
mod dispatch;
mod embeddings;
mod estimate;
mod grants;
mod http;
mod indicative;
mod knowledge;
mod network;
mod reverse;
mod service;
mod settings;
mod spoken;
mod tags;
mod texts;
mod tuning;
mod view;
mod words;

pub use dispatch::{CapacityIn, save_capacity};
pub use embeddings::{
    Embedded, Embedder, EmbeddingFailure, EmbeddingSettings, OpenAiEmbedder, round as embed_round,
    run_forever as keep_embedding, start as start_embedding,
};

pub use network::{round as network_round, run_forever as keep_network};

use grants::PERMISSIONS;
use jinqiao_db::{Reaction, schema::Step};
use jinqiao_http::Routes;
use jinqiao_platform::concept::Concept;

/// What this concept brings to the program.
pub const CONCEPT: Concept = Concept {
    routes,
    migrations,
    reactions,
    parameters: &[dispatch::PARAMETERS],
    words: &[words::WORDS],
    codes: codes::CODES,
    permissions: PERMISSIONS,
    ..Concept::new("matching")
};

/// Routes of this concept.
fn routes() -> Routes {
    let parts = [
        dispatch::routes(),
        tuning::routes(),
        texts::routes(),
        embeddings::routes(),
        network::routes(),
        estimate::routes(),
    ];
    parts.into_iter().fold(http::routes(), Routes::merge)
}

/// Steps of this concept.
fn migrations() -> Vec<Step> {
    let parts = [dispatch::migrations(), settings::migrations(), embeddings::migrations(), network::migrations()];
    parts.into_iter().flatten().collect()
}

/// Reactions of this concept.
fn reactions() -> Vec<Reaction> {
    [dispatch::reactions(), embeddings::reactions()].into_iter().flatten().collect()
}

//! 自然语义分析 on the platform: how near a demand's description of use is to a product's, the operator's synonyms with a trial, and
//! what a text suggests while a demand or a profile is written.

mod entity;
mod http;
mod industries;
mod learnt;
mod lexicon;
mod likely;
mod migrations;
mod nearness;
mod suggest;
mod synonyms;
mod trial;

pub use http::routes;
pub use migrations::migrations;
pub use nearness::{Asked, near};

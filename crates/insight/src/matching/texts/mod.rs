//! 自然语义分析 on the platform: how near a demand's description of use is to a product's, the operator's synonyms with a trial, and
//! what a text suggests while a demand or a profile is written.

mod http;
mod industries;
mod learnt;
mod lexicon;
mod likely;
mod nearness;
mod suggest;
mod trial;

pub use http::routes;
pub use nearness::{Asked, near};

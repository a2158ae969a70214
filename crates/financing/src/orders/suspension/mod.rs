//! 暂停使用: what the suspension of one side means for an order. Its limits stand still and go on with what was left; the other
//! side may end it, which counts for nothing.

mod hold;
mod http;

pub use hold::reactions;
pub use http::routes;

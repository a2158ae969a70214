//! 匹配调参: the page of the operator's weights, and what a change would have done to the last thirty days before it is saved.

mod effect;
mod http;

pub use http::routes;

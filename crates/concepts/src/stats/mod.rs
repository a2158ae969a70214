//! 数据统计: the plan's figures, each with its definition and the moment for which it was counted.

mod http;
mod model;

pub use http::routes;

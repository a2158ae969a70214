//! 权限管理, 后台配置: what can be permitted, which role may do what, and the numbers that the operator sets.

mod http;
mod migrations;
mod model;
mod parameters;

pub use http::routes;
pub use migrations::migrations;
pub use model::{Access, Standing, of, perm};
pub use parameters::{Parameter, days_of, set, value_of};

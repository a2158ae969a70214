//! 需企业确认对接, 用户隔离: who may see which data of an enterprise, until when, and who looked.

mod entity;
mod http;
mod migrations;
mod model;
mod store;

pub use entity::consent::Model as Consent;
pub use http::routes;
pub use migrations::migrations;
pub use model::{ConsentScope, check_scopes};
pub use store::{Grant, grant, of_order, of_orders, record_access};

//! 数据核验: what registers and documents say of a firm beside what it says itself. A register is asked with the firm's authorisation
//! only; what it says counts, and the firm sees both.

mod adapter;
mod agreements;
mod document;
mod entity;
mod folder;
mod http;
mod http_operator;
mod migrations;
mod overlay;
mod pull;
mod quality;
mod refresh;
mod register;
mod save;
mod simulator;
mod store;
mod values;
mod view;

pub use adapter::{DataSource, Fetched, SourceFailure, Sources, Statement};
pub use agreements::DATA_VERIFICATION;
pub use folder::Folder;
pub use http::routes as own_routes;
pub use http_operator::routes as operator_routes;
pub use migrations::migrations;
pub use overlay::{overlaid, restored};
pub use pull::authorize;
pub use refresh::{keep_refreshing, refresh_due};
pub use register::Register;
pub use save::{facts_of, store_facts, store_row};
pub use simulator::Simulator;
pub use store::evidence_of;
pub use values::Facts;

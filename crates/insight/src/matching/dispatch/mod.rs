//! 派单: on approval the best institutions get a demand first, a few at a time, one round after the other; then the market
//! opens (domain 2.1, `dispatched`). Also the further round that an enterprise asks for after a refusal (再次匹配).

mod basis;
mod capacity;
mod capacity_http;
mod comparison;
mod entity;
mod http;
mod migrations;
mod parameters;
mod pick;
mod reactions;
mod service;
mod shares;

pub use basis::Basis;
pub use capacity::{CapacityIn, all as capacities, full, save as save_capacity};
pub use entity::Model as Round;
pub use migrations::migrations;
pub use parameters::PARAMETERS;
pub use pick::Pick;
pub use reactions::reactions;
pub use service::since;
pub use shares::{Share, recent};

use jinqiao_http::Routes;

/// Routes of this part.
pub fn routes() -> Routes {
    http::routes().merge(capacity_http::routes())
}

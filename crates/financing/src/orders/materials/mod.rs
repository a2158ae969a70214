//! 补充材料: during due diligence the institution asks for materials once at a time; until the enterprise has answered, the
//! institution's clock stands still (domain 2.2, row 4).

mod entity;
mod migrations;
mod model;
mod read;
mod service;
mod view;

pub use migrations::migrations;
pub use model::{MaterialItem, MaterialsIn};
pub use read::{for_institution, of_order};
pub use service::{ask, lapse, provide, recall};
pub use view::MaterialRequestView;

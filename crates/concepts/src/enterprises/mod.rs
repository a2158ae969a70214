//! 企业数据库: the enterprise's profile, and the bands in which it may be seen before it consents.

mod entity;
mod http;
mod migrations;
mod model;
mod profile;
mod service;
mod store;

pub use entity::Model as Enterprise;
pub use http::routes;
pub use migrations::migrations;
pub use model::{
    IndustrySection, Masked, OrgType, RevenueBand, StaffBand, TaxGrade, Title, YearsBand, completeness, is_division,
};
pub use profile::ProfileIn;
pub use service::{EnterpriseSummary, save_profile, summary};
pub use store::{masked, of_org};

//! 企业数据库: the enterprise's profile, and the bands in which it may be seen before it consents.

mod entity;
mod extras;
mod facts;
mod finance;
mod http;
mod migrations;
mod model;
mod origins;
mod profile;
mod service;
mod sme;
mod store;
mod summary;

pub use entity::Model as Enterprise;
pub use extras::{ExistingLoan, Extras, IpCounts, ListingIntent, ListingStage, Risk, RiskKind};
pub use facts::ProfileCompleted;
pub use finance::{DataSource, FinanceYear, years_of};
pub use http::routes;
pub use migrations::migrations;
pub use model::{
    IndustrySection, Masked, OrgType, RevenueBand, StaffBand, TaxGrade, Title, YearsBand, completeness, is_division,
};
pub use origins::{Origin, Origins};
pub use profile::ProfileIn;
pub use service::save_profile;
pub use sme::{Size, size_of};
pub use store::{masked, of_org};
pub use summary::{EnterpriseSummary, summary};

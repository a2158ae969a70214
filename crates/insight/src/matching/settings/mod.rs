//! The operator's weights, version by version.

mod entity;
mod kept;
mod migrations;
mod model;
mod service;

pub use entity::Model as Version;
pub use migrations::migrations;
pub use model::{MatchSettings, NetworkSettings};
pub use service::{MatchSettingsIn, current, of_version, save, versions};

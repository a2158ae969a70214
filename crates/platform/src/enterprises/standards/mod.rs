//! 标准目录: dated editions of the classification of industries and of the rules of size. The first of each came with the platform; the
//! operator imports further ones, which count from a day on.

mod effect;
mod entity;
mod http;
mod migrations;
mod model;
mod refresh;
mod store;

pub(super) use effect::firms_after;
pub use http::routes;
pub use migrations::migrations;
pub use model::{EditionIn, StandardKind};
pub use refresh::refresh_sizes;
pub use store::{Standards, in_force, save};

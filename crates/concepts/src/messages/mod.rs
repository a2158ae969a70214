//! 站内短信推送, 自动提醒推送: messages inside the platform, written in reaction to facts.

mod account_letters;
mod complaints;
mod compose;
mod compose_joint;
mod compose_second;
mod consents;
mod entity;
mod facts;
mod http;
mod migrations;
mod model;
mod order_letters;
mod points_letters;
mod rating_letters;
mod reactions;
mod store;

pub use http::routes;
pub use migrations::migrations;
pub use reactions::reactions;
pub use store::count_of;

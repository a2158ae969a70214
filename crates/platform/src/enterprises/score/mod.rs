//! 创新积分: a score of 100 from the eighteen indicators of the national framework (domain 3.7a), by stage, with dated weights that
//! the operator keeps.

mod compute;
mod entity;
mod http;
mod indicator;
mod measure;
mod migrations;
mod service;
mod table;
mod view;

pub use compute::Score;
pub use http::routes;
pub use indicator::{Indicator, ScoreGrade, ScoreGroup, ScoreStage, Unit};
pub use migrations::migrations;
pub use service::{grade_of, of_profile, of_profiles, save_table};
pub use table::{ScoreTable, ScoreTableIn};
pub use view::OpenedScore;

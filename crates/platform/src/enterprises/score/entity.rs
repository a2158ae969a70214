//! Table `score_tables`.

use super::ScoreTable;
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, NaiveDate};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "score_tables")]
pub struct Model {
    /// The day from which it counts.
    #[sea_orm(primary_key, auto_increment = false)]
    pub effective_on: NaiveDate,
    pub official: bool,
    pub source: String,
    pub body: Doc<ScoreTable>,
    pub version: i32,
    pub updated_at: DateTime,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

//! Table `standard_editions`.

use super::StandardKind;
use jinqiao_kernel::{DateTime, NaiveDate};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "standard_editions")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kind: StandardKind,
    /// The day from which it counts.
    #[sea_orm(primary_key, auto_increment = false)]
    pub valid_from: NaiveDate,
    /// Where it comes from, in the operator's words.
    pub source: String,
    /// The rows as a sheet.
    pub body: String,
    /// How many.
    pub rows: i32,
    pub updated_at: DateTime,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

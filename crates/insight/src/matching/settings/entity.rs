//! Table `match_settings`: every version that ever counted.

use super::kept::Kept;
use jinqiao_db::Doc;
use jinqiao_kernel::DateTime;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_settings")]
pub struct Model {
    /// From 1; 0 are the settings that the platform ships.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub at: DateTime,
    pub reason: String,
    pub body: Doc<Kept>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

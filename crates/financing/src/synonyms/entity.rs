//! Table `match_synonyms`: every version that ever counted.

use jinqiao_kernel::DateTime;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "match_synonyms")]
pub struct Model {
    /// From 1; 0 are the synonyms that the platform ships.
    #[sea_orm(primary_key, auto_increment = false)]
    pub version: i32,
    pub at: DateTime,
    pub reason: String,
    /// As typed: one group a line.
    pub body: String,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

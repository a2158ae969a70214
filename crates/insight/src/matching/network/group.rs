//! Table `match_clusters`: clusters of firms (企业分群) of the newest runs, with what each chooses.

use super::compute::Preference;
use jinqiao_db::Doc;
use jinqiao_kernel::OrgId;
use jinqiao_matching::clusters::Profile;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "match_clusters")]
pub struct Model {
    /// Number of the run.
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    /// By which people know it; 0 is everybody.
    #[sea_orm(primary_key, auto_increment = false)]
    pub label: i64,
    pub description: String,
    pub medoid: Doc<Profile>,
    pub members: Doc<Vec<OrgId>>,
    #[sea_orm(column_name = "likings")]
    pub preferences: Doc<Vec<Preference>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

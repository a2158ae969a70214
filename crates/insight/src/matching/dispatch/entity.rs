//! Table `dispatches`: what was decided, and by what, so that it can be done again.

use super::{basis::Basis, pick::Pick};
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, DemandId, DispatchId, ProductId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatches")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DispatchId,
    pub demand_id: DemandId,
    /// From 1; 0 for a further round on the open market.
    pub round: i32,
    pub at: DateTime,
    /// Version of the demand that was compared.
    pub demand_version: i32,
    /// Products that were compared, each in its version.
    pub compared: Doc<Vec<(ProductId, i32)>>,
    pub picks: Doc<Vec<Pick>>,
    /// By what it was decided; none for rounds before it was kept.
    pub basis: Option<Doc<Basis>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

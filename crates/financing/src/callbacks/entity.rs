//! Table `callbacks`.

use super::model::{CallbackAnswers, CallbackState};
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{AccountId, CallbackId, DateTime, OrderId, OrgId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "callbacks")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: CallbackId,
    pub order_id: OrderId,
    pub order_no: String,
    pub enterprise_id: OrgId,
    pub institution_id: OrgId,
    pub state: CallbackState,
    pub version: i32,
    pub answers: Doc<Option<CallbackAnswers>>,
    /// Calls that were not answered.
    pub missed: i32,
    pub due_at: DateTime,
    pub drawn_at: DateTime,
    pub called_by: Option<AccountId>,
    pub called_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}

//! Table `orders`.

use super::{Contact, Decision, Disbursement, Offer, OrderState, RefusalCode};
use jinqiao_db::Doc;
use jinqiao_kernel::{AccountId, DateTime, DemandId, Money, OrderId, OrgId, UnitId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderId,
    pub no: String,
    pub demand_id: DemandId,
    pub enterprise_id: OrgId,
    pub institution_id: OrgId,
    pub unit_id: UnitId,
    pub officer_id: AccountId,
    pub state: OrderState,
    pub version: i32,
    pub offer: Doc<Offer>,
    pub contact: Option<Doc<Contact>>,
    pub decision: Option<Doc<Decision>>,
    pub disbursement: Option<Doc<Disbursement>>,
    pub refusal_code: Option<RefusalCode>,
    /// Why the order ended without money, in the words of whoever ended it.
    pub ended_because: Option<String>,
    /// Accepted by the enterprise, fen.
    pub granted_amount: Money,
    /// Paid out, fen.
    pub disbursed_amount: Money,
    pub contacted_at: Option<DateTime>,
    pub decided_at: Option<DateTime>,
    pub disbursed_at: Option<DateTime>,
    pub opened_at: DateTime,
    pub updated_at: DateTime,
    pub closed_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

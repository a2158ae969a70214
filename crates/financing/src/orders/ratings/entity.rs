//! Table `ratings`.

use super::model::{AppealState, Mark, RatingParty};
use jinqiao_db::Doc;
use jinqiao_kernel::{AccountId, DateTime, OrderId, OrgId, RatingId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "ratings")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RatingId,
    pub order_id: OrderId,
    pub party: RatingParty,
    pub from_org: OrgId,
    pub to_org: OrgId,
    pub account_id: AccountId,
    pub marks: Doc<Vec<Mark>>,
    /// The overall mark once more, for averages.
    pub overall: i32,
    pub text: Option<String>,
    pub given_at: DateTime,
    /// From when it counts and is read: at once when it is the second, otherwise when the window ends.
    pub opens_at: DateTime,
    pub reply: Option<String>,
    pub replied_at: Option<DateTime>,
    pub appeal: Option<String>,
    pub appeal_state: Option<AppealState>,
    pub appealed_at: Option<DateTime>,
    pub ruling: Option<String>,
    pub ruled_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

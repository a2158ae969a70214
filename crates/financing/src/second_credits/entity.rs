//! Table `second_credits`.

use super::{
    model::{SecondKind, SecondSide, SecondState},
    terms::{ExtensionDecision, SecondTerms},
};
use crate::orders::RefusalCode;
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{AccountId, DateTime, NaiveDate, OrderId, OrgId, SecondCreditId};
use jinqiao_platform::consents::ConsentScope;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "second_credits")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SecondCreditId,
    pub no: String,
    pub kind: SecondKind,
    pub asked_by: SecondSide,
    pub state: SecondState,
    pub version: i32,
    /// The order of the loan that was paid out.
    pub first_order_id: OrderId,
    pub enterprise_id: OrgId,
    pub institution_id: OrgId,
    /// When the loan ended as it was asked for.
    pub matures_on: NaiveDate,
    pub wanted: Doc<SecondTerms>,
    /// The same of last time.
    pub last: Doc<SecondTerms>,
    pub note: Option<String>,
    /// What the enterprise opens again, once it has signed …
    pub scopes: Doc<Vec<ConsentScope>>,
    /// … the text that it signed …
    pub text_version: Option<i32>,
    pub text_hash: Option<String>,
    /// … and who did.
    pub signer_id: Option<AccountId>,
    /// The new order; none of an extension, and before it was opened.
    pub order_id: Option<OrderId>,
    pub decision: Doc<Option<ExtensionDecision>>,
    pub refusal_code: Option<RefusalCode>,
    /// Why it ended without credit.
    pub reason: Option<String>,
    pub due_at: Option<DateTime>,
    pub asked_at: DateTime,
    pub updated_at: DateTime,
    pub closed_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Versioned for Entity {
    const ID: Column = Column::Id;
    const VERSION: Column = Column::Version;
}

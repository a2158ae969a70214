//! Tables `draws`, `receipts` and `use_checks`.

use super::{
    model::{DrawState, OverdueStage},
    terms::{DrawTerms, Extension},
};
use jinqiao_db::{Doc, Versioned};
use jinqiao_kernel::{DateTime, DemandId, DrawId, Money, NaiveDate, OrderId, OrgId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "draws")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DrawId,
    pub order_id: OrderId,
    pub order_no: String,
    pub demand_id: DemandId,
    pub enterprise_id: OrgId,
    pub institution_id: OrgId,
    /// Which of the order's draws, from 1.
    pub place: i32,
    pub state: DrawState,
    pub version: i32,
    pub terms: Doc<DrawTerms>,
    /// Of the terms, to find and to add up: without blanks, in capitals.
    pub voucher_no: String,
    pub amount: Money,
    pub extensions: Doc<Vec<Extension>>,
    pub matures_on: NaiveDate,
    /// Principal that is not repaid, fen.
    pub owed: Money,
    /// Interest that was paid, fen.
    pub interest_paid: Money,
    /// Fees and penalties that were paid, fen.
    pub other_paid: Money,
    pub next_on: Option<NaiveDate>,
    /// Principal and interest that fall due then, fen.
    pub next_amount: Money,
    pub late_since: Option<NaiveDate>,
    pub late_amount: Money,
    /// The stage that both sides were told of.
    pub stage: Option<OverdueStage>,
    /// When the enterprise's answer is due.
    pub due_at: Option<DateTime>,
    /// Why it counts for nothing, or is settled before the plan says so.
    pub reason: Option<String>,
    pub recorded_at: DateTime,
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

pub mod receipts {
    use crate::servicing::model::ReceiptKind;
    use jinqiao_kernel::{AccountId, DateTime, DrawId, Money, NaiveDate, OrgId, ReceiptId};
    use sea_orm::entity::prelude::*;

    /// A repayment (还款登记).
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "receipts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ReceiptId,
        pub draw_id: DrawId,
        pub institution_id: OrgId,
        pub serial_no: String,
        /// The same while it counts, to hold it once.
        pub counted_no: Option<String>,
        pub paid_on: NaiveDate,
        pub kind: ReceiptKind,
        pub principal: Money,
        pub interest: Money,
        pub other: Money,
        pub recorded_by: AccountId,
        pub recorded_at: DateTime,
        pub reversed_because: Option<String>,
        pub reversed_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod checks {
    use crate::servicing::model::UseFinding;
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, DateTime, DrawId, FileId, NaiveDate, UseCheckId};
    use sea_orm::entity::prelude::*;

    /// What the money was used for, as the institution found it (用途核查).
    #[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
    #[sea_orm(table_name = "use_checks")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: UseCheckId,
        pub draw_id: DrawId,
        pub checked_on: NaiveDate,
        pub finding: UseFinding,
        pub note: String,
        pub attachments: Doc<Vec<FileId>>,
        pub recorded_by: AccountId,
        pub recorded_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

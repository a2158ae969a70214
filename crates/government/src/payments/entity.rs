//! Tables `payment_batches` and `payment_lines`.

/// A list for the finance office.
pub mod batch {
    use jinqiao_kernel::{AccountId, DateTime, Money, OrgId, PaymentBatchId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment_batches")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PaymentBatchId,
        pub no: String,
        pub department_id: OrgId,
        pub count: i32,
        pub total: Money,
        pub created_by: AccountId,
        pub created_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A payment: what it was when it was listed stays, whatever the firm is called later. The key lists an application once for each attempt.
pub mod line {
    use super::super::PaymentState;
    use crate::applications::Payee;
    use jinqiao_db::Doc;
    use jinqiao_kernel::{ApplicationId, DateTime, Money, NaiveDate, PaymentBatchId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "payment_lines")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        /// From 1; the next one after a failure.
        #[sea_orm(primary_key, auto_increment = false)]
        pub attempt: i32,
        pub batch_id: PaymentBatchId,
        /// Its place on the list, from 1.
        pub place: i32,
        pub no: String,
        pub title: String,
        pub enterprise: String,
        pub uscc: String,
        pub payee: Doc<Payee>,
        pub amount: Money,
        pub state: PaymentState,
        pub voucher: Option<String>,
        pub paid_on: Option<NaiveDate>,
        /// Why it failed.
        pub reason: Option<String>,
        pub reported_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

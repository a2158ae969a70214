//! Tables `adjustments` and `adjustment_items`.

use jinqiao_db::Versioned;

/// A notice of change.
pub mod adjustment {
    use super::super::AdjustmentState;
    use jinqiao_kernel::{AccountId, DateTime, NaiveDate, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "adjustments")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub no: String,
        pub department_id: OrgId,
        pub state: AdjustmentState,
        /// The operator still has to act; kept beside the state, so that one index serves the queue.
        pub waits: bool,
        /// Counts every step, for the optimistic lock.
        pub version: i32,
        /// Number of the new document (文号) …
        pub basis: String,
        /// … and where it can be read.
        pub link: String,
        /// What has changed.
        pub change: String,
        /// From when it counts.
        pub effective_on: NaiveDate,
        pub reported_by: AccountId,
        pub created_at: DateTime,
        /// Until when the operator has to end it.
        pub due_at: DateTime,
        /// The operator who has it in hand, and who ended it.
        pub taken_by: Option<AccountId>,
        pub taken_at: Option<DateTime>,
        pub ended_at: Option<DateTime>,
        /// What the pages of its items say of it, or said.
        pub explanation: Option<String>,
        /// Why it went back, or its explanation was taken down.
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// An item that a notice is about.
pub mod item {
    use jinqiao_kernel::{DateTime, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "adjustment_items")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub adjustment_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub policy_id: PolicyId,
        /// Number of the version in force when it was reported.
        pub number: i32,
        /// Since when an explanation stands on its page; none without.
        pub explained_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for adjustment::Entity {
    const ID: adjustment::Column = adjustment::Column::Id;
    const VERSION: adjustment::Column = adjustment::Column::Version;
}

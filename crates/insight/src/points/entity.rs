//! Tables of points and of what they are reckoned from.

pub(super) mod rule {
    use crate::points::{PointEvent, PointSide, RuleTerms};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, DateTime, PointRuleId};
    use sea_orm::entity::prelude::*;

    /// One version of a rule; never changed.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "point_rules")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PointRuleId,
        pub event: PointEvent,
        pub side: PointSide,
        /// From 1, one series for each event and side.
        pub number: i32,
        pub terms: Doc<RuleTerms>,
        /// Applies to what happens from then on, until a later version does.
        pub valid_from: DateTime,
        pub note: Option<String>,
        pub account_id: Option<AccountId>,
        pub created_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod entry {
    use crate::points::{PointEvent, PointSide};
    use jinqiao_kernel::{AccountId, DateTime, OrgId, PointRuleId};
    use sea_orm::entity::prelude::*;

    /// An entry of the ledger; never changed.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "points_ledger")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        /// From 1 without a gap, one series for each organisation.
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i64,
        pub side: PointSide,
        pub event: PointEvent,
        pub rule_id: PointRuleId,
        /// What it is about: an order, a demand, a rating, an organisation …
        pub subject: Uuid,
        /// … and which occasion with it, so that each is entered once.
        pub reference: String,
        pub points: i32,
        /// When it happened.
        pub at: DateTime,
        /// When it was entered.
        pub entered_at: DateTime,
        /// The operator's words on a finding or correction.
        pub reason: Option<String>,
        pub account_id: Option<AccountId>,
        /// Number of the entry that this one takes back.
        pub reverses: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod balance {
    use crate::points::PointSide;
    use jinqiao_kernel::{DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    /// What an organisation's entries add up to; its lock orders them.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "points_balances")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        pub side: PointSide,
        pub balance: i64,
        pub entries: i64,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod service {
    use crate::points::duties::ServiceKind;
    use jinqiao_kernel::{DateTime, OrderId, OrgId};
    use sea_orm::entity::prelude::*;

    /// What an institution owed or achieved on one order.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "service_records")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub order_id: OrderId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: ServiceKind,
        pub institution_id: OrgId,
        pub started_at: DateTime,
        /// When it was certain whether it was kept: done, or over its limit.
        pub settled_at: Option<DateTime>,
        /// Done within the limit; for a deal, whether it came about.
        pub kept: Option<bool>,
        pub done_at: Option<DateTime>,
        /// Working time from start to end, minutes, without what was spent waiting for the enterprise's materials.
        pub minutes: Option<i64>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

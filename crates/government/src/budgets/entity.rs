//! Tables `policy_budgets` and `policy_budget_moves`.

/// What stands in the budget of an item.
pub mod budget {
    use super::super::model::Sums;
    use jinqiao_kernel::{DateTime, Money, OrgId, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_budgets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub policy_id: PolicyId,
        pub department_id: OrgId,
        pub total: Option<Money>,
        pub reserved: Money,
        pub listed: Money,
        pub paid: Money,
        pub recovered: Money,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        pub fn sums(&self) -> Sums {
            let Self { total, reserved, listed, paid, recovered, .. } = *self;
            Sums { total, reserved, listed, paid, recovered }
        }
    }
}

/// Every movement, for ever.
pub mod movement {
    use super::super::BudgetMove;
    use jinqiao_kernel::{AccountId, ApplicationId, DateTime, Money, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_budget_moves")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub policy_id: PolicyId,
        pub application_id: ApplicationId,
        pub kind: BudgetMove,
        pub amount: Money,
        /// What was left after it; none without a bound.
        pub left: Option<Money>,
        pub account_id: Option<AccountId>,
        pub at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

//! Tables `joint_credits` and `joint_members`.

use jinqiao_db::Versioned;

pub(super) mod joint {
    use super::super::{limits::JointRules, model::JointState};
    use crate::loans::Repayment;
    use crate::products::Guarantee;
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, DemandId, JointCreditId, Money, OrderId, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "joint_credits")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JointCreditId,
        pub no: String,
        pub demand_id: DemandId,
        pub enterprise_id: OrgId,
        pub lead_id: OrgId,
        /// The lead's order.
        pub order_id: OrderId,
        pub state: JointState,
        pub version: i32,
        /// The whole loan, fen.
        pub total: Money,
        /// What guarantors are to cover together, fen; zero for none.
        pub guaranteed: Money,
        pub term_months: i32,
        pub repayment: Repayment,
        pub guarantee: Guarantee,
        /// Words to those who are invited; nothing in them names the enterprise.
        pub note: Option<String>,
        /// Every certified institution may take a share.
        pub open: bool,
        /// The one extension was used.
        pub extended: bool,
        pub rules: Doc<JointRules>,
        pub due_at: Option<DateTime>,
        /// Why it ended without credit.
        pub ended_because: Option<String>,
        /// When the enterprise let others be invited; before that nobody but the lead knows of it.
        pub consented_at: Option<DateTime>,
        pub offered_at: Option<DateTime>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        pub closed_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod member {
    use super::super::{
        model::{JointMemberState, JointRole},
        shares::Part,
    };
    use crate::orders::RefusalCode;
    use jinqiao_kernel::{AccountId, DateTime, JointCreditId, JointMemberId, Money, OrderId, OrgId, Rate, UnitId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "joint_members")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: JointMemberId,
        pub joint_id: JointCreditId,
        pub institution_id: OrgId,
        /// In which order they were asked, from 0; the lead is the first.
        pub place: i32,
        pub role: JointRole,
        pub state: JointMemberState,
        pub version: i32,
        /// Its order on the demand, once the enterprise has opened its data.
        pub order_id: Option<OrderId>,
        /// The order was there before, and goes on by itself when the joint credit comes to nothing.
        pub adopted: bool,
        /// Working minutes that such an order had left for its decision when it was bound; its clock stands still.
        pub minutes: Option<i64>,
        /// Who took the share.
        pub officer_id: Option<AccountId>,
        pub unit_id: Option<UnitId>,
        /// What it offered, fen …
        pub wanted: Money,
        /// … and what it got when too much had come together.
        pub share: Money,
        pub rate: Option<Rate>,
        /// Guarantors: fee over the whole term, fen.
        pub fee: Money,
        pub conditions: Option<String>,
        pub refusal_code: Option<RefusalCode>,
        pub reason: Option<String>,
        /// When it should have decided; none while its clock stands still …
        pub due_at: Option<DateTime>,
        /// … because the enterprise owes materials: working minutes that were left then.
        pub left_minutes: Option<i64>,
        pub invited_at: DateTime,
        pub committed_at: Option<DateTime>,
        pub decided_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// What counts of it.
        pub fn part(&self) -> Part {
            Part { role: self.role, state: self.state, share: self.share }
        }
    }
}

pub(super) use joint::Model as Joint;
pub(super) use member::Model as Member;

impl Versioned for joint::Entity {
    const ID: joint::Column = joint::Column::Id;
    const VERSION: joint::Column = joint::Column::Version;
}

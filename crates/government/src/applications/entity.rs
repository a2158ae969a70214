//! Tables of applications: the application, what was handed in each time, who sits where, what was said, and what may be claimed twice.

use jinqiao_db::Versioned;

/// An application. Its content is what the enterprise writes on; what was handed in is frozen in `submission`.
pub mod application {
    use super::super::{
        ApplicationState,
        content::{ApplicationContent, CorrectionItem, KnownValue},
    };
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, ApplicationId, DateTime, Money, OrgId, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_applications")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ApplicationId,
        /// Once it is handed in.
        pub no: Option<String>,
        pub policy_id: PolicyId,
        /// The version of the item that it began on and ends on.
        pub number: i32,
        /// What the item is called in that version.
        pub title: String,
        pub department_id: OrgId,
        pub enterprise_id: OrgId,
        pub state: ApplicationState,
        /// A person of the department has to decide: kept beside the state for the pool's index.
        pub in_pool: bool,
        /// Counts every change, for the optimistic lock.
        pub version: i32,
        /// How often it was handed in.
        pub round: i32,
        /// How often it was sent back to be corrected.
        pub corrections: i32,
        pub appealed: bool,
        /// Where it stood when it was appealed: there it goes back to when the appeal is wrong.
        pub appealed_from: Option<ApplicationState>,
        pub pays: bool,
        /// Working days of publicity; zero for none.
        pub publicity_days: i32,
        pub content: Doc<ApplicationContent>,
        /// What the platform filled in when it began.
        pub known: Doc<Vec<KnownValue>>,
        /// What has to be corrected.
        pub faults: Doc<Vec<CorrectionItem>>,
        /// What the rules came to when it was handed in last, fen.
        pub computed: Option<Money>,
        /// What the first review grants, fen.
        pub amount: Option<Money>,
        /// What the budget holds for it, fen.
        pub held: Money,
        /// Why it was returned, refused, withdrawn or recovered.
        pub reason: Option<String>,
        pub claimed_by: Option<AccountId>,
        pub due_at: Option<DateTime>,
        /// Working minutes that were left of the first review when something had to be corrected.
        pub left_minutes: Option<i64>,
        /// When its publicity ends, or ended.
        pub public_until: Option<DateTime>,
        pub created_by: AccountId,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        pub submitted_at: Option<DateTime>,
        pub closed_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What was handed in, each time; never changes.
pub mod submission {
    use super::super::content::{ApplicationContent, Judged};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, ApplicationId, DateTime};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_submissions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub round: i32,
        pub content: Doc<ApplicationContent>,
        pub judged: Doc<Judged>,
        pub by: AccountId,
        pub at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Who sits where: the key gives nobody two places at one application.
pub mod seat {
    use super::super::ReviewSeat;
    use jinqiao_kernel::{AccountId, ApplicationId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_seats")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        pub seat: ReviewSeat,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What a person of the department decided, and why. It names a place that the person has.
pub mod opinion {
    use super::super::{ApplicationState, ReviewSeat, content::CorrectionItem};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, ApplicationId, DateTime, Money};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_opinions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: ApplicationId,
        pub round: i32,
        pub seat: ReviewSeat,
        pub account_id: AccountId,
        /// Where the application went.
        pub led_to: ApplicationState,
        pub text: String,
        pub faults: Doc<Vec<CorrectionItem>>,
        pub amount: Option<Money>,
        pub at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What must not be claimed twice: a file's content, or the number of an invoice or contract.
pub mod trace {
    use super::super::TraceKind;
    use jinqiao_kernel::ApplicationId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_traces")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub application_id: ApplicationId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub kind: TraceKind,
        #[sea_orm(primary_key, auto_increment = false)]
        pub value: String,
        /// Where it stands, for people.
        pub label: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// What somebody said against an application while it was public.
pub mod objection {
    use jinqiao_kernel::{AccountId, ApplicationId, DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_objections")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub application_id: ApplicationId,
        pub org_id: OrgId,
        pub account_id: AccountId,
        pub text: String,
        pub at: DateTime,
        /// What came of it.
        pub answer: Option<String>,
        pub upheld: Option<bool>,
        pub answered_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub use application::Model as Application;

impl Versioned for application::Entity {
    const ID: application::Column = application::Column::Id;
    const VERSION: application::Column = application::Column::Version;
}

//! Tables `policies`, `policy_versions` and `policy_windows`.

use jinqiao_db::Versioned;

/// An item. The columns after `published` repeat what its published version says, for lists and filters.
pub mod policy {
    use super::super::{PolicyClass, PolicyLevel, PolicyMode, PolicyState, PolicyVersionState, card::PolicyCard};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, NaiveDate, OrgId, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policies")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: PolicyId,
        pub no: String,
        pub department_id: OrgId,
        pub state: PolicyState,
        /// Counts every change, for the optimistic lock.
        pub version: i32,
        /// Number of the newest version, …
        pub latest: i32,
        /// … where it stands, …
        pub latest_state: PolicyVersionState,
        /// … and what it is called.
        pub latest_title: String,
        /// Why it is suspended or closed.
        pub reason: Option<String>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
        /// Number of the version in force.
        pub published: Option<i32>,
        /// Everybody can read it; kept beside the state, so that one index serves the public list.
        pub listed: bool,
        pub card: Option<Doc<PolicyCard>>,
        pub level: Option<PolicyLevel>,
        pub class: Option<PolicyClass>,
        pub mode: Option<PolicyMode>,
        pub opens_on: Option<NaiveDate>,
        pub closes_on: Option<NaiveDate>,
        pub published_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// One version; frozen once it is published.
pub mod version {
    use super::super::{PolicyContent, PolicyVersionState};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, DateTime, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_versions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub policy_id: PolicyId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub number: i32,
        pub state: PolicyVersionState,
        pub content: Doc<PolicyContent>,
        /// Everybody who wrote on it.
        pub authors: Doc<Vec<AccountId>>,
        /// Who wrote last.
        pub written_by: AccountId,
        pub submitted_by: Option<AccountId>,
        pub submitted_at: Option<DateTime>,
        /// Who found it lawful.
        pub checked_by: Option<AccountId>,
        pub checked_at: Option<DateTime>,
        /// What the legal check says.
        pub opinion: Option<String>,
        pub publish_at: Option<DateTime>,
        pub published_at: Option<DateTime>,
        pub created_at: DateTime,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A window after the first of the version in force.
pub mod window {
    use jinqiao_kernel::{NaiveDate, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "policy_windows")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub policy_id: PolicyId,
        /// Counted from one; the first window stands at the item itself.
        #[sea_orm(primary_key, auto_increment = false)]
        pub place: i32,
        pub opens_on: NaiveDate,
        pub closes_on: Option<NaiveDate>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for policy::Entity {
    const ID: policy::Column = policy::Column::Id;
    const VERSION: policy::Column = policy::Column::Version;
}

//! Tables `automatic_lists` and `automatic_entries`.

use jinqiao_db::Versioned;

/// A list of who may have what an item gives.
pub mod list {
    use super::super::AutomaticState;
    use jinqiao_kernel::{AccountId, DateTime, OrgId, PolicyId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "automatic_lists")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub no: String,
        pub policy_id: PolicyId,
        /// Version of the item that it was found by.
        pub number: i32,
        pub title: String,
        pub department_id: OrgId,
        pub state: AutomaticState,
        pub version: i32,
        /// Firms that were looked at …
        pub firms: i32,
        /// … and whether there are more.
        pub more: bool,
        pub created_by: AccountId,
        pub created_at: DateTime,
        /// Who checked it: another person.
        pub checked_by: Option<AccountId>,
        pub opinion: Option<String>,
        pub checked_at: Option<DateTime>,
        /// Until when firms confirm.
        pub due_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// A firm of a list, and why it stands where it stands.
pub mod entry {
    use super::super::AutomaticEntryState;
    use jinqiao_kernel::{ApplicationId, DateTime, Money, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "automatic_entries")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub list_id: Uuid,
        #[sea_orm(primary_key, auto_increment = false)]
        pub enterprise_id: OrgId,
        pub state: AutomaticEntryState,
        /// Why: what it fails, what cannot be told, why it was struck or declined.
        pub reason: Option<String>,
        pub amount: Option<Money>,
        pub application_id: Option<ApplicationId>,
        pub updated_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

impl Versioned for list::Entity {
    const ID: list::Column = list::Column::Id;
    const VERSION: list::Column = list::Column::Version;
}

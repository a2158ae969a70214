//! Tables of accounts and what belongs to them.

pub(super) mod account {
    use crate::{
        accounts::{model::PersonMobile, totp::TotpSeed},
        organizations::{OrganizationColumn, Organizations},
    };
    use jinqiao_kernel::{Access, AccountId, DateTime, OrgId, Role, Sealed, UnitId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "accounts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AccountId,
        pub no: String,
        pub org_id: OrgId,
        pub unit_id: UnitId,
        pub role: Role,
        pub primary_account: bool,
        pub access: Access,
        pub name: String,
        pub login: String,
        pub password: String,
        /// Set while the password is a one-time password: until when it opens the account.
        pub password_until: Option<DateTime>,
        /// Of a sub-account; the primary account is reached under the organisation's number.
        pub mobile: Option<Sealed<PersonMobile>>,
        pub totp_seed: Option<Sealed<TotpSeed>>,
        /// Step of the newest code that was used before used codes were kept one by one.
        pub totp_last_step: i64,
        pub active: bool,
        /// While the operator has disabled it: since when …
        pub disabled_at: Option<DateTime>,
        /// … and why, in the operator's words.
        pub disabled_reason: Option<String>,
        pub created_at: DateTime,
        pub last_login_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Related<Organizations> for Entity {
        fn to() -> RelationDef {
            Self::belongs_to(Organizations).from(Column::OrgId).to(OrganizationColumn::Id).into()
        }
    }
}

pub(super) mod session {
    use super::account;
    use jinqiao_kernel::{AccountId, DateTime, SessionId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "sessions")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: SessionId,
        pub account_id: AccountId,
        pub token_hash: String,
        pub created_at: DateTime,
        pub seen_at: DateTime,
        pub address: String,
        pub agent: String,
        /// When the password was typed again, to sign.
        pub signed_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Related<account::Entity> for Entity {
        fn to() -> RelationDef {
            Self::belongs_to(account::Entity).from(Column::AccountId).to(account::Column::Id).into()
        }
    }
}

pub(super) mod org_login {
    use jinqiao_kernel::{NaiveDate, OrgId};
    use sea_orm::entity::prelude::*;

    /// The newest day on which somebody of an organisation logged in.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "org_logins")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        pub day: NaiveDate,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod failure {
    use jinqiao_kernel::DateTime;
    use sea_orm::entity::prelude::*;

    /// Attempts under one key (see `guard`). Counted before they are looked at, and taken back when they were no failures.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_failures")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        pub failures: i32,
        pub since: DateTime,
        pub locked_until: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod used_proof {
    use jinqiao_kernel::DateTime;
    use sea_orm::entity::prelude::*;

    /// A proof of work that was used, until it expires.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "used_proofs")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub nonce: String,
        pub until: DateTime,
        /// The request that used it, where it may be sent again.
        pub request: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod used_code {
    use jinqiao_kernel::AccountId;
    use sea_orm::entity::prelude::*;

    /// The step of an authenticator's code that was used: it does not work again, whatever the clock says.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "used_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub step: i64,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod device {
    use jinqiao_kernel::{AccountId, DateTime};
    use sea_orm::entity::prelude::*;

    /// A device on which an account has logged in before.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "login_devices")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub account_id: AccountId,
        pub token_hash: String,
        pub seen_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod recovery {
    use jinqiao_kernel::AccountId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "recovery_codes")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub code_hash: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub(super) mod demo {
    use jinqiao_kernel::AccountId;
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "demo_accounts")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub account_id: AccountId,
        pub password: String,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

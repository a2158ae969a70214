//! Tables `account_links` and `authenticator_resets`.

pub mod link {
    use crate::accounts::{admin::model::LinkKind, totp::TotpSeed};
    use jinqiao_kernel::{AccountId, AccountLinkId, DateTime, Sealed};
    use sea_orm::entity::prelude::*;

    /// A link that works once. Only the hash of its token is kept.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "account_links")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AccountLinkId,
        pub account_id: AccountId,
        pub kind: LinkKind,
        pub token_hash: String,
        /// The operator who made it, or approved it.
        pub made_by: AccountId,
        pub made_at: DateTime,
        pub expires_at: DateTime,
        pub used_at: Option<DateTime>,
        /// Wrong answers on its page.
        pub tries: i32,
        /// Of an authenticator's link: the new seed, which takes the place of the old one when it is proved.
        pub seed: Option<Sealed<TotpSeed>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

pub mod reset {
    use crate::accounts::admin::model::{IdentityProof, ResetKind, ResetState};
    use jinqiao_kernel::{AccountId, AuthenticatorResetId, DateTime};
    use sea_orm::entity::prelude::*;

    /// A reset: one operator asks, another decides. The table refuses the same person as well. It is older than the resets of
    /// anything but an authenticator.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "authenticator_resets")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: AuthenticatorResetId,
        pub account_id: AccountId,
        pub kind: ResetKind,
        pub state: ResetState,
        pub asked_by: AccountId,
        pub asked_at: DateTime,
        pub reason: String,
        /// None for those from before it was asked.
        pub proof: Option<IdentityProof>,
        /// The second person; none while it waits, or when it was taken back.
        pub decided_by: Option<AccountId>,
        pub decided_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

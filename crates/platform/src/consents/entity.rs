//! Tables of consents and of who looked.

#[expect(missing_docs, reason = "columns; explained at the views")]
pub mod consent {
    use crate::consents::ConsentScope;
    use jinqiao_db::{Doc, Versioned};
    use jinqiao_kernel::{AccountId, ConsentId, DateTime, DemandId, OrderId, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "consents")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: ConsentId,
        pub enterprise_id: OrgId,
        pub grantee_id: OrgId,
        pub demand_id: DemandId,
        pub order_id: OrderId,
        pub order_no: String,
        pub scopes: Doc<Vec<ConsentScope>>,
        pub purpose: String,
        pub text_version: i32,
        pub text_hash: String,
        pub signer_id: AccountId,
        pub method: String,
        pub granted_at: DateTime,
        pub expires_at: DateTime,
        pub revoked_at: Option<DateTime>,
        pub revoke_reason: Option<String>,
        pub version: i32,
        /// When the enterprise signed again for the same order; the new consent holds instead.
        pub replaced_at: Option<DateTime>,
        /// When the order ended; the consent then ends soon, and is not signed again.
        pub order_ended_at: Option<DateTime>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Versioned for Entity {
        const ID: Column = Column::Id;
        const VERSION: Column = Column::Version;
    }
}

pub(super) mod access {
    use crate::consents::AccessPart;
    use jinqiao_kernel::{AccountId, ConsentId, DateTime, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "looks")]
    pub struct Model {
        #[sea_orm(primary_key)]
        pub seq: i64,
        /// Under which consent; none where the law of the platform opens the data by role (domain 2.3, tier G).
        pub consent_id: Option<ConsentId>,
        /// Whose data were seen.
        pub enterprise_id: Option<OrgId>,
        pub org_id: OrgId,
        pub account_id: AccountId,
        pub account_name: String,
        pub at: DateTime,
        pub part: AccessPart,
        pub what: String,
        pub reason: Option<String>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

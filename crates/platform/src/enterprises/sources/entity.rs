//! Tables `enterprise_register_grants` and `enterprise_evidence`.

pub mod grant {
    use crate::enterprises::sources::{Register, SourceFailure};
    use jinqiao_db::Doc;
    use jinqiao_kernel::{AccountId, DateTime, NaiveDate, OrgId};
    use sea_orm::entity::prelude::*;

    /// A firm's permission to ask a register, and what became of the asking.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enterprise_register_grants")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub register: Register,
        pub text_version: i32,
        pub text_hash: String,
        pub signer_id: AccountId,
        pub granted_at: DateTime,
        pub expires_at: DateTime,
        pub revoked_at: Option<DateTime>,
        /// When it was last asked.
        pub asked_at: Option<DateTime>,
        /// When it is asked again while the permission lasts.
        pub refresh_at: Option<DateTime>,
        /// The day of its last answer.
        pub as_of: Option<NaiveDate>,
        /// Why the last asking gave nothing.
        pub failure: Option<SourceFailure>,
        /// What of the last answer was not taken, and why.
        pub faults: Doc<Vec<String>>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl Model {
        /// May the register be asked now?
        pub fn holds(&self, now: DateTime) -> bool {
            self.revoked_at.is_none() && now < self.expires_at
        }
    }
}

pub mod evidence {
    use crate::enterprises::Source;
    use jinqiao_db::Doc;
    use jinqiao_kernel::{DateTime, FileId, NaiveDate, OrgId};
    use sea_orm::entity::prelude::*;
    use serde_json::Value;

    /// What a register or a document says of one fact.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enterprise_evidence")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        /// Name of the fact.
        #[sea_orm(primary_key, auto_increment = false)]
        pub key: String,
        #[sea_orm(primary_key, auto_increment = false)]
        pub source: Source,
        pub value: Doc<Value>,
        /// The day for which it holds.
        pub as_of: NaiveDate,
        /// The last day on which it counts as verified.
        pub expires_on: NaiveDate,
        pub taken_at: DateTime,
        /// Who answered, or which operator saw the document.
        pub verifier: String,
        /// The document.
        pub file_id: Option<FileId>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

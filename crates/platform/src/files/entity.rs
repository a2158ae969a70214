//! Tables `files` and `stranger_files`: one row per stored file; the bytes are in the file store, under `key`.

use super::{FileInfo, FileKind, FileState};
use jinqiao_kernel::{AccountId, DateTime, FileId, OrgId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "files")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub org_id: OrgId,
    pub uploader_id: AccountId,
    pub name: String,
    pub kind: FileKind,
    pub size: i64,
    pub sha256: String,
    pub key: String,
    pub state: FileState,
    /// The record that it is attached to.
    pub subject: Option<Uuid>,
    pub created_at: DateTime,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl From<Model> for FileInfo {
    fn from(row: Model) -> Self {
        Self { id: row.id, name: row.name, kind: row.kind, size: row.size, created_at: row.created_at }
    }
}

pub mod stranger {
    use crate::files::{FileInfo, FileKind, FileState};
    use jinqiao_kernel::{DateTime, FileId};
    use sea_orm::entity::prelude::*;

    /// What somebody without an account has uploaded for a registration. Its id is random in all its bits: whoever names it has
    /// uploaded it.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "stranger_files")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: FileId,
        pub name: String,
        pub kind: FileKind,
        pub size: i64,
        pub sha256: String,
        pub key: String,
        pub state: FileState,
        pub created_at: DateTime,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}

    impl From<Model> for FileInfo {
        fn from(row: Model) -> Self {
            Self { id: row.id, name: row.name, kind: row.kind, size: row.size, created_at: row.created_at }
        }
    }
}

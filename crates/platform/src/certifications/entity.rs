//! Table `certifications`: one row per institution or agency that has written its card.

use super::CertificationState;
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, FileId, OrgId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "certifications")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub org_id: OrgId,
    pub version: i32,
    pub introduction: Option<String>,
    pub address: Option<String>,
    pub service_phone: Option<String>,
    pub website: Option<String>,
    pub licence_no: Option<String>,
    pub service_scope: Option<String>,
    pub attachments: Doc<Vec<FileId>>,
    pub state: CertificationState,
    /// Why the last application was refused.
    pub reason: Option<String>,
    pub applied_at: Option<DateTime>,
    pub decided_at: Option<DateTime>,
    pub updated_at: Option<DateTime>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The card of an organisation that has not written one; version 0.
    pub(super) fn empty(org_id: OrgId) -> Self {
        Self {
            org_id,
            version: 0,
            introduction: None,
            address: None,
            service_phone: None,
            website: None,
            licence_no: None,
            service_scope: None,
            attachments: Doc::default(),
            state: CertificationState::None,
            reason: None,
            applied_at: None,
            decided_at: None,
            updated_at: None,
        }
    }
}

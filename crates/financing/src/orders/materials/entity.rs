//! Table `material_requests`.

use super::model::MaterialItem;
use jinqiao_db::Doc;
use jinqiao_kernel::{DateTime, FileId, MaterialRequestId, OrderId};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "material_requests")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MaterialRequestId,
    pub order_id: OrderId,
    pub items: Doc<Vec<MaterialItem>>,
    /// From here to the answer or the recall, the institution's clock stands still.
    pub asked_at: DateTime,
    pub answered_at: Option<DateTime>,
    pub recalled_at: Option<DateTime>,
    /// When the enterprise's limit was over without an answer.
    pub lapsed_at: Option<DateTime>,
    pub files: Doc<Vec<FileId>>,
    pub note: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// When the clock went on; none while it stands still.
    pub(super) fn ended_at(&self) -> Option<DateTime> {
        self.answered_at.or(self.recalled_at).or(self.lapsed_at)
    }
}

//! A request for materials as both sides see it.

use super::{entity::Model, model::MaterialItem};
use jinqiao_kernel::{DateTime, MaterialRequestId};
use jinqiao_platform::files::FileInfo;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A request for materials with its answer.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MaterialRequestView {
    id: MaterialRequestId,
    items: Vec<MaterialItem>,
    asked_at: DateTime,
    answered_at: Option<DateTime>,
    /// When the institution took it back.
    recalled_at: Option<DateTime>,
    /// When the limit was over without an answer.
    lapsed_at: Option<DateTime>,
    files: Vec<FileInfo>,
    note: Option<String>,
}

impl MaterialRequestView {
    pub(super) fn new(row: Model, files: &[FileInfo]) -> Self {
        Self {
            files: files.iter().filter(|file| row.files.0.contains(&file.id)).cloned().collect(),
            id: row.id,
            items: row.items.0,
            asked_at: row.asked_at,
            answered_at: row.answered_at,
            recalled_at: row.recalled_at,
            lapsed_at: row.lapsed_at,
            note: row.note,
        }
    }
}

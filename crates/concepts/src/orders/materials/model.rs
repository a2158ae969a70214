//! What is asked for, and what is answered.

use jinqiao_kernel::{Checks, FileId, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One material that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialItem {
    /// What it is, 2 to 50 characters.
    pub name: String,
    /// Period, form, number of copies; up to 200 characters.
    pub note: Option<String>,
}

/// The enterprise's answer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialsIn {
    /// Version that the person saw.
    pub version: i32,
    /// Uploaded files, up to 10.
    #[serde(default)]
    pub attachments: Vec<FileId>,
    /// What is missing and why, or where to find what; up to 500 characters.
    pub note: Option<String>,
}

/// Checks a list of materials: 1 to 20, each named once (一次性告知).
///
/// # Errors
/// `validation`.
pub fn check_items(items: &[MaterialItem]) -> Result<()> {
    let mut checks = Checks::new();
    checks.that("items", (1..=20).contains(&items.len()), "请列出 1 至 20 项材料");
    for (i, item) in items.iter().take(20).enumerate() {
        let name = format!("items[{i}].name");
        checks.text(&name, &item.name, 2..=50);
        checks.that(&name, !items[..i].iter().any(|other| other.name == item.name), "材料有重复");
        checks.optional_text(&format!("items[{i}].note"), item.note.as_deref(), 200);
    }
    checks.done()
}

impl MaterialsIn {
    /// Checks that something is answered: files, or words that say why there are none.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let written = self.note.as_deref().is_some_and(|note| note.trim().chars().count() >= 5);
        Checks::new()
            .optional_text("note", self.note.as_deref(), 500)
            .that(
                "attachments",
                written || !self.attachments.is_empty(),
                "请上传材料；没有材料时请说明原因，至少 5 个字",
            )
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(name: &str) -> MaterialItem {
        MaterialItem { name: name.into(), note: None }
    }

    #[test]
    fn each_material_is_named_once() {
        assert!(check_items(&[item("审计报告"), item("纳税证明")]).is_ok());
        for wrong in [vec![], vec![item("纳税证明"), item("纳税证明")], vec![item("x")], vec![item("材料"); 21]]
        {
            assert!(check_items(&wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn an_empty_answer_is_none() {
        let answer = |note: Option<&str>| MaterialsIn { version: 1, attachments: vec![], note: note.map(Into::into) };
        assert!(answer(None).check().is_err());
        assert!(answer(Some("没有")).check().is_err());
        assert!(answer(Some("成立未满一年，没有审计报告")).check().is_ok());
    }
}

//! What is asked for, and what is answered.

use crate::orders::limits::Limits;
use jinqiao_kernel::{Checks, Error, FileId, Result};
use jinqiao_platform::calendar::WORKING_DAY;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// One material that is asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialItem {
    /// What it is, 2 to 50 characters.
    #[schema(min_length = 2, max_length = 50)]
    pub name: String,
    /// Period, form, number of copies; up to 200 characters.
    #[schema(max_length = 200)]
    pub note: Option<String>,
}

/// The enterprise's answer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialsIn {
    /// Uploaded files, up to 10.
    #[serde(default)]
    pub attachments: Vec<FileId>,
    /// What is missing and why, or where to find what; up to 500 characters.
    #[schema(max_length = 500)]
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
        checks.line(&name, &item.name, 2..=50);
        checks.that(&name, !items[..i].iter().any(|other| other.name == item.name), "材料有重复");
        checks.optional_text(&format!("items[{i}].note"), item.note.as_deref(), 200);
    }
    checks.done()
}

/// How long the enterprise may take for a further request, minutes of working time: the limit of one request, within what is
/// left of the time that the clock may stand still altogether (domain 2.2, row 4: 补充材料累计暂停).
///
/// # Errors
/// `orders.pause_used` when nothing is left of it.
pub fn wait(limits: &Limits, used: i64) -> Result<i64> {
    let left = i64::from(limits.pause) * WORKING_DAY - used;
    if left <= 0 {
        let message = format!("等待补充材料的时间累计已达 {} 个工作日，请根据已有材料作出决定", limits.pause);
        return Err(Error::conflict("orders.pause_used", message));
    }
    Ok(left.min(i64::from(limits.materials) * WORKING_DAY))
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
    fn the_clock_stands_still_for_ten_days_altogether() {
        let days = |used: i64| wait(&Limits::default(), used * WORKING_DAY).ok().map(|minutes| minutes / WORKING_DAY);
        for (used, left) in [(0, Some(5)), (5, Some(5)), (7, Some(3)), (9, Some(1)), (10, None), (11, None)] {
            assert_eq!(days(used), left, "{used}");
        }
    }

    #[test]
    fn an_empty_answer_is_none() {
        let answer = |note: Option<&str>| MaterialsIn { attachments: vec![], note: note.map(Into::into) };
        assert!(answer(None).check().is_err());
        assert!(answer(Some("没有")).check().is_err());
        assert!(answer(Some("成立未满一年，没有审计报告")).check().is_ok());
    }
}

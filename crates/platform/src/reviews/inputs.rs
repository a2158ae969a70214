//! Bodies of decisions that several concepts share.

use super::Defect;
use jinqiao_kernel::{Checks, Result};
use serde::Deserialize;
use utoipa::ToSchema;

/// A return for correction.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnIn {
    /// Everything that has to be corrected, 1 to 20 items.
    pub defects: Vec<Defect>,
}

impl ReturnIn {
    /// Checks the number of defects, and that each has a field and a message.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.that("defects", (1..=20).contains(&self.defects.len()), "请列出 1 至 20 项需要补正的内容");
        for (i, defect) in self.defects.iter().take(20).enumerate() {
            checks.line(&format!("defects[{i}].field"), &defect.field, 1..=50);
            checks.text(&format!("defects[{i}].message"), &defect.message, 2..=500);
        }
        checks.done()
    }
}

/// A refusal, or the end of what was approved.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefusalIn {
    /// Why, 10 to 500 characters.
    #[schema(min_length = 10, max_length = 500)]
    pub reason: String,
}

impl RefusalIn {
    /// Checks the reason.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        Checks::new().text("reason", &self.reason, 10..=500).done()
    }
}

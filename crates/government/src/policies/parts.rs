//! Parts of what an item says: materials, steps, contacts, questions.

use jinqiao_kernel::Checks;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a material comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MaterialSource {
    /// 企业上传.
    #[default]
    Upload,
    /// 系统调取.
    Platform,
    /// 书面承诺.
    Statement,
}

/// Something to hand in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyMaterial {
    /// What it is called.
    #[schema(max_length = 100)]
    pub name: String,
    /// Where it comes from.
    pub source: MaterialSource,
    /// Without it nothing is accepted.
    pub required: bool,
}

/// A step of the procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyStage {
    /// What is done.
    #[schema(max_length = 60)]
    pub name: String,
    /// In so many working days.
    pub days: Option<i32>,
}

/// Whom to ask.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyContact {
    /// Person or office.
    #[schema(max_length = 40)]
    pub name: String,
    /// Phone.
    #[schema(max_length = 40)]
    pub phone: String,
    /// Where to find it.
    #[schema(max_length = 100)]
    pub place: String,
}

/// A question that is often asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct PolicyQuestion {
    /// The question.
    #[schema(max_length = 200)]
    pub question: String,
    /// The answer.
    #[schema(max_length = 1000)]
    pub answer: String,
}

impl PolicyMaterial {
    pub(super) fn check(&self, field: &str, least: usize, checks: &mut Checks) {
        checks.line(&format!("{field}.name"), &self.name, least..=100);
    }
}

impl PolicyStage {
    pub(super) fn check(&self, field: &str, least: usize, checks: &mut Checks) {
        let days = self.days.unwrap_or(1);
        checks.line(&format!("{field}.name"), &self.name, least..=60);
        checks.range(&format!("{field}.days"), days, 1..=250, "办理时限须在 1 至 250 个工作日之间");
        checks.that(&format!("{field}.days"), self.days.is_some() || least == 0, "请填写办理时限");
    }
}

impl PolicyContact {
    /// Checks its fields below `field`, with texts of at least `least` characters.
    pub(crate) fn check(&self, field: &str, least: usize, checks: &mut Checks) {
        checks.line(&format!("{field}.name"), &self.name, least..=40);
        checks.line(&format!("{field}.phone"), &self.phone, (least * 5)..=40);
        checks.optional_line(&format!("{field}.place"), Some(&self.place), 100);
    }
}

impl PolicyQuestion {
    pub(super) fn check(&self, field: &str, least: usize, checks: &mut Checks) {
        checks.line(&format!("{field}.question"), &self.question, least..=200);
        checks.text(&format!("{field}.answer"), &self.answer, least..=1_000);
    }
}

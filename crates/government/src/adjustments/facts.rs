//! What happens to a notice of change.

use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, OrgId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentStep {
    /// The department reported it.
    Reported,
    /// An operator took it in hand.
    Taken,
    /// Its items are published anew.
    Renewed,
    /// An explanation stands on the pages of its items.
    Explained,
    /// The explanation was taken down again.
    Recalled,
    /// It went back to the department.
    Returned,
    /// Its limit ends soon.
    Reminder,
    /// Its limit is over.
    Overdue,
}

impl AdjustmentStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Reported => ("reported", "提交通知"),
            Self::Taken => ("taken", "平台受理"),
            Self::Renewed => ("renewed", "确认事项已更新"),
            Self::Explained => ("explained", "发布调整说明"),
            Self::Recalled => ("recalled", "撤下调整说明"),
            Self::Returned => ("returned", "退回通知"),
            Self::Reminder => ("reminder", "办理期限将到"),
            Self::Overdue => ("overdue", "已逾期"),
        }
    }
}

/// What people call a notice: its number, and the first of its items.
pub fn named(no: &str, titles: &[String]) -> String {
    let more = if titles.len() > 1 { format!("等 {} 个事项", titles.len()) } else { String::new() };
    format!("{no}（“{}”{more}）", titles.first().map(String::as_str).unwrap_or_default())
}

/// A step of one notice.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AdjustmentFact {
    /// What happened.
    pub step: AdjustmentStep,
    /// To which notice.
    pub adjustment: Uuid,
    /// What it is called: its number, and the first of its items.
    pub title: String,
    /// Whose notice.
    pub department: OrgId,
    /// The operator who has it in hand.
    pub handler: Option<AccountId>,
    /// Why it went back, or its explanation was taken down.
    pub reason: Option<String>,
}

impl FactKind for AdjustmentFact {
    fn kind(&self) -> String {
        format!("adjustments.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.adjustment
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.department), Audience::Role(Role::Operator)]
    }
}

impl TimelineFact for AdjustmentFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.into()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }

    fn by_itself(&self) -> bool {
        matches!(self.step, AdjustmentStep::Reminder | AdjustmentStep::Overdue)
    }
}

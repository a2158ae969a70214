//! What happens to an item.

use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, OrgId, PolicyId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PolicyStep {
    /// A version was submitted for the legal check.
    Submitted,
    /// The department took it back.
    Recalled,
    /// Another person found it lawful.
    Checked,
    /// Another person sent it back.
    Returned,
    /// It will be published at a moment.
    Scheduled,
    /// That moment has come.
    Due,
    /// It is published.
    Published,
    /// The item pays nobody for a while.
    Suspended,
    /// The item goes on.
    Resumed,
    /// The item has ended.
    Closed,
    /// The item was filed away.
    Archived,
}

/// A step of one item.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PolicyFact {
    /// What happened.
    pub step: PolicyStep,
    /// To which item.
    pub policy: PolicyId,
    /// Number of the version that it is about.
    pub number: i32,
    /// What it is called.
    pub title: String,
    /// Whose item.
    pub department: OrgId,
    /// Who submitted the version, where it was.
    pub submitted_by: Option<AccountId>,
    /// Why, or what was found.
    pub reason: Option<String>,
}

impl PolicyStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Submitted => ("submitted", "提交核校"),
            Self::Recalled => ("recalled", "撤回修改"),
            Self::Checked => ("checked", "核校通过"),
            Self::Returned => ("returned", "核校退回"),
            Self::Scheduled => ("scheduled", "设定定时发布"),
            Self::Due => ("due", "到达发布时间"),
            Self::Published => ("published", "发布"),
            Self::Suspended => ("suspended", "暂停办理"),
            Self::Resumed => ("resumed", "恢复办理"),
            Self::Closed => ("closed", "结束办理"),
            Self::Archived => ("archived", "归档"),
        }
    }
}

impl FactKind for PolicyFact {
    fn kind(&self) -> String {
        format!("policies.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.policy.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.department), Audience::Role(Role::Government)]
    }
}

impl TimelineFact for PolicyFact {
    fn text(&self) -> String {
        format!("第 {} 版：{}", self.number, self.step.name_and_text().1)
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

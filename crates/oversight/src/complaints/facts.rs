//! What happens to a complaint.

use super::{ComplaintAction, ComplaintKind};
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, ComplaintId, OrderId, OrgId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a complaint.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintStep {
    /// Opened.
    Opened,
    /// Given to one of the operator's people.
    Assigned,
    /// The other side said how it sees the matter.
    Explained,
    /// The operator answered.
    Answered,
    /// The complainant is content.
    Confirmed,
    /// The complainant is not content.
    Reopened,
    /// What was found has been put right.
    Rectified,
    /// The complainant took it back.
    Withdrawn,
    /// The end of a limit is near.
    Reminded,
    /// The operator's limit is over.
    Overdue,
    /// The complainant was silent, which confirms the answer.
    Lapsed,
    /// Closed.
    Closed,
}

/// A step of one complaint. It holds no name and nothing that the complainant wrote at the opening.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComplaintFact {
    /// What happened.
    pub step: ComplaintStep,
    /// To which complaint.
    pub complaint: ComplaintId,
    /// Its number.
    pub no: String,
    /// What it is.
    pub kind: ComplaintKind,
    /// Who complains.
    pub complainant: OrgId,
    /// In which role.
    pub role: Role,
    /// About whom.
    pub about: Option<OrgId>,
    /// On which order.
    pub order: Option<OrderId>,
    /// The order's number.
    pub order_no: Option<String>,
    /// Who of the operator handles it.
    pub handler: Option<AccountId>,
    /// The complainant has to act, where a limit is told of.
    pub complainants_turn: bool,
    /// In the words of whoever did it.
    pub reason: Option<String>,
}

impl ComplaintAction {
    /// What has happened when it was done.
    pub(super) fn step(self) -> ComplaintStep {
        match self {
            Self::Assign => ComplaintStep::Assigned,
            Self::Answer => ComplaintStep::Answered,
            Self::Rectify => ComplaintStep::Rectified,
            Self::Explain => ComplaintStep::Explained,
            Self::Confirm => ComplaintStep::Confirmed,
            Self::Reopen => ComplaintStep::Reopened,
            Self::Withdraw => ComplaintStep::Withdrawn,
            Self::Lapse => ComplaintStep::Lapsed,
        }
    }
}

impl ComplaintStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Opened => ("opened", "提出"),
            Self::Assigned => ("assigned", "平台已受理并指定经办人"),
            Self::Explained => ("explained", "被反映方说明情况"),
            Self::Answered => ("answered", "平台答复"),
            Self::Confirmed => ("confirmed", "确认答复"),
            Self::Reopened => ("reopened", "对答复不满意，要求重新处理"),
            Self::Rectified => ("rectified", "整改完成"),
            Self::Withdrawn => ("withdrawn", "撤回"),
            Self::Reminded => ("reminded", "办理时限将至"),
            Self::Overdue => ("overdue", "已超过办理时限"),
            Self::Lapsed => ("lapsed", "期限内未提出意见，视为确认答复"),
            Self::Closed => ("closed", "办结"),
        }
    }
}

impl FactKind for ComplaintFact {
    fn kind(&self) -> String {
        format!("complaints.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.complaint.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let sides = [Some(self.complainant), self.about].into_iter().flatten().map(Audience::Org);
        let government = self.kind.visible_to_government().then_some([Role::Supervisor, Role::Government]);
        let roles = government.into_iter().flatten().chain([Role::Operator]).map(Audience::Role);
        sides.chain(roles).collect()
    }
}

impl TimelineFact for ComplaintFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.to_owned()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

//! What happens to a joint credit, and to a member's limit.

use super::{figures::JointFigures, limits::JointTurn, model::JointState};
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{JointCreditId, JointMemberId, Money, OrderId, OrgId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a joint credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JointStep {
    /// The lead proposed it to the enterprise.
    Proposed,
    /// The enterprise let others be invited.
    Consented,
    /// The enterprise did not.
    Rejected,
    /// The lead invited more.
    Invited,
    /// An institution took a share.
    Committed,
    /// An institution took none.
    Passed,
    /// Enough has come together.
    Formed,
    /// Too little has come together in time.
    FellShort,
    /// The lead gave more time.
    Extended,
    /// The lead asked for a smaller total.
    ShrinkProposed,
    /// The enterprise agreed.
    Shrunk,
    /// The enterprise did not.
    ShrinkRefused,
    /// The enterprise opened its data to the members.
    Opened,
    /// The enterprise did not want a member.
    Dropped,
    /// A member granted its share.
    Approved,
    /// A member refused; its share is placed again.
    Refused,
    /// A member left; its share is placed again.
    Left,
    /// A member did not decide in time; its share is placed again.
    Lapsed,
    /// All have granted: one sheet for the enterprise.
    Offered,
    /// The enterprise accepted.
    Accepted,
    /// The enterprise did not.
    Declined,
    /// The enterprise did not answer in time.
    Expired,
    /// All money has come.
    Closed,
    /// It came to nothing; the lead goes on alone.
    Failed,
    /// The lead gave it up, and goes on alone.
    Cancelled,
    /// The end of a limit is near.
    Reminded,
    /// A limit is over.
    Overdue,
}

/// A step of one joint credit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JointFact {
    /// What happened.
    pub step: JointStep,
    /// To which joint credit.
    pub joint: JointCreditId,
    /// Its number.
    pub no: String,
    /// The demand's number.
    pub demand_no: String,
    /// Whose demand.
    pub enterprise: OrgId,
    /// Who leads.
    pub lead: OrgId,
    /// The lead's order.
    pub order: OrderId,
    /// Other institutions to whom it matters, as far as they know of it.
    pub members: Vec<OrgId>,
    /// Those among them who are asked now.
    pub invited: Vec<OrgId>,
    /// Everybody on the market may take a share.
    pub open: bool,
    /// The institution that the step is about.
    pub about: Option<OrgId>,
    /// That institution guarantees, and lends nothing.
    #[serde(default)]
    pub guarantees: bool,
    /// State before; none at the proposal.
    pub from: Option<JointState>,
    /// State after.
    pub to: JointState,
    /// Amount that the step is about, fen.
    pub amount: Option<Money>,
    /// Why.
    pub reason: Option<String>,
    /// The loan as the step leaves it, once it was promised.
    #[serde(default)]
    pub figures: Option<JointFigures>,
    /// The lead's order goes on alone.
    #[serde(default)]
    pub goes_on: bool,
    /// Whose limit it is, where a limit is told of.
    pub turn: Option<JointTurn>,
}

impl JointStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Proposed => ("proposed", "发起联合授信"),
            Self::Consented => ("consented", "企业同意邀请其他机构"),
            Self::Rejected => ("rejected", "企业不同意联合授信"),
            Self::Invited => ("invited", "邀请更多机构"),
            Self::Committed => ("committed", "认购"),
            Self::Passed => ("passed", "不参加"),
            Self::Formed => ("formed", "认购足额，联合授信成团"),
            Self::FellShort => ("fell_short", "邀请期结束，认购不足"),
            Self::Extended => ("extended", "延长邀请期"),
            Self::ShrinkProposed => ("shrink_proposed", "提议缩减总额"),
            Self::Shrunk => ("shrunk", "企业同意缩减总额"),
            Self::ShrinkRefused => ("shrink_refused", "企业不同意缩减总额"),
            Self::Opened => ("opened", "企业向成员开放信息，进入联合审批"),
            Self::Dropped => ("dropped", "企业未选择该成员"),
            Self::Approved => ("approved", "同意授信份额"),
            Self::Refused => ("refused", "不同意授信，份额重新认购"),
            Self::Left => ("left", "成员退出，份额重新认购"),
            Self::Lapsed => ("lapsed", "成员超过审批时限，份额重新认购"),
            Self::Offered => ("offered", "全部成员同意，联合方案提交企业"),
            Self::Accepted => ("accepted", "企业接受联合方案"),
            Self::Declined => ("declined", "企业未接受联合方案"),
            Self::Expired => ("expired", "联合方案超过有效期"),
            Self::Closed => ("closed", "各机构均已放款，联合授信完成"),
            Self::Failed => ("failed", "联合授信未达成"),
            Self::Cancelled => ("cancelled", "牵头机构终止联合授信"),
            Self::Reminded => ("reminded", "办理时限将至"),
            Self::Overdue => ("overdue", "已超过办理时限"),
        }
    }
}

impl FactKind for JointFact {
    fn kind(&self) -> String {
        format!("joint_credits.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.joint.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let orgs = [self.enterprise, self.lead].into_iter().chain(self.members.iter().copied());
        orgs.map(Audience::Org).chain(self.open.then_some(Audience::Market)).collect()
    }
}

impl TimelineFact for JointFact {
    fn text(&self) -> String {
        let text = match (self.step, self.to.deciding(), self.guarantees) {
            (JointStep::Refused | JointStep::Left, false, true) => "担保机构退出，担保总额随之减少",
            (JointStep::Refused, false, _) => "成员不同意授信，总额与担保随之调整",
            (JointStep::Left, false, _) => "成员退出，总额与担保随之调整",
            (step, ..) => step.name_and_text().1,
        };
        self.amount.map_or_else(|| text.to_owned(), |amount| format!("{text}，{amount}"))
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }

    fn by_itself(&self) -> bool {
        matches!(self.step, JointStep::Offered | JointStep::Closed | JointStep::Failed)
    }
}

/// A moment of a member's own limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum JointMemberStep {
    /// The end is near.
    Reminded,
    /// It is over.
    Overdue,
}

/// A member's limit to decide.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct JointMemberFact {
    /// What happened.
    pub step: JointMemberStep,
    /// Whose limit.
    pub member: JointMemberId,
    /// In which joint credit.
    pub joint: JointCreditId,
    /// Its number.
    pub no: String,
    /// The member.
    pub institution: OrgId,
    /// Its order.
    pub order: OrderId,
}

impl FactKind for JointMemberFact {
    fn kind(&self) -> String {
        let name = match self.step {
            JointMemberStep::Reminded => "reminded",
            JointMemberStep::Overdue => "overdue",
        };
        format!("joint_members.{name}")
    }

    fn subject(&self) -> Uuid {
        self.member.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.institution)]
    }
}

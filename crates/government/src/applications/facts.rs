//! What happens to an application.

use super::ApplicationState;
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, ApplicationId, Money, OrgId, PolicyId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of an application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ApplicationStep {
    /// It was handed in.
    Submitted,
    /// It was handed in again.
    Resubmitted,
    /// The enterprise took it back.
    Withdrawn,
    /// It is under review.
    Accepted,
    /// It is not.
    NotAccepted,
    /// The first review has passed.
    FirstPassed,
    /// It goes back to the enterprise.
    Returned,
    /// It does not pass.
    Refused,
    /// Other departments are asked.
    Consulted,
    /// One of them has answered.
    Advised,
    /// The second review has passed.
    SecondPassed,
    /// The second reviewer sent it back to the first.
    SentBack,
    /// Somebody objects.
    Objected,
    /// The objection was right.
    ObjectionUpheld,
    /// It was not.
    ObjectionDismissed,
    /// Its days of publicity are over.
    Approved,
    /// The enterprise appeals.
    Appealed,
    /// The appeal was right.
    AppealUpheld,
    /// It was not.
    AppealDismissed,
    /// It stands on a list of payments.
    Listed,
    /// It was paid.
    Paid,
    /// The payment failed.
    PaymentFailed,
    /// It was paid back.
    Recovered,
    /// Its approval was taken back before it was paid.
    Revoked,
    /// The enterprise has corrected where the money goes.
    PayeeCorrected,
    /// It was not corrected in time.
    Lapsed,
    /// Its limit ends soon.
    Reminded,
    /// Its limit is over.
    Overdue,
    /// Its days of publicity, or those of the enterprise, are over: what follows is told.
    Ended,
}

/// A step of one application.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ApplicationFact {
    /// What happened.
    pub step: ApplicationStep,
    /// To which application.
    pub application: ApplicationId,
    /// Its number.
    pub no: String,
    /// For which item.
    pub policy: PolicyId,
    /// What that is called.
    pub title: String,
    /// Who reviews.
    pub department: OrgId,
    /// Who applies.
    pub enterprise: OrgId,
    /// Where it stands now.
    pub state: ApplicationState,
    /// How often it was handed in.
    pub round: i32,
    /// How much it is about, where it is about money.
    pub amount: Option<Money>,
    /// Why.
    pub reason: Option<String>,
    /// Who works on it at the department.
    pub claimed_by: Option<AccountId>,
}

impl ApplicationStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Submitted => ("submitted", "提交申请"),
            Self::Resubmitted => ("resubmitted", "提交补正"),
            Self::Withdrawn => ("withdrawn", "撤回申请"),
            Self::Accepted => ("accepted", "受理申请"),
            Self::NotAccepted => ("not_accepted", "不予受理"),
            Self::FirstPassed => ("first_passed", "初审通过"),
            Self::Returned => ("returned", "退回补正"),
            Self::Refused => ("refused", "审核未通过"),
            Self::Consulted => ("consulted", "会商中"),
            Self::Advised => ("advised", "收到会商意见"),
            Self::SecondPassed => ("second_passed", "复审通过"),
            Self::SentBack => ("sent_back", "复审退回初审"),
            Self::Objected => ("objected", "公示期间收到异议"),
            Self::ObjectionUpheld => ("objection_upheld", "异议成立，重新初审"),
            Self::ObjectionDismissed => ("objection_dismissed", "异议不成立，继续公示"),
            Self::Approved => ("approved", "审批通过"),
            Self::Appealed => ("appealed", "提出申诉"),
            Self::AppealUpheld => ("appeal_upheld", "申诉成立，重新初审"),
            Self::AppealDismissed => ("appeal_dismissed", "申诉不成立"),
            Self::Listed => ("listed", "列入拨付批次"),
            Self::Paid => ("paid", "资金已拨付"),
            Self::PaymentFailed => ("payment_failed", "拨付失败，待重新拨付"),
            Self::Recovered => ("recovered", "资金已追回"),
            Self::Revoked => ("revoked", "撤销审批"),
            Self::PayeeCorrected => ("payee_corrected", "更正收款账户"),
            Self::Lapsed => ("lapsed", "逾期未补正，申请失效"),
            Self::Reminded => ("reminded", "办理时限将至"),
            Self::Overdue => ("overdue", "超过办理时限"),
            Self::Ended => ("ended", "期限届满"),
        }
    }
}

impl ApplicationFact {
    /// As the enterprise reads it: what reviewers say among themselves, and what they think of granting, is not told.
    pub fn for_enterprise(self) -> Self {
        match self.step {
            ApplicationStep::FirstPassed | ApplicationStep::SentBack => Self { reason: None, amount: None, ..self },
            ApplicationStep::Accepted | ApplicationStep::Consulted | ApplicationStep::SecondPassed => {
                Self { reason: None, ..self }
            }
            _ => self,
        }
    }
}

impl ApplicationStep {
    /// The enterprise reads of it: what other departments say is the reviewers' own.
    pub fn for_enterprise(self) -> bool {
        self != Self::Advised
    }
}

impl FactKind for ApplicationFact {
    fn kind(&self) -> String {
        format!("applications.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.application.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.department), Audience::Org(self.enterprise)]
    }
}

impl TimelineFact for ApplicationFact {
    fn text(&self) -> String {
        let text = self.step.name_and_text().1;
        self.amount.map_or_else(|| text.to_owned(), |amount| format!("{text}，金额 {amount}"))
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

//! What happens to a second credit.

use super::model::{SecondKind, SecondSide, SecondState};
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{Money, OrderId, OrgId, Role, SecondCreditId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a second credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SecondStep {
    /// One side asked for it.
    Requested,
    /// The other agreed; the operator reviews, because earlier ratings are missing or low.
    Submitted,
    /// Both agree: the new order is in credit review.
    Opened,
    /// Both agree to look at an extension: the institution decides.
    Deciding,
    /// The other side did not agree.
    Declined,
    /// Whoever asked took it back.
    Withdrawn,
    /// The other side did not answer in time.
    Expired,
    /// The operator did not let it go on.
    NotAllowed,
    /// The institution agreed to extend.
    Approved,
    /// The institution did not.
    Refused,
    /// The enterprise accepted: the loan ends later.
    Extended,
    /// The enterprise did not accept.
    OfferDeclined,
    /// The enterprise did not answer in time.
    OfferExpired,
    /// The institution did not decide in time.
    Voided,
    /// The end of a limit is near.
    Reminded,
    /// A limit is over.
    Overdue,
}

/// A step of one second credit.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct SecondFact {
    /// What happened.
    pub step: SecondStep,
    /// To which second credit.
    pub second: SecondCreditId,
    /// Its number.
    pub no: String,
    /// What is wanted.
    pub kind: SecondKind,
    /// Who asked.
    pub asked_by: SecondSide,
    /// The first order …
    pub first_order: OrderId,
    /// … and its number.
    pub first_no: String,
    /// The new order, once there is one.
    pub order: Option<OrderId>,
    /// Whose loan.
    pub enterprise: OrgId,
    /// Who lent.
    pub institution: OrgId,
    /// State before; none at the request.
    pub from: Option<SecondState>,
    /// State after.
    pub to: SecondState,
    /// Amount that the step is about, fen.
    pub amount: Option<Money>,
    /// Why.
    pub reason: Option<String>,
    /// Whose limit it is, where a limit is told of.
    pub turn: Option<SecondSide>,
}

impl SecondStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Requested => ("requested", "提出二次授信申请"),
            Self::Submitted => ("submitted", "对方同意，提交平台审核"),
            Self::Opened => ("opened", "双方同意，进入授信审批"),
            Self::Deciding => ("deciding", "双方同意，进入展期审批"),
            Self::Declined => ("declined", "对方未同意"),
            Self::Withdrawn => ("withdrawn", "撤回申请"),
            Self::Expired => ("expired", "对方未在时限内确认"),
            Self::NotAllowed => ("not_allowed", "平台审核未通过"),
            Self::Approved => ("approved", "机构同意展期"),
            Self::Refused => ("refused", "机构不同意展期"),
            Self::Extended => ("extended", "企业接受，贷款展期"),
            Self::OfferDeclined => ("offer_declined", "企业未接受展期方案"),
            Self::OfferExpired => ("offer_expired", "展期方案超过有效期"),
            Self::Voided => ("voided", "机构未在时限内决定"),
            Self::Reminded => ("reminded", "办理时限将至"),
            Self::Overdue => ("overdue", "已超过办理时限"),
        }
    }
}

impl FactKind for SecondFact {
    fn kind(&self) -> String {
        format!("second_credits.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.second.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let reviewed = self.to == SecondState::Reviewing || self.from == Some(SecondState::Reviewing);
        let operators = reviewed.then_some(Audience::Role(Role::Operator));
        [Audience::Org(self.enterprise), Audience::Org(self.institution)].into_iter().chain(operators).collect()
    }
}

impl TimelineFact for SecondFact {
    fn text(&self) -> String {
        let text = self.step.name_and_text().1;
        self.amount.map_or_else(|| text.to_owned(), |amount| format!("{text}，{amount}"))
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

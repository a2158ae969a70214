//! What happens to a demand.

use super::{DemandState, entity::Model};
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{DemandId, OrgId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DemandStep {
    /// The enterprise submitted it.
    Submitted,
    /// The operator published it.
    Approved,
    /// The operator returned it.
    Returned,
    /// The operator refused it.
    Refused,
    /// The first institution came.
    Negotiating,
    /// The enterprise applied for a product directly.
    Applied,
    /// A loan that was paid out leads to another (second credit).
    Continued,
    /// The direct application came to nothing.
    ClosedUnmatched,
    /// All institutions are gone again.
    Reopened,
    /// Enough was accepted.
    Agreed,
    /// Enough was paid out.
    Fulfilled,
    /// It ended with less than was demanded.
    PartiallyFulfilled,
    /// The enterprise took it back.
    Withdrawn,
    /// Institutions are told of it first, in a round of dispatch.
    Dispatched,
    /// The dispatch is over, everybody may offer.
    Opened,
    /// A draft has been lying for some days.
    DraftReminded,
    /// A draft has been lying for so long that it is deleted.
    DraftLapsed,
    /// The end of the time to correct it is near.
    CorrectionReminded,
    /// The time to correct it is over.
    CorrectionLapsed,
    /// Nobody has offered for some days.
    Unanswered,
    /// Its time on the market is over.
    MarketLapsed,
    /// It was not corrected in time.
    ClosedExpired,
    /// Nobody offered in time.
    Unmatched,
    /// The operator spoke with the enterprise or with institutions about it.
    FollowedUp,
}

/// A step of one demand.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DemandFact {
    /// What happened.
    pub step: DemandStep,
    /// To which demand.
    pub demand: DemandId,
    /// Its number.
    pub no: String,
    /// Whose demand.
    pub enterprise: OrgId,
    /// State before.
    pub from: DemandState,
    /// State after.
    pub to: DemandState,
    /// Why.
    pub reason: Option<String>,
}

impl DemandStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Submitted => ("submitted", "提交审核"),
            Self::Approved => ("approved", "审核通过，需求已发布"),
            Self::Returned => ("returned", "退回补正"),
            Self::Refused => ("refused", "审核未通过"),
            Self::Negotiating => ("negotiating", "进入对接"),
            Self::Continued => ("continued", "二次授信，进入对接"),
            Self::Applied => ("applied", "直接申请金融产品，进入对接"),
            Self::ClosedUnmatched => ("closed_unmatched", "申请未成功，可转为公开需求"),
            Self::Reopened => ("reopened", "重新公开抢单"),
            Self::Agreed => ("agreed", "已达成，不再接受其他报价"),
            Self::Fulfilled => ("fulfilled", "融资完成"),
            Self::PartiallyFulfilled => ("partially_fulfilled", "融资结束，部分金额已放款"),
            Self::Withdrawn => ("withdrawn", "撤回需求"),
            Self::Dispatched => ("dispatched", "平台派单"),
            Self::Opened => ("opened", "派单结束，公开抢单"),
            Self::DraftReminded => ("draft_reminded", "草稿尚未提交"),
            Self::DraftLapsed => ("draft_lapsed", "草稿保存期已满"),
            Self::CorrectionReminded => ("correction_reminded", "补正时限将至"),
            Self::CorrectionLapsed => ("correction_lapsed", "补正时限已到"),
            Self::Unanswered => ("unanswered", "暂无机构报价，平台人工推介"),
            Self::MarketLapsed => ("market_lapsed", "公开期已满"),
            Self::ClosedExpired => ("closed_expired", "逾期未补正，需求关闭"),
            Self::Unmatched => ("unmatched", "公开期内没有机构报价，需求关闭"),
            Self::FollowedUp => ("followed_up", "平台人工跟进"),
        }
    }
}

/// The fact of a step.
pub(super) fn fact(row: &Model, to: DemandState, step: DemandStep, reason: Option<String>) -> DemandFact {
    let (from, enterprise) = (row.state, row.enterprise_id);
    DemandFact { step, demand: row.id, no: row.no.clone(), enterprise, from, to, reason }
}

impl FactKind for DemandFact {
    fn kind(&self) -> String {
        format!("demands.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.demand.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let market = self.from.on_market() != self.to.on_market() || self.step == DemandStep::Opened;
        let more = [(market, Audience::Market), (self.to == DemandState::Reviewing, Audience::Role(Role::Operator))];
        let more = more.into_iter().filter_map(|(holds, audience)| holds.then_some(audience));
        std::iter::once(Audience::Org(self.enterprise)).chain(more).collect()
    }
}

impl TimelineFact for DemandFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.into()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

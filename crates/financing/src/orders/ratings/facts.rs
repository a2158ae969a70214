//! What happens to a rating.

use super::model::RatingParty;
use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{OrderId, OrgId, RatingId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a rating.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RatingStep {
    /// Given, not yet open: the other side has not rated.
    Given,
    /// Given as the second one, so both are open now.
    Opened,
    /// Open because the other side can rate no more.
    WindowEnded,
    /// The rated side replied.
    Replied,
    /// The rated side appealed.
    Appealed,
    /// The operator struck it.
    Upheld,
    /// The operator let it stand.
    Rejected,
}

/// A step of one rating. It holds no marks and no words, because readers of facts may not see them yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RatingFact {
    /// What happened.
    pub step: RatingStep,
    /// To which rating.
    pub rating: RatingId,
    /// Of which order.
    pub order: OrderId,
    /// The order's number.
    pub order_no: String,
    /// Who rates.
    pub party: RatingParty,
    /// The organisation that rates.
    pub from: OrgId,
    /// The organisation that is rated.
    pub to: OrgId,
    /// Words of the operator's ruling.
    pub reason: Option<String>,
}

impl FactKind for RatingFact {
    fn kind(&self) -> String {
        let name = match self.step {
            RatingStep::Given => "given",
            RatingStep::Opened => "opened",
            RatingStep::WindowEnded => "window_ended",
            RatingStep::Replied => "replied",
            RatingStep::Appealed => "appealed",
            RatingStep::Upheld => "appeal_upheld",
            RatingStep::Rejected => "appeal_rejected",
        };
        format!("ratings.{name}")
    }

    fn subject(&self) -> Uuid {
        self.rating.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let appealed = self.step == RatingStep::Appealed;
        let operators = appealed.then_some(Audience::Role(Role::Operator));
        [Audience::Org(self.from), Audience::Org(self.to)].into_iter().chain(operators).collect()
    }
}

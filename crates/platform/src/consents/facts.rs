//! What happens to a consent.

use super::ConsentScope;
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{ConsentId, DateTime, OrderId, OrgId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a consent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsentStep {
    /// Given with the choice of an institution.
    Granted,
    /// Signed again, for more, for longer, or after it had ended.
    Renewed,
    /// Its place was taken by a newer one.
    Replaced,
    /// Some parts are closed again.
    Narrowed,
    /// Taken back.
    Revoked,
    /// The order ended, so it ends soon.
    OrderEnded,
    /// It ends in some days.
    Expiring,
    /// It has ended.
    Expired,
}

/// A step of one consent.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConsentFact {
    /// What happened.
    pub step: ConsentStep,
    /// To which consent.
    pub consent: ConsentId,
    /// For which order.
    pub order: OrderId,
    /// Its number.
    pub order_no: String,
    /// Whose data.
    pub enterprise: OrgId,
    /// Who sees them.
    pub grantee: OrgId,
    /// What is open afterwards.
    pub scopes: Vec<ConsentScope>,
    /// Until when.
    pub expires_at: DateTime,
    /// In the enterprise's words; for nobody else.
    pub reason: Option<String>,
}

impl ConsentStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Granted => ("granted", "签署授权"),
            Self::Renewed => ("renewed", "重新签署授权"),
            Self::Replaced => ("replaced", "由重新签署的授权代替"),
            Self::Narrowed => ("narrowed", "缩小授权范围"),
            Self::Revoked => ("revoked", "撤回授权"),
            Self::OrderEnded => ("order_ended", "对接结束，授权将随之到期"),
            Self::Expiring => ("expiring", "授权即将到期"),
            Self::Expired => ("expired", "授权到期"),
        }
    }
}

impl FactKind for ConsentFact {
    fn kind(&self) -> String {
        format!("consents.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.consent.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.enterprise), Audience::Org(self.grantee)]
    }
}

impl TimelineFact for ConsentFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.to_owned()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

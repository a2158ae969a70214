//! What happens to a list, and to a firm of it.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{DateTime, Money, OrgId, PolicyId, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AutomaticStep {
    /// A list was found.
    Found,
    /// A firm is asked.
    Notified,
    /// A firm has confirmed.
    Confirmed,
    /// A firm does not want it.
    Declined,
    /// The days in which firms confirm are over.
    Due,
}

/// A step of one list.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct AutomaticFact {
    /// What happened.
    pub step: AutomaticStep,
    /// On which list.
    pub list: Uuid,
    /// For which item.
    pub policy: PolicyId,
    /// What that is called.
    pub title: String,
    /// Whose item.
    pub department: OrgId,
    /// Which firm, where it is about one.
    pub enterprise: Option<OrgId>,
    /// What it would get.
    pub amount: Option<Money>,
    /// Until when it confirms.
    pub until: Option<DateTime>,
}

impl FactKind for AutomaticFact {
    fn kind(&self) -> String {
        let name = match self.step {
            AutomaticStep::Found => "found",
            AutomaticStep::Notified => "notified",
            AutomaticStep::Confirmed => "confirmed",
            AutomaticStep::Declined => "declined",
            AutomaticStep::Due => "due",
        };
        format!("automatic.{name}")
    }

    fn subject(&self) -> Uuid {
        self.list
    }

    fn audience(&self) -> Vec<Audience> {
        let mut all = vec![Audience::Org(self.department), Audience::Role(Role::Government)];
        all.extend(self.enterprise.map(Audience::Org));
        all
    }
}

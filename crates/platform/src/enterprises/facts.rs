//! What happens to a profile.

use super::RiskKind;
use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::OrgId;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A profile became complete.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ProfileCompleted {
    /// Whose.
    pub org: OrgId,
}

impl FactKind for ProfileCompleted {
    fn kind(&self) -> String {
        "enterprises.completed".into()
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    /// Whoever completed it sees it on the page that answers.
    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

/// The profile tells of risks that it did not tell of before, typed or by a register.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct RisksNoted {
    /// Whose.
    pub org: OrgId,
    /// What they are.
    pub kinds: Vec<RiskKind>,
}

impl FactKind for RisksNoted {
    fn kind(&self) -> String {
        "enterprises.risks_noted".into()
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    /// Those who lend to it are told by what reacts.
    fn audience(&self) -> Vec<Audience> {
        vec![]
    }
}

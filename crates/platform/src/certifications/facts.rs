//! What happens to an application and to what is shown. That it was granted is a fact of the organisation itself.

use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{OrgId, OrgKind, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step of an application, or of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CertificationStep {
    /// The organisation applied.
    Applied,
    /// The operator refused.
    Refused,
    /// The operator took its picture away.
    MarkTaken,
}

/// A step of one organisation's application.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct CertificationFact {
    /// What happened.
    pub step: CertificationStep,
    /// Whose application.
    pub org: OrgId,
    /// Kind of the organisation.
    pub kind: OrgKind,
    /// Its name.
    pub name: String,
    /// Why.
    pub reason: Option<String>,
}

impl FactKind for CertificationFact {
    fn kind(&self) -> String {
        let step = match self.step {
            CertificationStep::Applied => "applied",
            CertificationStep::Refused => "refused",
            CertificationStep::MarkTaken => "mark_taken",
        };
        format!("certifications.{step}")
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.org), Audience::Role(Role::Operator)]
    }
}

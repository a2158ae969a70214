//! What happens to a consultation.

use super::ConsultationVerdict;
use crate::applications::ApplicationStep;
use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{AccountId, ApplicationId, OrgId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ConsultationStep {
    /// A department is asked.
    Asked,
    /// It has answered.
    Answered,
    /// Its days end soon.
    Reminded,
    /// They are over.
    Due,
    /// The second review has ended without its answer.
    Closed,
}

/// A step of one consultation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ConsultationFact {
    /// What happened.
    pub step: ConsultationStep,
    /// To which consultation.
    pub consultation: Uuid,
    /// About which application.
    pub application: ApplicationId,
    /// Its number.
    pub no: String,
    /// What its item is called.
    pub title: String,
    /// Who asks …
    pub department: OrgId,
    /// … which person of it …
    pub asked_by: AccountId,
    /// … and who is asked.
    pub asked: OrgId,
    /// What the answer says.
    pub verdict: Option<ConsultationVerdict>,
    /// What ended the second review, where that closed it.
    pub ended_by: Option<ApplicationStep>,
}

impl FactKind for ConsultationFact {
    fn kind(&self) -> String {
        let name = match self.step {
            ConsultationStep::Asked => "asked",
            ConsultationStep::Answered => "answered",
            ConsultationStep::Reminded => "reminded",
            ConsultationStep::Due => "due",
            ConsultationStep::Closed => "closed",
        };
        format!("consultations.{name}")
    }

    fn subject(&self) -> Uuid {
        self.consultation
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.department), Audience::Org(self.asked)]
    }
}

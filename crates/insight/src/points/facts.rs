//! What the operator does to somebody's points. What the platform enters by rules is no fact of its own.

use super::PointEvent;
use jinqiao_db::{Audience, FactKind};
use jinqiao_kernel::{OrgId, OrgKind};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// What the operator did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PointsStep {
    /// Noted a finding.
    Found,
    /// Took an entry back.
    Reversed,
}

/// The operator noted a finding, or took an entry back.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PointsFact {
    /// What was done.
    pub step: PointsStep,
    /// Whose.
    pub org: OrgId,
    /// Number of the entry that was made, or taken back.
    pub number: i64,
    /// Kind of the organisation.
    pub kind: OrgKind,
    /// On which occasion.
    pub event: PointEvent,
    /// How the balance changed.
    pub points: i32,
    /// Why.
    pub reason: String,
}

impl FactKind for PointsFact {
    fn kind(&self) -> String {
        let step = match self.step {
            PointsStep::Found => "found",
            PointsStep::Reversed => "reversed",
        };
        format!("points.{step}")
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.org)]
    }
}

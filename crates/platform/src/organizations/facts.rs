//! What happens to an organisation.

use super::entity::Model;
use jinqiao_db::{Audience, FactKind, Tx};
use jinqiao_http::{Side, TimelineFact};
use jinqiao_kernel::{OrgId, OrgKind, Result, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrgStep {
    /// The applicant registered.
    Registered,
    /// The applicant corrected.
    Resubmitted,
    /// The operator approved.
    Approved,
    /// The operator returned it.
    Returned,
    /// The operator refused.
    Refused,
    /// The operator certified.
    Certified,
    /// The operator withdrew the certification.
    Uncertified,
    /// Somebody registered with this organisation's code.
    CodeClaimed,
    /// The operator suspended it.
    Suspended,
    /// The operator let it go on.
    Resumed,
}

/// A step of one organisation.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrganizationFact {
    /// What happened.
    pub step: OrgStep,
    /// To whom.
    pub org: OrgId,
    /// Kind of the organisation.
    pub kind: OrgKind,
    /// Its name then.
    pub name: String,
    /// Why.
    pub reason: Option<String>,
}

impl OrgStep {
    /// Name within the concept.
    pub(super) fn name(self) -> &'static str {
        self.name_and_text().0
    }

    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Registered => ("registered", "提交注册申请"),
            Self::Resubmitted => ("resubmitted", "补正后重新提交"),
            Self::Approved => ("approved", "注册审核通过"),
            Self::Returned => ("returned", "退回补正"),
            Self::Refused => ("refused", "注册审核未通过"),
            Self::Certified => ("certified", "通过认证"),
            Self::Uncertified => ("uncertified", "取消认证"),
            Self::CodeClaimed => ("code_claimed", "另有注册申请使用了本单位的信用代码"),
            Self::Suspended => ("suspended", "暂停使用"),
            Self::Resumed => ("resumed", "恢复使用"),
        }
    }
}

/// Notes that `step` happened to `row`.
pub(super) async fn tell(tx: &Tx, row: &Model, step: OrgStep, reason: Option<String>) -> Result<()> {
    let fact = OrganizationFact { step, org: row.id, kind: row.kind, name: row.name.clone(), reason };
    tx.emit(&fact).await
}

impl FactKind for OrganizationFact {
    fn kind(&self) -> String {
        format!("organizations.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.org.into()
    }

    fn audience(&self) -> Vec<Audience> {
        let review = matches!(self.step, OrgStep::Registered | OrgStep::Resubmitted);
        let operators = review.then_some(Audience::Role(Role::Operator));
        // What a suspended firm has published leaves the market, and comes back.
        let market = matches!(self.step, OrgStep::Suspended | OrgStep::Resumed).then_some(Audience::Market);
        std::iter::once(Audience::Org(self.org)).chain(operators).chain(market).collect()
    }
}

impl TimelineFact for OrganizationFact {
    fn text(&self) -> String {
        self.step.name_and_text().1.into()
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }

    fn newcomer(&self) -> Option<(Side, OrgId)> {
        let side = match self.kind {
            OrgKind::Enterprise => Side::Enterprise,
            OrgKind::Institution => Side::Institution,
            OrgKind::Agency => Side::Agency,
            OrgKind::Department | OrgKind::Operator => return None,
        };
        (self.step == OrgStep::Registered).then_some((side, self.org))
    }
}

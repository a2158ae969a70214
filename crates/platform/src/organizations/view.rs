//! What is shown of an organisation.

use super::{InstitutionType, OrgState, OrganizationFact, claims, entity::Model, suspension::suspendable};
use crate::reviews::Defect;
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{DateTime, FileId, OrgId, OrgKind, Result, Vault};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An organisation, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OrganizationView {
    id: OrgId,
    kind: OrgKind,
    name: String,
    uscc: Option<String>,
    /// Another organisation is registered under this code: to be looked into.
    code_taken: bool,
    /// The code's last character is not the computed one; the applicant has confirmed it.
    code_deviates: bool,
    institution_type: Option<InstitutionType>,
    state: OrgState,
    certified: bool,
    contact_name: String,
    mobile_masked: String,
    /// A code has come to that number; until then it is unproved (未核验).
    mobile_verified: bool,
    email: Option<String>,
    legal_person: Option<String>,
    address: Option<String>,
    permit_no: Option<String>,
    /// The picture that stands for it, a file.
    mark: Option<FileId>,
    created_at: DateTime,
    version: i32,
    /// While it is suspended: why, in the operator's words …
    suspension: Option<String>,
    /// … and since when.
    suspended_at: Option<DateTime>,
    /// It is of a kind that the operator can suspend.
    suspendable: bool,
}

/// An organisation with its registration, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OrganizationDetail {
    organization: OrganizationView,
    /// Who is registered under the same code.
    code_holder: Option<CodeHolder>,
    round: i32,
    defects: Vec<Defect>,
    refusal: Option<String>,
    submitted_at: DateTime,
    decided_at: Option<DateTime>,
    timeline: Vec<TimelineItem>,
}

/// Who is registered under a code.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CodeHolder {
    id: OrgId,
    name: String,
}

/// The own registration, for the applicant.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RegistrationView {
    id: OrgId,
    kind: OrgKind,
    name: String,
    uscc: Option<String>,
    institution_type: Option<InstitutionType>,
    contact_name: String,
    mobile_masked: String,
    /// A code has come to that number; until then it is unproved (未核验).
    mobile_verified: bool,
    email: Option<String>,
    /// A code has come to that address.
    email_verified: bool,
    legal_person: Option<String>,
    address: Option<String>,
    permit_no: Option<String>,
    state: OrgState,
    version: i32,
    round: i32,
    defects: Vec<Defect>,
    refusal: Option<String>,
    submitted_at: DateTime,
    decided_at: Option<DateTime>,
    timeline: Vec<TimelineItem>,
}

impl OrganizationView {
    pub(super) fn new(vault: &Vault, row: Model) -> Result<Self> {
        let mobile_masked = row.mobile_masked(vault)?;
        let code_deviates = row.code_deviates();
        let (uscc, code_taken) = (row.given_uscc(), row.claimed_uscc.is_some());
        let mobile_verified = row.mobile_verified_at.is_some();
        let Model { id, kind, name, institution_type, state, certified, contact_name, email, .. } = row;
        let (legal_person, address, permit_no) = (row.legal_person, row.address, row.permit_no);
        let (created_at, version, mark) = (row.created_at, row.version, row.mark);
        let (suspension, suspended_at) = (row.suspension, row.suspended_at);
        Ok(Self {
            id,
            kind,
            name,
            uscc,
            code_taken,
            code_deviates,
            institution_type,
            state,
            certified,
            contact_name,
            mobile_masked,
            mobile_verified,
            email,
            legal_person,
            address,
            permit_no,
            mark,
            created_at,
            version,
            suspension,
            suspended_at,
            suspendable: suspendable(kind),
        })
    }
}

async fn told(db: &Db, row: &Model) -> Result<Vec<TimelineItem>> {
    let mut facts = facts_of(db.read(), row.id).await?;
    // Later concepts tell facts of the same organisation in words of their own.
    facts.retain(|fact| fact.kind.starts_with("organizations."));
    timeline::<OrganizationFact>(&facts, |org| (org == row.id).then(|| row.name.clone()))
}

impl OrganizationDetail {
    pub(super) async fn new(db: &Db, vault: &Vault, row: Model) -> Result<Self> {
        let holder = claims::holder(db.read(), &row).await?;
        Ok(Self {
            code_holder: holder.map(|Model { id, name, .. }| CodeHolder { id, name }),
            round: row.round,
            defects: row.defects.0.clone(),
            refusal: row.refusal.clone(),
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
            timeline: told(db, &row).await?,
            organization: OrganizationView::new(vault, row)?,
        })
    }
}

impl RegistrationView {
    pub(super) async fn new(db: &Db, vault: &Vault, row: Model) -> Result<Self> {
        let timeline = told(db, &row).await?;
        let mobile_masked = row.mobile_masked(vault)?;
        // A claimed code looks like an own one.
        let uscc = row.given_uscc();
        let Model { id, kind, name, institution_type, contact_name, email, state, version, round, .. } = row;
        Ok(Self {
            id,
            kind,
            name,
            uscc,
            institution_type,
            contact_name,
            mobile_masked,
            mobile_verified: row.mobile_verified_at.is_some(),
            email,
            email_verified: row.email_verified_at.is_some(),
            legal_person: row.legal_person,
            address: row.address,
            permit_no: row.permit_no,
            state,
            version,
            round,
            defects: row.defects.0,
            refusal: row.refusal,
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
            timeline,
        })
    }
}

//! Consents and looks, as the enterprise reads them.

use super::{
    AccessPart, ConsentScope, ConsentState,
    entity::{access, consent::Model},
    model::{MASKED_FIELDS, OPEN_FIELDS},
};
use jinqiao_http::TimelineItem;
use jinqiao_kernel::{ConsentId, DateTime, OrderId, OrgId};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A consent, for the enterprise that gave it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsentView {
    id: ConsentId,
    institution_id: OrgId,
    institution_name: String,
    order_id: OrderId,
    order_no: String,
    scopes: Vec<ConsentScope>,
    purpose: String,
    granted_at: DateTime,
    expires_at: DateTime,
    revoked_at: Option<DateTime>,
    state: ConsentState,
    version: i32,
    /// When the order ended.
    order_ended_at: Option<DateTime>,
    /// It may be signed again …
    may_renew: bool,
    /// … or why not, in Chinese.
    why: Option<String>,
}

impl ConsentView {
    pub(super) fn new(row: &Model, institution_name: String, now: DateTime) -> Self {
        let why = row.check_renewable().err().map(|error| error.message().to_owned());
        Self {
            state: row.state(now),
            may_renew: why.is_none(),
            why,
            id: row.id,
            institution_id: row.grantee_id,
            institution_name,
            order_id: row.order_id,
            order_no: row.order_no.clone(),
            scopes: row.scopes.0.clone(),
            purpose: row.purpose.clone(),
            granted_at: row.granted_at,
            expires_at: row.expires_at,
            revoked_at: row.revoked_at,
            version: row.version,
            order_ended_at: row.order_ended_at,
        }
    }
}

/// How a consent was signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SigningMethod {
    /// Logged in, with the password typed again.
    Password,
    /// Logged in; so were those signed that are older than the former.
    Session,
}

impl SigningMethod {
    fn of(stored: &str) -> Self {
        if stored == "password" { Self::Password } else { Self::Session }
    }
}

/// One consent in full.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsentDetail {
    #[serde(flatten)]
    consent: ConsentView,
    /// Version of the text that was signed.
    text_version: i32,
    /// SHA-256 of that text, hex.
    text_hash: String,
    /// Who signed.
    signer: String,
    /// How (签署方式).
    method: SigningMethod,
    revoke_reason: Option<String>,
    /// Days that a signature opens unless others are chosen.
    default_days: i64,
    timeline: Vec<TimelineItem>,
    /// All consents for the same order, newest first.
    history: Vec<ConsentView>,
}

impl ConsentDetail {
    pub(super) fn new(
        row: Model,
        view: ConsentView,
        (signer, default_days): (String, i64),
        timeline: Vec<TimelineItem>,
        history: Vec<ConsentView>,
    ) -> Self {
        Self {
            consent: view,
            text_version: row.text_version,
            text_hash: row.text_hash,
            signer,
            method: SigningMethod::of(&row.method),
            revoke_reason: row.revoke_reason,
            default_days,
            timeline,
            history,
        }
    }
}

/// Somebody looked.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AccessView {
    /// Number of the look.
    seq: i64,
    at: DateTime,
    institution_name: String,
    account_name: String,
    /// Under which consent; none where the role of the reader opens the data.
    consent_id: Option<ConsentId>,
    /// The order of that consent.
    order_no: Option<String>,
    part: AccessPart,
    what: String,
    reason: Option<String>,
}

impl AccessView {
    pub(super) fn new(row: access::Model, institution_name: String, order_no: Option<String>) -> Self {
        let access::Model { seq, consent_id, at, account_name, part, what, reason, .. } = row;
        Self { seq, at, institution_name, account_name, consent_id, order_no, part, what, reason }
    }
}

/// An institution that data were opened to.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Grantee {
    pub(super) id: OrgId,
    pub(super) name: String,
}

/// What one scope opens.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ScopeFields {
    scope: ConsentScope,
    /// Names of the fields, as in the other answers.
    fields: Vec<String>,
}

/// What each tier shows (domain 2.3).
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DataTiers {
    /// Tier 0: the public and uncertified institutions, counted together.
    open: Vec<String>,
    /// Tier 1: certified institutions, before consent.
    masked: Vec<String>,
    /// Tier 2: the institution that was chosen, by scope.
    consented: Vec<ScopeFields>,
}

impl DataTiers {
    pub(super) fn all() -> Self {
        let names = |fields: &[&str]| fields.iter().map(|field| (*field).to_owned()).collect();
        Self {
            open: names(OPEN_FIELDS),
            masked: names(MASKED_FIELDS),
            consented: ConsentScope::iter().map(|scope| ScopeFields { scope, fields: names(scope.fields()) }).collect(),
        }
    }
}

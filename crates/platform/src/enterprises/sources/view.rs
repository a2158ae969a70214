//! What each source says of a firm, beside what the firm typed.

use super::{
    Facts, Register, SourceFailure, Sources,
    entity::{evidence, grant},
    overlay::{best, restored},
    save::facts_of,
    store,
};
use crate::{
    enterprises::Source,
    files::{self, FileInfo},
    organizations,
};
use jinqiao_db::Db;
use jinqiao_kernel::{DateTime, NaiveDate, OrgId, Result, local_date};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::HashMap;
use utoipa::ToSchema;

/// A register, and whether it may be asked.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RegisterView {
    register: Register,
    /// It may be asked now.
    holds: bool,
    granted_at: Option<DateTime>,
    expires_at: Option<DateTime>,
    revoked_at: Option<DateTime>,
    asked_at: Option<DateTime>,
    /// Day of its last answer.
    as_of: Option<NaiveDate>,
    /// Why the last asking gave nothing.
    failure: Option<SourceFailure>,
    /// What of the last answer was not taken, and why.
    faults: Vec<String>,
}

/// What one source says of one fact.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EvidenceView {
    /// Name of the fact.
    key: String,
    source: Source,
    /// As the fact is written in the profile.
    #[schema(value_type = Value)]
    value: Value,
    /// What the firm typed; none where it typed nothing.
    #[schema(value_type = Option<Value>)]
    typed: Option<Value>,
    /// The firm typed something else.
    differs: bool,
    /// It is the evidence that counts.
    counts: bool,
    as_of: NaiveDate,
    expires_on: NaiveDate,
    expired: bool,
    /// Who answered, or which operator saw the document.
    verifier: String,
    /// The document.
    file: Option<FileInfo>,
}

/// What the sources say of the own firm.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct VerificationView {
    /// Who answers for the registers; none while the platform is connected with none.
    answered_by: Option<String>,
    registers: Vec<RegisterView>,
    values: Vec<EvidenceView>,
}

/// A fact that the firm typed, for the operator who has a document of it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct FactView {
    key: String,
    #[schema(value_type = Value)]
    value: Value,
}

/// A firm with its facts, and what sources say.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct EvidenceReview {
    /// Of the profile.
    version: i32,
    /// As the firm typed them.
    facts: Vec<FactView>,
    values: Vec<EvidenceView>,
    /// Attachments of the profile.
    files: Vec<FileInfo>,
}

fn register_view(register: Register, grants: &[grant::Model], now: DateTime) -> RegisterView {
    let grant = grants.iter().find(|grant| grant.register == register);
    RegisterView {
        register,
        holds: grant.is_some_and(|grant| grant.holds(now)),
        granted_at: grant.map(|grant| grant.granted_at),
        expires_at: grant.map(|grant| grant.expires_at),
        revoked_at: grant.and_then(|grant| grant.revoked_at),
        asked_at: grant.and_then(|grant| grant.asked_at),
        as_of: grant.and_then(|grant| grant.as_of),
        failure: grant.and_then(|grant| grant.failure),
        faults: grant.map(|grant| grant.faults.0.clone()).unwrap_or_default(),
    }
}

async fn values(db: &Db, typed: &Facts, evidence: &[evidence::Model]) -> Result<Vec<EvidenceView>> {
    let today = local_date(db.world().now());
    let ids: Vec<_> = evidence.iter().filter_map(|one| one.file_id).collect();
    let files: HashMap<_, _> = files::infos(db.read(), &ids).await?.into_iter().map(|file| (file.id, file)).collect();
    let counting = best(evidence);
    let view = |one: &evidence::Model| {
        let said = typed.get(&one.key);
        EvidenceView {
            key: one.key.clone(),
            source: one.source,
            differs: said.as_ref().is_some_and(|said| *said != one.value.0),
            counts: counting.get(one.key.as_str()).is_some_and(|best| best.source == one.source),
            value: one.value.0.clone(),
            typed: said,
            as_of: one.as_of,
            expires_on: one.expires_on,
            expired: one.expires_on < today,
            verifier: one.verifier.clone(),
            file: one.file_id.and_then(|id| files.get(&id).cloned()),
        }
    };
    Ok(evidence.iter().map(view).collect())
}

/// For the firm itself.
pub async fn own(db: &Db, sources: &Sources, org: OrgId) -> Result<VerificationView> {
    let shown = facts_of(db.read(), org).await?;
    let evidence = store::evidence_of(db.read(), org).await?;
    let typed = restored(&shown, shown.clone(), &evidence);
    let grants = store::grants_of(db.read(), org).await?;
    let now = db.world().now();
    Ok(VerificationView {
        answered_by: sources.0.as_ref().map(|source| source.name().to_owned()),
        registers: Register::iter().map(|register| register_view(register, &grants, now)).collect(),
        values: values(db, &typed, &evidence).await?,
    })
}

/// For the operator.
///
/// # Errors
/// `not_found`.
pub async fn review(db: &Db, org: OrgId) -> Result<EvidenceReview> {
    let org = organizations::by_id(db.read(), org).await?.id;
    let shown = facts_of(db.read(), org).await?;
    let evidence = store::evidence_of(db.read(), org).await?;
    let typed = restored(&shown, shown.clone(), &evidence);
    let fact = |key: String| Some(FactView { value: typed.get(&key)?, key });
    Ok(EvidenceReview {
        version: shown.row.version,
        facts: typed.keys().into_iter().filter_map(fact).collect(),
        values: values(db, &typed, &evidence).await?,
        files: files::infos(db.read(), &shown.row.attachments.0).await?,
    })
}

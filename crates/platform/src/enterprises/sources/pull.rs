//! Asking a register with the firm's authorisation: granted, asked, taken, withdrawn.

use super::{
    DATA_VERIFICATION, DataSource, Facts, Register, SourceFailure, Statement,
    entity::{evidence, grant},
    overlay::{overlaid, restored},
    quality,
    save::{facts_of, store_facts},
    store,
};
use crate::{
    accounts, agreements,
    enterprises::parameters::{EVIDENCE_MONTHS, REFRESH_DAYS},
    organizations,
    permissions::value_of,
};
use chrono::{Months, TimeDelta};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Error, NaiveDate, OrgId, Result, local_date};

/// An authorisation holds for so long.
const HOLDS: TimeDelta = TimeDelta::days(365);
/// A register that gave nothing is asked again after this.
const AGAIN: TimeDelta = TimeDelta::days(1);
/// Nobody waits longer for a register.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(10);

fn not_authorized() -> Error {
    Error::conflict("enterprises.not_authorized", "企业没有授权查询这一数据来源，或授权已到期、已撤回")
}

/// The firm authorises that `register` is asked; it is asked at once.
///
/// # Errors
/// `agreements.outdated`.
pub async fn authorize(
    db: &Db,
    source: &dyn DataSource,
    actor: &Actor,
    register: Register,
    version: i32,
) -> Result<()> {
    let intent = Intent::by(actor, "enterprises.authorize_register").on(actor.org).detail(register.text());
    db.write(intent, |tx| async move {
        accounts::signing_method(&tx, actor).await?;
        organizations::lock(&tx, actor.org).await?;
        let signer = (actor.account, actor.org);
        let accepted = agreements::accept(&tx, DATA_VERIFICATION, version, signer, None).await?;
        let row = grant::Model {
            org_id: actor.org,
            register,
            text_version: accepted.version,
            text_hash: accepted.hash,
            signer_id: actor.account,
            granted_at: tx.now(),
            expires_at: tx.now() + HOLDS,
            revoked_at: None,
            asked_at: None,
            refresh_at: Some(tx.now()),
            as_of: None,
            failure: None,
            faults: Doc::default(),
        };
        store::save_grant(&tx, row).await
    })
    .await?;
    ask(db, source, actor.org, register, Intent::by(actor, "enterprises.ask_register")).await
}

/// The firm asks again.
///
/// # Errors
/// `enterprises.not_authorized`.
pub async fn again(db: &Db, source: &dyn DataSource, actor: &Actor, register: Register) -> Result<()> {
    ask(db, source, actor.org, register, Intent::by(actor, "enterprises.ask_register")).await
}

/// The firm withdraws an authorisation: nothing is asked any more. What was learnt stays, with its day.
///
/// # Errors
/// `enterprises.not_authorized` when there is none.
pub async fn revoke(db: &Db, actor: &Actor, register: Register) -> Result<()> {
    let intent = Intent::by(actor, "enterprises.revoke_register").on(actor.org).detail(register.text());
    db.write(intent, |tx| async move {
        organizations::lock(&tx, actor.org).await?;
        let known = store::grant_of(tx.conn(), actor.org, register).await?;
        let known = known.filter(|grant| grant.holds(tx.now())).ok_or_else(not_authorized)?;
        store::save_grant(&tx, grant::Model { revoked_at: Some(tx.now()), refresh_at: None, ..known }).await
    })
    .await
}

/// Asks `register` about `org`, which must have authorised it, and takes what it says.
pub async fn ask(db: &Db, source: &dyn DataSource, org: OrgId, register: Register, intent: Intent) -> Result<()> {
    let grant = store::grant_of(db.read(), org, register).await?;
    if !grant.is_some_and(|grant| grant.holds(db.world().now())) {
        return Err(not_authorized());
    }
    let firm = organizations::by_id(db.read(), org).await?;
    let asking = source.fetch(register, firm.uscc.as_deref().unwrap_or_default());
    let answer = tokio::time::timeout(LONGEST, asking).await.unwrap_or(Err(SourceFailure::Unreachable));
    let answer = answer.and_then(|said| quality::dated(&said, local_date(db.world().now())).map(|()| said));
    let (answer, verifier) = (&answer, source.name());
    db.write(intent.on(org).detail(register.text()), |tx| async move {
        organizations::lock(&tx, org).await?;
        // It may have been withdrawn while the register was thinking.
        let grant = store::grant_of(tx.conn(), org, register).await?.filter(|grant| grant.holds(tx.now()));
        let grant = grant.ok_or_else(not_authorized)?;
        let noted = match answer {
            Ok(said) => took(&tx, org, register, said, verifier).await?,
            Err(failure) => Noted { as_of: grant.as_of, failure: Some(*failure), faults: vec![] },
        };
        let pause = match noted.failure {
            Some(_) => AGAIN,
            None => TimeDelta::days(value_of(tx.conn(), REFRESH_DAYS).await?),
        };
        let Noted { as_of, failure, faults } = noted;
        let (asked_at, refresh_at) = (Some(tx.now()), Some(tx.now() + pause));
        store::save_grant(&tx, grant::Model { asked_at, refresh_at, as_of, failure, faults: Doc(faults), ..grant })
            .await
    })
    .await
}

struct Noted {
    as_of: Option<NaiveDate>,
    failure: Option<SourceFailure>,
    faults: Vec<String>,
}

/// The last day on which what holds for `as_of` counts as verified.
pub async fn expiry(tx: &Tx, as_of: NaiveDate) -> Result<NaiveDate> {
    let months = u32::try_from(value_of(tx.conn(), EVIDENCE_MONTHS).await?).unwrap_or_default();
    Ok(as_of.checked_add_months(Months::new(months)).unwrap_or(as_of))
}

async fn took(tx: &Tx, org: OrgId, register: Register, said: &Statement, verifier: &str) -> Result<Noted> {
    let known = facts_of(tx.conn(), org).await?;
    let (taken, faults) = quality::sound(register, said, &known, local_date(tx.now()));
    let expires_on = expiry(tx, said.as_of).await?;
    let row = |(key, value)| evidence::Model {
        org_id: org,
        key,
        source: register.source(),
        value: Doc(value),
        as_of: said.as_of,
        expires_on,
        taken_at: tx.now(),
        verifier: verifier.to_owned(),
        file_id: None,
    };
    take(tx, &known, taken.into_iter().map(row).collect()).await?;
    Ok(Noted { as_of: Some(said.as_of), failure: None, faults })
}

/// Takes further evidence into the profile `known`.
pub async fn take(tx: &Tx, known: &Facts, rows: Vec<evidence::Model>) -> Result<()> {
    let org = known.row.org_id;
    let before = store::evidence_of(tx.conn(), org).await?;
    let typed = restored(known, known.clone(), &before);
    store::save_evidence(tx, rows).await?;
    let evidence = store::evidence_of(tx.conn(), org).await?;
    let facts = overlaid(known, typed, &evidence, local_date(tx.now()));
    store_facts(tx, known, facts, known.row.version).await
}

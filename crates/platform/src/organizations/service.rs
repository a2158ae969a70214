//! Use cases: register, correct, decide, certify.

use super::{
    OrgState, OrgStep, claims,
    entity::{self, ActiveModel, Model},
    facts::tell,
    model::{Mobile, Particulars, REVIEW},
    papers::{SUBMITTED, check_papers},
    searched, store,
    units::{self, Unit},
};
use crate::reviews::{self, Defect, ReviewState, Submission};
use jinqiao_db::{Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, Error, KeyedHash, OrgId, OrgKind, Result, Sealed, UnitId, Vault, World};
use sea_orm::{EntityTrait, IntoActiveModel, Set, sea_query::OnConflict};

/// An organisation that is to be made, with its secrets already sealed.
#[derive(Clone)]
pub struct NewOrganization {
    kind: OrgKind,
    particulars: Particulars,
    mobile: Sealed<Mobile>,
    mobile_hash: KeyedHash,
    mobile_verified: bool,
}

impl NewOrganization {
    /// Checks and seals. The mobile number must be given.
    ///
    /// # Errors
    /// `validation`; what `checks` holds already is told along.
    pub fn checked(
        vault: &Vault,
        world: &World,
        kind: OrgKind,
        particulars: Particulars,
        checks: &mut Checks,
    ) -> Result<Self> {
        checks.given("mobile", particulars.mobile.as_ref());
        particulars.check(kind, checks);
        checks.done()?;
        particulars.check_confirmed()?;
        let mobile = particulars.mobile.as_deref().unwrap_or_default();
        let (mobile, mobile_hash) = (vault.seal(world, mobile), vault.lookup::<Mobile>(mobile));
        Ok(Self { kind, particulars, mobile, mobile_hash, mobile_verified: false })
    }

    /// A code has come to the number.
    #[must_use]
    pub fn with_mobile_verified(self, mobile_verified: bool) -> Self {
        Self { mobile_verified, ..self }
    }
}

/// Registers an organisation and puts it into the operator's queue. The account that goes with it is made in the same
/// write by `accounts`. A code that is known already is kept as a claim, and the answer does not tell.
pub async fn register(tx: &Tx, new: &NewOrganization) -> Result<(OrgId, UnitId)> {
    let mut row = row_of(tx, new, OrgState::Reviewing);
    if !insert(tx, row.clone()).await? {
        claims::keep(&mut row);
        insert(tx, row.clone()).await?;
    }
    let made = root_of(tx, &row).await?;
    let row = store::by_id(tx.conn(), made.0).await?;
    enqueue(tx, &row, OrgStep::Registered).await?;
    Ok(made)
}

/// Adds an organisation that needs no review: the operator's own and departments, made at the server's console.
///
/// # Errors
/// `validation` naming `uscc` when the code is registered already.
pub async fn add_approved(tx: &Tx, new: &NewOrganization) -> Result<(OrgId, UnitId)> {
    let row = row_of(tx, new, OrgState::Active);
    if !insert(tx, row.clone()).await? {
        return Err(Error::field("uscc", "该统一社会信用代码已注册"));
    }
    root_of(tx, &row).await
}

fn row_of(tx: &Tx, new: &NewOrganization, state: OrgState) -> ActiveModel {
    ActiveModel {
        id: Set(tx.id()),
        kind: Set(new.kind),
        name: Set(new.particulars.name.trim().into()),
        uscc: Set(code(&new.particulars)),
        claimed_uscc: Set(None),
        institution_type: Set(new.particulars.institution_type),
        state: Set(state),
        certified: Set(false),
        contact_name: Set(new.particulars.contact_name.trim().into()),
        mobile: Set(new.mobile.clone()),
        mobile_hash: Set(new.mobile_hash.clone()),
        email: Set(new.particulars.email.clone().filter(|email| !email.is_empty())),
        mobile_verified_at: Set(new.mobile_verified.then(|| tx.now())),
        email_verified_at: Set(None),
        legal_person: Set(filled(new.particulars.legal_person.as_ref())),
        address: Set(filled(new.particulars.address.as_ref())),
        permit_no: Set(filled(new.particulars.permit_no.as_ref())),
        licence: Set(new.particulars.licence),
        mark: Set(None),
        permit: Set(new.particulars.permit),
        version: Set(1),
        round: Set(1),
        defects: Set(Doc::default()),
        refusal: Set(None),
        created_at: Set(tx.now()),
        submitted_at: Set(tx.now()),
        decided_at: Set(None),
        suspended_at: Set(None),
        suspension: Set(None),
    }
}

fn filled(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// No when the code is taken. Said without a look before, so that of two at once one is told.
async fn insert(tx: &Tx, row: ActiveModel) -> Result<bool> {
    let free = OnConflict::column(entity::Column::Uscc).do_nothing().to_owned();
    Ok(entity::Entity::insert(row).on_conflict(free).exec_without_returning(tx.conn()).await? == 1)
}

/// The unit that is the organisation itself.
async fn root_of(tx: &Tx, row: &ActiveModel) -> Result<(OrgId, UnitId)> {
    let (id, name) = (*row.id.as_ref(), row.name.as_ref().clone());
    tx.about(id);
    let root = Unit { id: tx.id(), org_id: id, parent_id: None, name, closed: false };
    let unit = root.id;
    let name = root.name.clone();
    units::insert_unit(tx, root).await?;
    searched::index(tx, id, &name).await?;
    Ok((id, unit))
}

fn code(particulars: &Particulars) -> Option<String> {
    particulars.code().ok().map(|code| code.as_str().to_owned())
}

async fn enqueue(tx: &Tx, row: &Model, step: OrgStep) -> Result<()> {
    let title = match row.kind {
        OrgKind::Enterprise => "企业注册",
        OrgKind::Institution => "金融机构注册",
        OrgKind::Agency => "中介机构注册",
        OrgKind::Department | OrgKind::Operator => "单位注册",
    };
    let claims = if row.claimed_uscc.is_some() { "（该信用代码已有单位注册）" } else { "" };
    let deviates =
        if row.code_deviates() { "（信用代码第 18 位与校验规则不符，申请人已确认）" } else { "" };
    let submission = Submission {
        kind: REVIEW,
        subject: row.id.into(),
        org: row.id,
        org_name: row.name.clone(),
        title: format!("{title}{claims}{deviates}"),
    };
    reviews::submit(tx, submission).await?;
    claims::tell_holder(tx, row).await?;
    tell(tx, row, step, None).await
}

/// The applicant corrects the own registration and submits it again.
pub(super) async fn correct(db: &Db, vault: &Vault, actor: &Actor, version: i32, new: Particulars) -> Result<Model> {
    let mut checks = Checks::new();
    new.check(actor.org_kind, &mut checks);
    checks.done()?;
    new.check_confirmed()?;
    let mobile = new.mobile.as_deref().map(|m| (vault.seal::<Mobile>(db.world(), m), vault.lookup::<Mobile>(m)));
    let (new, mobile) = (&new, &mobile);
    let write = async |claims: bool| {
        let intent = Intent::by(actor, "organizations.correct").on(actor.org);
        db.write(intent, |tx| async move { correct_in(&tx, actor, version, new, mobile.as_ref(), claims).await }).await
    };
    match write(false).await {
        Err(error) if is_taken(&error) => write(true).await,
        corrected => corrected,
    }
}

/// `claims`: the code turned out to be another's.
async fn correct_in(
    tx: &Tx,
    actor: &Actor,
    version: i32,
    new: &Particulars,
    mobile: Option<&(Sealed<Mobile>, KeyedHash)>,
    claims: bool,
) -> Result<Model> {
    let row = store::lock(tx, actor.org).await?;
    let state = row.state.resubmit()?;
    let mut checks = Checks::new();
    check_papers(row.kind, new, Some(&row), &mut checks);
    checks.done()?;
    let mut change = row.clone().into_active_model();
    change.state = Set(state);
    change.name = Set(new.name.trim().into());
    change.uscc = Set(code(new));
    change.claimed_uscc = Set(None);
    if claims {
        claims::keep(&mut change);
    }
    change.institution_type = Set(new.institution_type);
    change.contact_name = Set(new.contact_name.trim().into());
    change.legal_person = Set(filled(new.legal_person.as_ref()));
    change.address = Set(filled(new.address.as_ref()));
    change.permit_no = Set(filled(new.permit_no.as_ref()));
    change.licence = Set(new.licence.or(row.licence));
    change.permit = Set(new.permit.or(row.permit));
    put_contact(&mut change, &row, mobile, Some(new.email.as_deref().unwrap_or_default()));
    change.version = Set(row.version + 1);
    change.round = Set(row.round + 1);
    change.submitted_at = Set(tx.now());
    change.decided_at = Set(None);
    let saved = save_versioned::<entity::Entity>(tx, change, row.id, version).await?;
    searched::index(tx, saved.id, &saved.name).await?;
    enqueue(tx, &saved, OrgStep::Resubmitted).await?;
    tx.call(SUBMITTED, saved.id).await?;
    // What was uploaded has become files of its own.
    store::by_id(tx.conn(), saved.id).await
}

/// Puts another number or address in; neither is proved then.
fn put_contact(
    change: &mut ActiveModel,
    row: &Model,
    mobile: Option<&(Sealed<Mobile>, KeyedHash)>,
    email: Option<&str>,
) {
    if let Some((sealed, hash)) = mobile
        && *hash != row.mobile_hash
    {
        change.mobile = Set(sealed.clone());
        change.mobile_hash = Set(hash.clone());
        change.mobile_verified_at = Set(None);
    }
    let email = email.map(|email| Some(email.to_owned()).filter(|email| !email.is_empty()));
    if let Some(email) = email.filter(|email| *email != row.email) {
        change.email = Set(email);
        change.email_verified_at = Set(None);
    }
}

fn is_taken(error: &Error) -> bool {
    use std::error::Error as _;
    let cause = error.source().and_then(|cause| cause.downcast_ref::<sea_orm::DbErr>());
    matches!(cause.and_then(sea_orm::DbErr::sql_err), Some(sea_orm::SqlErr::UniqueConstraintViolation(_)))
}

/// What the operator decides about a registration.
#[derive(Clone, Debug)]
pub enum Decision {
    /// Approved.
    Approve,
    /// Returned with everything that has to be corrected.
    Return(Vec<Defect>),
    /// Refused, and why.
    Refuse(String),
}

/// The operator decides about a registration.
///
/// # Errors
/// `organizations.wrong_state`; `organizations.code_taken`; `conflict.stale`.
pub async fn decide(db: &Db, actor: &Actor, id: OrgId, version: i32, decision: Decision) -> Result<Model> {
    let action = match &decision {
        Decision::Approve => "organizations.approve",
        Decision::Return(_) => "organizations.return",
        Decision::Refuse(_) => "organizations.refuse",
    };
    let decision = &decision;
    db.write_once(
        Intent::by(actor, action).on(id),
        |tx| async move { decide_in(&tx, actor, id, version, decision).await },
    )
    .await?;
    store::by_id(db.read(), id).await
}

async fn decide_in(tx: &Tx, actor: &Actor, id: OrgId, version: i32, decision: &Decision) -> Result<()> {
    let row = store::lock(tx, id).await?;
    let (state, review, step, reason) = match decision {
        Decision::Approve => (row.state.approve()?, ReviewState::Approved, OrgStep::Approved, None),
        Decision::Return(defects) => {
            let reason = defects.iter().map(|d| d.message.as_str()).collect::<Vec<_>>().join("；");
            (row.state.give_back()?, ReviewState::Returned, OrgStep::Returned, Some(reason))
        }
        Decision::Refuse(reason) => (row.state.refuse()?, ReviewState::Refused, OrgStep::Refused, Some(reason.clone())),
    };
    reviews::decide(tx, actor, REVIEW, id.into(), review).await?;
    let mut change = row.clone().into_active_model();
    if state == OrgState::Active {
        claims::settle(tx, &mut change).await?;
    }
    change.state = Set(state);
    change.version = Set(row.version + 1);
    change.decided_at = Set(Some(tx.now()));
    change.defects = Set(Doc(if let Decision::Return(defects) = decision { defects.clone() } else { vec![] }));
    change.refusal = Set(if let Decision::Refuse(reason) = decision { Some(reason.clone()) } else { None });
    // Of two that are approved under one code at the same moment the second is told so.
    let taken = |error| match is_taken(&error) {
        true => Error::conflict("organizations.code_taken", "该信用代码刚由另一家单位通过注册，请刷新后核实"),
        false => error,
    };
    let saved = save_versioned::<entity::Entity>(tx, change, id, version).await.map_err(taken)?;
    tell(tx, &saved, step, reason).await
}

/// The operator certifies an institution or agency, or takes the certification back with a reason.
///
/// # Errors
/// `organizations.not_certifiable`; `organizations.wrong_state`; `conflict.stale`.
pub async fn certify(
    db: &Db,
    actor: &Actor,
    id: OrgId,
    version: i32,
    certified: bool,
    reason: Option<String>,
) -> Result<Model> {
    let reason = &reason;
    let intent = Intent::by(actor, if certified { "organizations.certify" } else { "organizations.uncertify" }).on(id);
    db.write_once(intent, |tx| async move {
        let row = store::lock(&tx, id).await?;
        if row.version != version {
            return Err(Error::stale());
        }
        certify_in(&tx, &row, certified, reason.clone()).await
    })
    .await?;
    store::by_id(db.read(), id).await
}

/// As [`certify`], inside a write that has locked `row`.
///
/// # Errors
/// As for [`certify`].
pub async fn certify_in(tx: &Tx, row: &Model, certified: bool, reason: Option<String>) -> Result<()> {
    if !matches!(row.kind, OrgKind::Institution | OrgKind::Agency) {
        return Err(Error::conflict("organizations.not_certifiable", "只有金融机构和中介机构需要认证"));
    }
    row.state.certify()?;
    if row.certified == certified {
        return Err(Error::conflict("organizations.wrong_state", "认证状态没有变化"));
    }
    let mut change = row.clone().into_active_model();
    change.certified = Set(certified);
    change.version = Set(row.version + 1);
    let saved = save_versioned::<entity::Entity>(tx, change, row.id, row.version).await?;
    let step = if certified { OrgStep::Certified } else { OrgStep::Uncertified };
    tell(tx, &saved, step, reason).await
}

/// A change of the contact, its secrets already sealed.
pub struct ContactChange {
    name: Option<String>,
    mobile: Option<(Sealed<Mobile>, KeyedHash)>,
    email: Option<String>,
}

impl ContactChange {
    /// Seals; what is none stays as it is.
    pub fn sealed(vault: &Vault, world: &World, name: Option<&str>, mobile: Option<&str>, email: Option<&str>) -> Self {
        Self {
            name: name.map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned),
            mobile: mobile.map(|mobile| (vault.seal(world, mobile), vault.lookup::<Mobile>(mobile))),
            email: email.map(str::to_owned),
        }
    }
}

/// Changes the contact, checked by the caller. Locks the organisation's row even when nothing changes.
///
/// # Errors
/// `not_found`.
pub async fn change_contact(tx: &Tx, id: OrgId, contact: &ContactChange) -> Result<()> {
    let row = store::lock(tx, id).await?;
    if contact.name.is_none() && contact.mobile.is_none() && contact.email.is_none() {
        return Ok(());
    }
    let mut change = row.clone().into_active_model();
    if let Some(name) = &contact.name {
        change.contact_name = Set(name.clone());
    }
    put_contact(&mut change, &row, contact.mobile.as_ref(), contact.email.as_deref());
    change.version = Set(row.version + 1);
    save_versioned::<entity::Entity>(tx, change, id, row.version).await.map(|_| ())
}

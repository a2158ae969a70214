//! Use cases: write the card, apply, decide.

use super::{
    CardIn, CertificationFact, CertificationState, CertificationStep,
    entity::{ActiveModel, Column, Entity, Model},
    model::REVIEW,
};
use crate::{
    files,
    organizations::{self, Organization},
    reviews::{self, ReviewState, Submission},
};
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_http::FileStore;
use jinqiao_kernel::{Actor, Checks, Error, FileId, OrgId, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// The card of `org`; an empty one if it has not written any.
pub(super) async fn of_org(conn: &impl ConnectionTrait, org: OrgId) -> Result<Model> {
    Ok(Entity::find_by_id(org).one(conn).await?.unwrap_or_else(|| Model::empty(org)))
}

/// The card and its organisation, whose row is locked: it is the one thing that two first cards share.
async fn locked(tx: &Tx, org: OrgId, version: i32) -> Result<(Organization, Model)> {
    let organization = organizations::lock(tx, org).await?;
    let row = of_org(tx.conn(), org).await?;
    if row.version == version { Ok((organization, row)) } else { Err(Error::stale()) }
}

async fn store(tx: &Tx, known: i32, mut row: Model) -> Result<()> {
    row.version = known + 1;
    row.updated_at = Some(tx.now());
    let org = row.org_id;
    let change: ActiveModel = row.into_active_model().reset_all();
    if known == 0 {
        Entity::insert(change).exec_without_returning(tx.conn()).await?;
    } else {
        Entity::update_many().set(change).filter(Column::OrgId.eq(org)).exec(tx.conn()).await?;
    }
    Ok(())
}

fn filled(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim()).filter(|text| !text.is_empty()).map(str::to_owned)
}

/// Writes the own card.
///
/// # Errors
/// `validation`; `conflict.stale`; `certifications.wrong_state` while an application waits.
pub async fn save(db: &Db, actor: &Actor, version: i32, input: &CardIn) -> Result<()> {
    input.check()?;
    db.write(Intent::by(actor, "certifications.save_card").on(actor.org), |tx| async move {
        let (_, row) = locked(&tx, actor.org, version).await?;
        let state = row.state.edit()?;
        files::replace(&tx, actor, &row.attachments.0, &input.attachments, actor.org.into()).await?;
        let card = Model {
            introduction: filled(input.introduction.as_ref()),
            address: filled(input.address.as_ref()),
            service_phone: filled(input.service_phone.as_ref()),
            website: filled(input.website.as_ref()),
            licence_no: filled(input.licence_no.as_ref()),
            service_scope: filled(input.service_scope.as_ref()),
            attachments: Doc(input.attachments.clone()),
            state,
            ..row
        };
        store(&tx, version, card).await
    })
    .await
}

/// Shows `file` for the own organisation from now on, or its first characters where there is none.
///
/// # Errors
/// `validation` on `file` or `attachments`; `not_found`.
pub async fn set_mark(db: &Db, kept: &dyn FileStore, actor: &Actor, file: Option<FileId>) -> Result<()> {
    if let Some(file) = file {
        files::check_mark(db, kept, actor.org, file).await?;
    }
    db.write(Intent::by(actor, "certifications.set_mark").on(actor.org), |tx| async move {
        let known: Vec<FileId> = organizations::lock(&tx, actor.org).await?.mark.into_iter().collect();
        let wanted: Vec<FileId> = file.into_iter().collect();
        files::replace(&tx, actor, &known, &wanted, actor.org.into()).await?;
        organizations::keep_mark(&tx, actor.org, file).await
    })
    .await
}

/// The operator takes `file`, the picture that it saw, away from `id`, with a reason of 5 to 500 characters.
///
/// # Errors
/// `validation`; `conflict.stale` where another picture stands there meanwhile, or none; `not_found`.
pub(super) async fn take_mark(db: &Db, actor: &Actor, id: OrgId, (file, reason): (FileId, &str)) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    db.write_once(Intent::by(actor, "certifications.take_mark").on(id).detail(reason), |tx| async move {
        let org = organizations::lock(&tx, id).await?;
        if org.mark != Some(file) {
            return Err(Error::stale());
        }
        files::release(&tx, id, &[file], id.into()).await?;
        organizations::keep_mark(&tx, id, None).await?;
        tell(&tx, &org, CertificationStep::MarkTaken, Some(reason.to_owned())).await
    })
    .await
}

fn check_complete(row: &Model) -> Result<()> {
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    Checks::new()
        .text("introduction", &text(&row.introduction), 10..=2_000)
        .line("address", &text(&row.address), 2..=200)
        .line("service_phone", &text(&row.service_phone), 5..=30)
        .line("licence_no", &text(&row.licence_no), 2..=60)
        .text("service_scope", &text(&row.service_scope), 2..=500)
        .that("attachments", !row.attachments.0.is_empty(), "请上传业务许可证或营业执照")
        .done()
}

/// The organisation applies to be certified.
///
/// # Errors
/// `validation` with what the card lacks; `certifications.certified` when it is already.
pub async fn apply(db: &Db, actor: &Actor, version: i32) -> Result<()> {
    db.write_once(Intent::by(actor, "certifications.apply").on(actor.org), |tx| async move {
        let (org, row) = locked(&tx, actor.org, version).await?;
        if org.certified {
            return Err(Error::conflict("certifications.certified", "贵单位已通过认证，无需再次申请"));
        }
        let state = row.state.apply()?;
        check_complete(&row)?;
        let submission = Submission {
            kind: REVIEW,
            subject: org.id.into(),
            org: org.id,
            org_name: org.name.clone(),
            title: "认证申请".into(),
        };
        reviews::submit(&tx, submission).await?;
        let card = Model { state, reason: None, applied_at: Some(tx.now()), decided_at: None, ..row };
        store(&tx, version, card).await?;
        tell(&tx, &org, CertificationStep::Applied, None).await
    })
    .await
}

async fn tell(tx: &Tx, org: &Organization, step: CertificationStep, reason: Option<String>) -> Result<()> {
    let fact = CertificationFact { step, org: org.id, kind: org.kind, name: org.name.clone(), reason };
    tx.emit(&fact).await
}

/// The operator grants the certification, or refuses it with a `reason`.
///
/// # Errors
/// `certifications.wrong_state`; `conflict.stale`.
pub async fn decide(db: &Db, actor: &Actor, id: OrgId, version: i32, refused: Option<&str>) -> Result<()> {
    let granted = refused.is_none();
    let action = if granted { "certifications.grant" } else { "certifications.refuse" };
    db.write_once(Intent::by(actor, action).on(id), |tx| async move {
        let (org, row) = locked(&tx, id, version).await?;
        let state: CertificationState = row.state.decide(granted)?;
        let review = if granted { ReviewState::Approved } else { ReviewState::Refused };
        reviews::decide(&tx, actor, REVIEW, id.into(), review).await?;
        let reason = refused.map(str::to_owned);
        store(&tx, version, Model { state, reason: reason.clone(), decided_at: Some(tx.now()), ..row }).await?;
        match reason {
            None if org.certified => Ok(()),
            None => organizations::certify_in(&tx, &org, true, None).await,
            Some(_) => tell(&tx, &org, CertificationStep::Refused, reason).await,
        }
    })
    .await
}

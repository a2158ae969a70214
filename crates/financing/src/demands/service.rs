//! Use cases of the enterprise and of the operator.

use super::{
    DemandState, DemandStep, Draft,
    bounds::{DEMAND_DRAFTS, OPEN_DEMANDS},
    dictionary::{AmountBand, TermBand},
    entity::{ActiveModel, Entity, Model},
    limits,
    model::REVIEW,
    parameters::DISPATCH_INSTITUTIONS,
    searched,
    steps::{DemandTransition, move_to},
    store,
};
use crate::products::FinancingKind;
use jinqiao_db::{Asked, Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, DemandId, Error, Money, Result, local_date};
use jinqiao_platform::{
    agreements,
    consents::DATA_AUTHORIZATION,
    enterprises::{self, PROFILE_PERCENT, identity_of},
    files, organizations,
    permissions::value_of,
    reviews::{self, Defect, ReviewState, Submission},
};
use sea_orm::{EntityTrait, IntoActiveModel, Set};

fn fill(row: &mut ActiveModel, draft: &Draft) {
    row.kind = Set(draft.kind);
    row.amount = Set(draft.amount);
    row.term_months = Set(draft.term_months);
    row.need_by = Set(draft.need_by.map(Into::into));
    row.use_kind = Set(draft.use_kind);
    row.use_text = Set(draft.use_text.clone());
    row.guarantees = Set(Doc(draft.guarantees.clone()));
    row.collateral = Set(draft.collateral.clone());
    row.rate_max = Set(draft.rate_max);
    row.repayments = Set(Doc(draft.repayments.clone()));
    row.first_loan = Set(draft.first_loan);
    row.repayment_source = Set(draft.repayment_source.clone());
    row.accept_partial = Set(draft.accept_partial);
    row.round = Set(draft.round);
    row.valuation = Set(draft.valuation);
    row.share_bp = Set(draft.share_bp);
    row.highlights = Set(draft.highlights.clone());
    row.team = Set(draft.team.clone());
    row.tags = Set(Doc(draft.tags.clone()));
    row.attachments = Set(Doc(draft.attachments.clone()));
}

/// Keeps a new draft.
///
/// # Errors
/// `validation`; `organizations.full`.
pub async fn create(db: &Db, actor: &Actor, draft: &Draft) -> Result<DemandId> {
    draft.check(local_date(db.world().now()))?;
    db.write_once(Intent::by(actor, "demands.create"), |tx| async move {
        check_drafts(&tx, actor).await?;
        let id = insert(&tx, actor, draft, DemandState::Draft).await?;
        tx.about(id);
        Ok(id)
    })
    .await
}

async fn check_drafts(tx: &Tx, actor: &Actor) -> Result<()> {
    let drafts = store::in_states(actor.org, &[DemandState::Draft, DemandState::Returned]);
    organizations::check_room(tx, actor.org, DEMAND_DRAFTS, drafts).await
}

async fn check_open(tx: &Tx, actor: &Actor) -> Result<()> {
    organizations::check_room(tx, actor.org, OPEN_DEMANDS, store::in_states(actor.org, &DemandState::UNDER_WAY)).await
}

async fn insert(tx: &Tx, actor: &Actor, draft: &Draft, state: DemandState) -> Result<DemandId> {
    let id: DemandId = tx.id();
    let mut row = ActiveModel {
        id: Set(id),
        no: Set(tx.document_no(searched::PREFIX).await?),
        enterprise_id: Set(actor.org),
        state: Set(state),
        version: Set(1),
        on_market: Set(false),
        public_text: Set(None),
        masked: Set(None),
        industry_section: Set(None),
        amount_band: Set(None),
        term_band: Set(None),
        defects: Set(Doc::default()),
        refusal: Set(None),
        live_orders: Set(0),
        accepted_amount: Set(Money::ZERO),
        disbursed_amount: Set(Money::ZERO),
        direct: Set(false),
        dispatch_round: Set(0),
        due_at: Set(None),
        held_since: Set(None),
        unanswered_at: Set(None),
        closing: Set(false),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        submitted_at: Set(None),
        published_at: Set(None),
        ..Default::default()
    };
    fill(&mut row, draft);
    files::attach(tx, actor, &draft.attachments, id.into()).await?;
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    searched::index_own(tx, id, draft).await?;
    limits::watch(tx, &store::by_id(tx.conn(), id).await?).await?;
    Ok(id)
}

/// Records the demand behind a direct application for a product (domain 2.12): in negotiation at once, without a place on
/// the market and so without a review.
///
/// # Errors
/// `validation` with what is missing; `demands.profile_incomplete`.
pub async fn apply(tx: &Tx, actor: &Actor, draft: &Draft) -> Result<Model> {
    check_open(tx, actor).await?;
    check_profile(tx, actor).await?;
    direct(tx, actor, draft, DemandStep::Applied).await
}

/// Records the demand behind a second credit (domain 2.5), as that of a direct application. The enterprise may have asked for it
/// days ago, so its profile was looked at then ([`check_may_continue`]).
///
/// # Errors
/// `validation` with what is missing.
pub async fn continued(tx: &Tx, actor: &Actor, draft: &Draft) -> Result<Model> {
    direct(tx, actor, draft, DemandStep::Continued).await
}

/// May the enterprise want something again, as far as its profile goes?
///
/// # Errors
/// `demands.profile_incomplete`.
pub async fn check_may_continue(tx: &Tx, actor: &Actor) -> Result<()> {
    check_profile(tx, actor).await
}

async fn direct(tx: &Tx, actor: &Actor, draft: &Draft, step: DemandStep) -> Result<Model> {
    draft.check_complete(local_date(tx.now()))?;
    let id = insert(tx, actor, draft, DemandState::Negotiating).await?;
    let row = store::lock_any(tx, id).await?;
    let profile = enterprises::of_org(tx.conn(), actor.org).await?;
    let masked = enterprises::masked(tx, &profile).await?;
    let mut change = row.clone().into_active_model();
    change.direct = Set(true);
    change.industry_section = Set(masked.as_ref().and_then(|masked| masked.industry_section));
    change.masked = Set(masked.map(Doc));
    move_to(tx, &row, change, DemandState::Negotiating, step, None).await
}

/// Writes a draft, or a demand that was returned.
pub(super) async fn edit(db: &Db, actor: &Actor, id: DemandId, version: i32, draft: &Draft) -> Result<()> {
    draft.check(local_date(db.world().now()))?;
    let asked: Asked<DemandTransition> = Asked::new(Model::edit, "demands.edit", version);
    let lock = |tx| async move { store::lock_own(&tx, actor.org, id).await };
    db.step(actor, id, &asked, lock, |tx, row: Model, _| async move {
        files::replace(&tx, actor, &row.attachments.0, &draft.attachments, id.into()).await?;
        let mut change = row.clone().into_active_model();
        fill(&mut change, draft);
        change.version = Set(row.version + 1);
        change.updated_at = Set(tx.now());
        let saved = save_versioned::<Entity>(&tx, change, id, row.version).await?;
        searched::index_own(&tx, id, draft).await?;
        if saved.state == DemandState::Draft { limits::watch(&tx, &saved).await } else { Ok(()) }
    })
    .await
}

/// Begins a new draft with the content of an ended demand; with what is left of the amount if a part was paid. Attachments
/// stay with the old one.
///
/// # Errors
/// `demands.wrong_state` unless it has ended; `not_found`.
pub(super) async fn copy(db: &Db, actor: &Actor, id: DemandId) -> Result<DemandId> {
    db.write_once(Intent::by(actor, "demands.copy").on(id), |tx| async move {
        let row = store::own(tx.conn(), actor.org, id).await?;
        row.copy()?;
        let old = super::view::draft_of(&row);
        let left = old.amount.map(|amount| Money((amount.0 - row.disbursed_amount.0).max(0)));
        let amount = left.filter(|left| *left > Money::ZERO).or(old.amount);
        let draft = Draft { amount, need_by: None, attachments: vec![], ..old };
        check_drafts(&tx, actor).await?;
        insert(&tx, actor, &draft, DemandState::Draft).await
    })
    .await
}

/// Submits a demand for review; the enterprise signs the data authorisation in force.
///
/// # Errors
/// `validation` with what is missing; `demands.profile_incomplete`; `agreements.outdated`; `demands.wrong_state`.
pub async fn submit(db: &Db, actor: &Actor, id: DemandId, version: i32, authorization: i32) -> Result<()> {
    let asked: Asked<DemandTransition> = Asked::new(Model::submit, "demands.submit", version);
    let lock = |tx| async move {
        check_open(&tx, actor).await?;
        store::lock_own(&tx, actor.org, id).await
    };
    db.step(actor, id, &asked, lock, |tx, row: Model, state| async move {
        super::view::draft_of(&row).check_complete(local_date(tx.now()))?;
        check_profile(&tx, actor).await?;
        let signer = (actor.account, actor.org);
        agreements::accept(&tx, DATA_AUTHORIZATION, authorization, signer, Some(id.into())).await?;
        let org = organizations::by_id(tx.conn(), actor.org).await?;
        let amount = row.amount.unwrap_or_default();
        let submission = Submission {
            kind: REVIEW,
            subject: id.into(),
            org: actor.org,
            org_name: org.name,
            title: format!(
                "{} {}融资 {amount}",
                row.no,
                if row.kind == FinancingKind::Equity { "股权" } else { "债权" }
            ),
        };
        reviews::submit(&tx, submission).await?;
        let mut change = row.clone().into_active_model();
        change.submitted_at = Set(Some(tx.now()));
        change.defects = Set(Doc::default());
        // What was a direct application becomes a demand for the market.
        change.direct = Set(false);
        move_to(&tx, &row, change, state, DemandStep::Submitted, None).await.map(|_| ())
    })
    .await
}

async fn check_profile(tx: &Tx, actor: &Actor) -> Result<()> {
    let years = enterprises::years_of(tx.conn(), actor.org).await?.len();
    let (percent, _) = enterprises::completeness(&enterprises::of_org(tx.conn(), actor.org).await?, years);
    let wanted = value_of(tx.conn(), PROFILE_PERCENT).await?;
    if i64::from(percent) >= wanted {
        return Ok(());
    }
    let message = format!("企业资料完整度为 {percent}%，达到 {wanted}% 后才能提交需求，请先完善企业资料");
    Err(Error::conflict("demands.profile_incomplete", message))
}

/// Publishes a demand; `public_text` is what institutions read in place of the enterprise's own words.
///
/// # Errors
/// `validation` naming `public_text` when it would give the enterprise away; `demands.wrong_state`.
pub async fn approve(db: &Db, actor: &Actor, id: DemandId, version: i32, public_text: &str) -> Result<()> {
    Checks::new().text("public_text", public_text, 5..=1_000).done()?;
    let asked: Asked<DemandTransition> = Asked::new(|row| row.state.approve(false), "demands.approve", version);
    let lock = |tx| async move { store::lock_any(&tx, id).await };
    db.step(actor, id, &asked, lock, |tx, row: Model, _| async move {
        let dispatch = value_of(tx.conn(), DISPATCH_INSTITUTIONS).await? > 0;
        let state = row.state.approve(dispatch)?;
        check_anonymous(&tx, &row, public_text).await?;
        let profile = enterprises::of_org(tx.conn(), row.enterprise_id).await?;
        let masked = enterprises::masked(&tx, &profile).await?;
        let masked =
            masked.ok_or_else(|| Error::conflict("demands.profile_incomplete", "企业未填写所属行业，请退回补正"))?;
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Approved).await?;
        let mut change = row.clone().into_active_model();
        change.public_text = Set(Some(public_text.trim().into()));
        searched::index_public(&tx, id, public_text, &row.tags.0).await?;
        change.industry_section = Set(masked.industry_section);
        change.masked = Set(Some(Doc(masked)));
        change.amount_band = Set(row.amount.map(AmountBand::of));
        change.term_band = Set(row.term_months.map(TermBand::of));
        change.published_at = Set(Some(tx.now()));
        change.dispatch_round = Set(i32::from(dispatch));
        move_to(&tx, &row, change, state, DemandStep::Approved, None).await.map(|_| ())
    })
    .await
}

async fn check_anonymous(tx: &Tx, row: &Model, public_text: &str) -> Result<()> {
    organizations::check_open(tx.conn(), row.enterprise_id).await?;
    let identity = identity_of(tx.conn(), row.enterprise_id).await?;
    let mut checks = Checks::new();
    identity.check(&mut checks, "public_text", public_text);
    for tag in &row.tags.0 {
        identity.check(&mut checks, "tags", tag);
    }
    // They are read beside each other.
    if let Some(told) = identity.told_together(&row.tags.0) {
        checks.that("tags", false, &format!("标签连起来（“{told}”）可能暴露企业身份，请修改"));
    }
    checks.done()
}

/// Returns a demand with everything that has to be corrected.
///
/// # Errors
/// `demands.wrong_state`; `conflict.stale`.
pub async fn give_back(db: &Db, actor: &Actor, id: DemandId, version: i32, defects: &[Defect]) -> Result<()> {
    let reason = defects.iter().map(|defect| defect.message.as_str()).collect::<Vec<_>>().join("；");
    let reason = reason.as_str();
    let asked: Asked<DemandTransition> = Asked::new(|row| row.state.give_back(), "demands.return", version);
    let lock = |tx| async move { store::lock_any(&tx, id).await };
    db.step(actor, id, &asked, lock, |tx, row: Model, state| async move {
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Returned).await?;
        let mut change = row.clone().into_active_model();
        change.defects = Set(Doc(defects.to_vec()));
        move_to(&tx, &row, change, state, DemandStep::Returned, Some(reason)).await.map(|_| ())
    })
    .await
}

/// Refuses a demand, finally.
pub(super) async fn refuse(db: &Db, actor: &Actor, id: DemandId, version: i32, reason: &str) -> Result<()> {
    let asked: Asked<DemandTransition> = Asked::new(|row| row.state.refuse(), "demands.refuse", version);
    let lock = |tx| async move { store::lock_any(&tx, id).await };
    db.step(actor, id, &asked, lock, |tx, row: Model, state| async move {
        reviews::decide(&tx, actor, REVIEW, id.into(), ReviewState::Refused).await?;
        let mut change = row.clone().into_active_model();
        change.refusal = Set(Some(reason.into()));
        move_to(&tx, &row, change, state, DemandStep::Refused, Some(reason)).await.map(|_| ())
    })
    .await
}

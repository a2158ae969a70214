//! Use cases of both sides and of the operator.

use super::{
    entity::{ActiveModel, Model},
    facts::SecondStep,
    model::{REVIEW, SecondActionKind, SecondKind, SecondSide, SecondState},
    pair::{Pair, StepDetails, review, scope, side, write},
    store,
    terms::{ExtensionDecision, SecondTerms},
};
use crate::{
    demands,
    loans::Repayment,
    orders::{
        Order, OrderChange, OrderState, Orders, RefusalCode, check_certified, check_runs, lock_order, matures_anew,
        matures_on,
    },
    products::{FinancingKind, Guarantee, UseKind},
};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx, save_versioned};
use jinqiao_kernel::{Actor, Checks, Error, NaiveDate, OrderId, Result, SecondCreditId, local_date};
use jinqiao_platform::{
    accounts, agreements,
    calendar::calendar,
    consents::{ConsentScope, DATA_AUTHORIZATION, check_scopes},
    organizations,
    reviews::{self, ReviewState, Submission},
};
use sea_orm::{ActiveModelTrait, ConnectionTrait, IntoActiveModel, Set};
use uuid::Uuid;

/// What is asked for.
#[derive(Clone, Debug)]
pub struct SecondRequest {
    /// What is wanted.
    pub kind: SecondKind,
    /// The terms.
    pub terms: SecondTerms,
    /// Words to the other side, up to 500 characters.
    pub note: Option<String>,
    /// The enterprise's signature, where it asks.
    pub signature: Option<Signature>,
}

/// The enterprise opens its data again.
#[derive(Clone, Debug)]
pub struct Signature {
    /// What is opened; identity and contact always.
    pub scopes: Vec<ConsentScope>,
    /// Version of the data authorisation that was read and accepted.
    pub authorization: i32,
}

/// The loan as it was paid out, with what was wanted then.
pub async fn last_terms(conn: &impl ConnectionTrait, first: &Order) -> Result<Option<SecondTerms>> {
    let Some(paid) = first.disbursement.as_ref().map(|paid| &paid.0) else { return Ok(None) };
    let demand = demands::draft_of(&demands::by_id(conn, first.demand_id).await?);
    let decision = first.decision.as_ref().map(|decision| &decision.0);
    let repayment = decision.map(|decision| decision.repayment).or(demand.repayments.first().copied());
    let guarantee = decision.map(|decision| decision.guarantee).or(demand.guarantees.first().copied());
    Ok(Some(SecondTerms {
        // All its draws.
        amount: first.disbursed_amount,
        term_months: paid.term_months,
        rate: paid.rate,
        repayment: repayment.unwrap_or(Repayment::InterestFirst),
        guarantee: guarantee.unwrap_or(Guarantee::Credit),
        use_kind: demand.use_kind.unwrap_or(UseKind::WorkingCapital),
        use_text: demand.use_text.unwrap_or_default(),
        repayment_source: demand.repayment_source.unwrap_or_default(),
        extend_to: None,
    }))
}

/// May a second credit of `kind` be asked for on `first` at all?
///
/// # Errors
/// `orders.wrong_state`; `second_credits.matured`; `second_credits.already_running`.
pub fn check_first(first: &Order, kind: SecondKind, others: &[Model], today: NaiveDate) -> Result<NaiveDate> {
    let closed = first.state == OrderState::Closed && first.kind == FinancingKind::Debt;
    let end = matures_on(first).filter(|_| closed);
    let end = end.ok_or_else(|| Error::conflict("orders.wrong_state", "放款并经企业确认的贷款才能办理二次授信"))?;
    if kind == SecondKind::Extension && today > end {
        return Err(Error::conflict("second_credits.matured", "贷款已到期，不能展期；可以申请续贷"));
    }
    if others.iter().any(|other| other.state.running()) {
        return Err(Error::conflict("second_credits.already_running", "该笔贷款已有办理中的二次授信"));
    }
    Ok(end)
}

async fn signed(tx: &Tx, actor: &Actor, id: SecondCreditId, signature: &Signature) -> Result<ActiveModel> {
    check_scopes(&signature.scopes)?;
    accounts::signing_method(tx, actor).await?;
    let (kind, signer) = (DATA_AUTHORIZATION, (actor.account, actor.org));
    let text = agreements::accept(tx, kind, signature.authorization, signer, Some(id.into())).await?;
    Ok(ActiveModel {
        scopes: Set(Doc(signature.scopes.clone())),
        text_version: Set(Some(text.version)),
        text_hash: Set(Some(text.hash)),
        signer_id: Set(Some(actor.account)),
        ..Default::default()
    })
}

/// Asks the other side of a finished order for a second credit.
///
/// # Errors
/// `validation`; `second_credits.wrong_side` where the other side has to ask for this kind; `orders.held`; as for
/// `check_first`.
pub async fn request(db: &Db, actor: &Actor, first: OrderId, wanted: &SecondRequest) -> Result<SecondCreditId> {
    if wanted.kind.side() != side(actor) {
        return Err(Error::conflict("second_credits.wrong_side", "此类二次授信由对方提出"));
    }
    if side(actor) == SecondSide::Institution {
        check_certified(actor)?;
    }
    Checks::new().optional_text("note", wanted.note.as_deref(), 500).done()?;
    db.write_once(Intent::by(actor, "second_credits.request").on(first), |tx| async move {
        let (_, first) = lock_order(&tx, &scope(actor), first).await?;
        check_runs(tx.conn(), [first.enterprise_id, first.institution_id]).await?;
        let others = store::of_order(tx.conn(), first.id).await?;
        let end = check_first(&first, wanted.kind, &others, local_date(tx.now()))?;
        let last = last_terms(tx.conn(), &first).await?.ok_or_else(|| Error::internal("paid out without figures"))?;
        wanted.terms.check(wanted.kind, &last, end)?;
        let row = asked_row(&tx, &first, (wanted, last, end)).await?;
        let change = match &wanted.signature {
            Some(signature) => {
                demands::check_may_continue(&tx, actor).await?;
                signed(&tx, actor, row.id, signature).await?
            }
            None => Default::default(),
        };
        let mut pair = Pair { calendar: calendar(tx.conn()).await?, tx, first, row };
        let telling = StepDetails { amount: Some(wanted.terms.amount), reason: wanted.note.clone() };
        pair.move_to(SecondState::Requested, change, SecondStep::Requested, telling).await?;
        Ok(pair.row.id)
    })
    .await
}

async fn asked_row(
    tx: &Tx,
    first: &Order,
    (wanted, last, matures_on): (&SecondRequest, SecondTerms, NaiveDate),
) -> Result<Model> {
    let row = Model {
        id: tx.id(),
        no: tx.document_no("EC").await?,
        kind: wanted.kind,
        asked_by: wanted.kind.side(),
        state: SecondState::Requested,
        version: 0,
        first_order_id: first.id,
        enterprise_id: first.enterprise_id,
        institution_id: first.institution_id,
        matures_on,
        wanted: Doc(wanted.terms.clone()),
        last: Doc(last),
        note: wanted.note.clone().filter(|note| !note.trim().is_empty()),
        scopes: Doc::default(),
        text_version: None,
        text_hash: None,
        signer_id: None,
        order_id: None,
        decision: Doc(None),
        refusal_code: None,
        reason: None,
        due_at: None,
        asked_at: tx.now(),
        updated_at: tx.now(),
        closed_at: None,
    };
    store::insert(tx, row.clone().into_active_model().reset_all()).await?;
    Ok(row)
}

/// The other side agrees; the enterprise signs the data authorisation where it is the one.
///
/// # Errors
/// `validation`; `agreements.outdated`; `second_credits.wrong_state`, `second_credits.not_yours`; `conflict.stale`. The other
/// steps fail alike.
pub async fn confirm(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    version: i32,
    signature: Option<&Signature>,
) -> Result<()> {
    let asked = Asked::new(SecondActionKind::Confirm, "second_credits.confirm", version);
    write(db, actor, id, &asked, |mut pair, to| async move {
        let change = match signature {
            Some(signature) => {
                demands::check_may_continue(&pair.tx, actor).await?;
                signed(&pair.tx, actor, pair.row.id, signature).await?
            }
            None => Default::default(),
        };
        if to != SecondState::Reviewing {
            return pair.go_on(to, change).await;
        }
        let org = organizations::by_id(pair.tx.conn(), pair.row.enterprise_id).await?;
        let submission = Submission {
            kind: REVIEW,
            subject: pair.row.id.into(),
            org: org.id,
            org_name: org.name,
            title: format!("二次授信 {}（对接单 {}）", pair.row.no, pair.first.no),
        };
        reviews::submit(&pair.tx, submission).await?;
        pair.move_to(to, change, SecondStep::Submitted, StepDetails::default()).await
    })
    .await
}

async fn ended(pair: &mut Pair, to: SecondState, step: SecondStep, reason: &str) -> Result<()> {
    let change = ActiveModel { reason: Set(Some(reason.to_owned())), ..Default::default() };
    pair.move_to(to, change, step, StepDetails { reason: Some(reason.to_owned()), ..StepDetails::default() }).await
}

/// The other side does not agree, with a reason of 2 to 500 characters.
///
/// # Errors
/// As for [`confirm`].
pub async fn decline(db: &Db, actor: &Actor, id: SecondCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(SecondActionKind::Decline, "second_credits.decline", version).because(reason);
    write(db, actor, id, &asked, |mut pair, to| async move { ended(&mut pair, to, SecondStep::Declined, reason).await })
        .await
}

/// Whoever asked takes it back.
///
/// # Errors
/// As for [`confirm`].
pub async fn withdraw(db: &Db, actor: &Actor, id: SecondCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(SecondActionKind::Withdraw, "second_credits.withdraw", version).because(reason);
    write(db, actor, id, &asked, |mut pair, to| async move {
        if pair.row.state == SecondState::Reviewing {
            let subject: Uuid = pair.row.id.into();
            reviews::decide(&pair.tx, actor, REVIEW, subject, ReviewState::Withdrawn).await?;
        }
        ended(&mut pair, to, SecondStep::Withdrawn, reason).await
    })
    .await
}

/// The operator lets it go on.
///
/// # Errors
/// As for [`confirm`].
pub async fn allow(db: &Db, actor: &Actor, id: SecondCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(SecondActionKind::Allow, "second_credits.allow", version);
    reviewed(db, actor, id, &asked, ReviewState::Approved).await
}

/// The operator does not, with a reason of 5 to 500 characters that both sides read.
///
/// # Errors
/// As for [`confirm`].
pub async fn forbid(db: &Db, actor: &Actor, id: SecondCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 5..=500).done()?;
    let asked = Asked::new(SecondActionKind::Forbid, "second_credits.forbid", version).because(reason);
    reviewed(db, actor, id, &asked, ReviewState::Refused).await
}

async fn reviewed(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    asked: &Asked<SecondActionKind>,
    decision: ReviewState,
) -> Result<()> {
    review(db, actor, id, asked, |mut pair, to| async move {
        reviews::decide(&pair.tx, actor, REVIEW, pair.row.id.into(), decision).await?;
        match &asked.reason {
            Some(reason) => ended(&mut pair, to, SecondStep::NotAllowed, reason).await,
            None => pair.go_on(to, Default::default()).await,
        }
    })
    .await
}

/// The institution agrees to an extension.
///
/// # Errors
/// As for [`confirm`].
pub async fn approve(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    version: i32,
    decision: &ExtensionDecision,
) -> Result<()> {
    let asked = Asked::new(SecondActionKind::Approve, "second_credits.approve", version);
    write(db, actor, id, &asked, |mut pair, to| async move {
        decision.check(pair.row.wanted.0.amount, pair.row.matures_on, local_date(pair.tx.now()))?;
        let change = ActiveModel { decision: Set(Doc(Some(decision.clone()))), ..Default::default() };
        let telling = StepDetails { amount: Some(pair.row.wanted.0.amount), ..StepDetails::default() };
        pair.move_to(to, change, SecondStep::Approved, telling).await
    })
    .await
}

/// The institution does not, with a code and 20 to 1000 characters.
///
/// # Errors
/// As for [`confirm`].
pub async fn refuse(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    version: i32,
    code: RefusalCode,
    text: &str,
) -> Result<()> {
    Checks::new().text("text", text, 20..=1_000).done()?;
    let asked = Asked::new(SecondActionKind::Refuse, "second_credits.refuse", version).because(code.told(text));
    let text = code.told(text);
    write(db, actor, id, &asked, |mut pair, to| async move {
        let (reason, refusal_code) = (Set(Some(text.to_owned())), Set(Some(code)));
        let change = ActiveModel { reason, refusal_code, ..Default::default() };
        let telling = StepDetails { reason: Some(text.to_owned()), ..StepDetails::default() };
        pair.move_to(to, change, SecondStep::Refused, telling).await
    })
    .await
}

/// The enterprise accepts: from now on the loan ends later, and its reminders with it.
///
/// # Errors
/// `orders.offer_expired`; as for [`confirm`].
pub async fn accept(db: &Db, actor: &Actor, id: SecondCreditId, version: i32) -> Result<()> {
    let asked = Asked::new(SecondActionKind::Accept, "second_credits.accept", version);
    write(db, actor, id, &asked, |mut pair, to| async move {
        let decision = pair.row.decision.0.clone().ok_or_else(|| Error::internal("offered without a decision"))?;
        if decision.valid_until < local_date(pair.tx.now()) {
            return Err(Error::conflict("orders.offer_expired", "已超过有效期，请联系机构重新办理"));
        }
        let row = OrderChange {
            matures_on: Set(Some(*decision.until)),
            extended_rate: Set(Some(decision.rate)),
            ..Default::default()
        };
        save_versioned::<Orders>(&pair.tx, row, pair.first.id, pair.first.version).await?;
        let demand = demands::by_id(pair.tx.conn(), pair.first.demand_id).await?;
        matures_anew(&pair.tx, &demand, &pair.first, *decision.until).await?;
        let telling =
            StepDetails { amount: Some(pair.row.wanted.0.amount), reason: Some(extended_to(*decision.until)) };
        pair.move_to(to, Default::default(), SecondStep::Extended, telling).await
    })
    .await
}

fn extended_to(until: NaiveDate) -> String {
    format!("新的到期日 {until}")
}

/// The enterprise does not accept.
///
/// # Errors
/// As for [`confirm`].
pub async fn decline_offer(db: &Db, actor: &Actor, id: SecondCreditId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(SecondActionKind::DeclineOffer, "second_credits.decline_offer", version).because(reason);
    write(
        db,
        actor,
        id,
        &asked,
        |mut pair, to| async move { ended(&mut pair, to, SecondStep::OfferDeclined, reason).await },
    )
    .await
}

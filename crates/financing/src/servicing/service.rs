//! What institution and enterprise do with the draws of a loan.

use super::{
    bounds::{DRAWS, RECEIPTS},
    codes,
    entity::{ActiveModel, Model},
    facts::{DrawFact, DrawStep},
    inputs::ReceiptIn,
    model::{DrawActionKind, DrawState, ReceiptKind},
    position::Position,
    steps::{Held, watch_answer, write},
    store,
    terms::DrawTerms,
};
use crate::orders::{
    CONFIRM_PAYMENT_DAYS, Order, OrderState, Scope, check_runs, claim_voucher, existing_loan, lock_any_order,
    lock_order, note_draw, release_voucher,
};
use jinqiao_db::{Asked, Db, Doc, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, DateTime, DrawId, Error, Money, OrderId, ReceiptId, Result, local_date};
use jinqiao_platform::{
    calendar::calendar,
    consents::{self, Afterwards},
    enterprises::note_loan,
    files,
    organizations::{self, check_room},
    permissions::days_of,
};
use sea_orm::Set;

/// A new row for a draw of a locked order.
fn blank(tx: &Tx, order: &Order, place: i32, terms: &DrawTerms) -> Model {
    Model {
        id: tx.id(),
        order_id: order.id,
        order_no: order.no.clone(),
        demand_id: order.demand_id,
        enterprise_id: order.enterprise_id,
        institution_id: order.institution_id,
        place,
        state: DrawState::Recorded,
        version: 1,
        terms: Doc(terms.clone()),
        voucher_no: terms.voucher_no.trim().to_uppercase(),
        amount: terms.amount,
        extensions: Doc(vec![]),
        matures_on: terms.matures_on(&[]),
        owed: terms.amount,
        interest_paid: Money::ZERO,
        other_paid: Money::ZERO,
        next_on: None,
        next_amount: Money::ZERO,
        late_since: None,
        late_amount: Money::ZERO,
        stage: None,
        due_at: None,
        reason: None,
        recorded_at: tx.now(),
        updated_at: tx.now(),
        closed_at: None,
    }
}

/// Opens the account of what a closed order paid out first; once.
pub async fn open_first(tx: &Tx, order: &Order) -> Result<()> {
    let Some(paid) = &order.disbursement else { return Ok(()) };
    if !store::of_order(tx.conn(), order.id).await?.is_empty() {
        return Ok(());
    }
    let row = blank(tx, order, 1, &DrawTerms::from(&paid.0));
    store::insert(tx, row.clone()).await?;
    open(&Held { tx: tx.clone(), row }).await
}

/// It runs from now on.
async fn open(held: &Held) -> Result<()> {
    let fact = DrawFact { amount: Some(held.row.amount), ..DrawFact::of(&held.row, DrawStep::Opened) };
    held.settle_up(ActiveModel::default(), Some(fact)).await
}

/// Records a further draw of an order whose first payment said that more follow.
///
/// # Errors
/// `servicing.no_more` for an order that does not; `validation`; `not_found`.
pub async fn record(db: &Db, actor: &Actor, order: OrderId, terms: &DrawTerms) -> Result<DrawId> {
    let scope = &Scope::of_institution(actor);
    let amount = format!("{}，凭证号 {}", terms.amount, terms.voucher_no);
    db.write_once(Intent::by(actor, "servicing.record").on(order).detail(&amount), |tx| async move {
        let (_, order) = lock_order(&tx, scope, order).await?;
        check_runs(tx.conn(), [order.enterprise_id, order.institution_id]).await?;
        let (granted, first) = match (&order.decision, &order.disbursement, order.state) {
            (Some(granted), Some(first), OrderState::Closed) if first.0.more_follows => (&granted.0, &first.0),
            _ => return Err(codes::no_more()),
        };
        // It is opened by what reacts to the order's end, which may be yet to come.
        open_first(&tx, &order).await?;
        let draws = store::of_order(tx.conn(), order.id).await?;
        check_room(&tx, actor.org, DRAWS, store::all_of_order(order.id)).await?;
        let before: Vec<&DrawTerms> = draws.iter().filter(|row| row.state.counts()).map(|row| &row.terms.0).collect();
        terms.check(granted, &before, *first.paid_on, local_date(tx.now()))?;
        let place = draws.last().map_or(1, |last| last.place) + 1;
        let days = days_of(tx.conn(), CONFIRM_PAYMENT_DAYS).await?;
        let due_at = Some(calendar(tx.conn()).await?.due(tx.now(), days));
        let row = Model { due_at, ..blank(&tx, &order, place, terms) };
        claim_voucher(&tx, order.institution_id, row.id.into(), &terms.voucher_no).await?;
        files::attach(&tx, actor, &terms.attachments, row.id.into()).await?;
        store::insert(&tx, row.clone()).await?;
        tx.emit(&DrawFact { amount: Some(row.amount), ..DrawFact::of(&row, DrawStep::Recorded) }).await?;
        watch_answer(&tx, &row).await?;
        Ok(row.id)
    })
    .await
}

/// What was recorded holds: it counts for the order and its demand, and runs.
async fn confirmed(held: &Held) -> Result<()> {
    let (demand, order) = lock_any_order(&held.tx, held.row.order_id).await?;
    note_draw(&held.tx, &demand, &order, held.row.amount).await?;
    let lender = organizations::by_id(held.tx.conn(), held.row.institution_id).await?;
    let loan = existing_loan(&lender.name, held.row.amount, held.row.terms.0.rate, held.row.matures_on);
    note_loan(&held.tx, held.row.enterprise_id, loan).await?;
    if order.matures_on.is_none_or(|ends| ends < held.row.matures_on) {
        consents::loan_changed(&held.tx, order.id, Afterwards::Loan(held.row.matures_on)).await?;
    }
    open(held).await
}

/// The enterprise finds a draw's figures right.
///
/// # Errors
/// `servicing.wrong_state`; `conflict.stale`; `not_found`.
pub async fn confirm(db: &Db, actor: &Actor, id: DrawId, version: i32) -> Result<()> {
    let asked = Asked::new(DrawActionKind::Confirm, "servicing.confirm", version);
    write(db, actor, Scope::Enterprise(actor.org), id, &asked, |held, _| async move { confirmed(&held).await }).await
}

/// The enterprise has not answered in time.
pub async fn expire(tx: &Tx, id: DrawId, at: DateTime) -> Result<()> {
    let held = Held::any(tx, id).await?;
    if held.row.state.expire().is_err() || held.row.due_at.is_none_or(|due| due > at) {
        return Ok(());
    }
    confirmed(&held).await
}

/// A draw that counts for nothing, for the reason in `asked`.
async fn dropped(held: Held, to: DrawState, step: DrawStep, reason: Option<String>) -> Result<()> {
    held.tx.disarm(held.row.id).await?;
    // Recorded again with the right figures, it has the same voucher.
    release_voucher(&held.tx, held.row.id.into()).await?;
    let change =
        ActiveModel { due_at: Set(None), reason: Set(reason.clone()), owed: Set(Money::ZERO), ..Default::default() };
    let fact = DrawFact { amount: Some(held.row.amount), reason, ..DrawFact::of(&held.row, step) };
    held.move_to(to, change, Some(fact)).await.map(|_| ())
}

/// The enterprise finds them wrong, with the reason in 2 to 500 characters.
///
/// # Errors
/// As for [`confirm`].
pub async fn reject(db: &Db, actor: &Actor, id: DrawId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = &Asked::new(DrawActionKind::Reject, "servicing.reject", version).because(reason);
    write(db, actor, Scope::Enterprise(actor.org), id, asked, |held, to| {
        dropped(held, to, DrawStep::Rejected, asked.reason.clone())
    })
    .await
}

/// The institution takes back what it recorded by mistake.
///
/// # Errors
/// As for [`confirm`].
pub async fn withdraw(db: &Db, actor: &Actor, id: DrawId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = &Asked::new(DrawActionKind::Withdraw, "servicing.withdraw", version).because(reason);
    write(db, actor, Scope::of_institution(actor), id, asked, |held, to| {
        dropped(held, to, DrawStep::Withdrawn, asked.reason.clone())
    })
    .await
}

/// Records a repayment. Sent without a version, as by a sheet, it is recorded whatever was recorded before.
///
/// # Errors
/// `validation`, also when the number has been used or more would be repaid than was drawn; as for [`confirm`].
pub async fn collect(db: &Db, actor: &Actor, id: DrawId, version: Option<i32>, input: &ReceiptIn) -> Result<()> {
    let asked = Asked::new(DrawActionKind::Collect, "servicing.collect", version).because(&input.in_words());
    write(db, actor, Scope::of_institution(actor), id, &asked, |held, _| async move {
        let today = local_date(held.tx.now());
        input.check(&held.row.terms.0, today)?;
        let (row, tx) = (&held.row, &held.tx);
        let mut counted = store::counted(&store::receipts_of(tx.conn(), row.id).await?);
        let before = Position::of(&row.terms.0, &counted, &row.extensions.0, *input.paid_on);
        let planned = counted.iter().filter(|paid| paid.kind == ReceiptKind::Planned);
        input.check_principal(&before, planned.map(|paid| paid.principal).sum(), row.matures_on)?;
        counted.push(input.paid());
        let after = Position::of(&row.terms.0, &counted, &row.extensions.0, today);
        if !after.adds_up(&row.terms.0, &counted) {
            let message = "与已登记的其他还款合计超过当日剩余本金，请核对日期和金额";
            return Err(Error::field("principal", message));
        }
        check_room(tx, actor.org, RECEIPTS, store::all_receipts(row.id)).await?;
        input.insert(tx, actor, row).await?;
        let early = input.kind == ReceiptKind::Early;
        let step = if early { DrawStep::CollectedEarly } else { DrawStep::Collected };
        let fact = DrawFact { amount: Some(input.total()), day: Some(*input.paid_on), ..DrawFact::of(row, step) };
        held.settle_up(ActiveModel::default(), Some(fact)).await
    })
    .await
}

/// Strikes a repayment that was recorded by mistake, with the reason in 2 to 500 characters; the plan is computed anew.
///
/// # Errors
/// `not_found` for a repayment that does not count; as for [`confirm`].
pub async fn reverse(db: &Db, actor: &Actor, id: DrawId, receipt: ReceiptId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(DrawActionKind::Reverse, "servicing.reverse", version).because(reason);
    write(db, actor, Scope::of_institution(actor), id, &asked, |held, _| async move {
        if !store::strike(&held.tx, id, receipt, reason).await? {
            return Err(Error::not_found());
        }
        let fact = DrawFact { reason: Some(reason.to_owned()), ..DrawFact::of(&held.row, DrawStep::Reversed) };
        let reopened = ActiveModel { reason: Set(None), ..Default::default() };
        held.settle_up(reopened, Some(fact)).await?;
        // What was settled runs again: so does the reading of it, if it has not ended.
        if held.row.state == DrawState::Settled {
            consents::loan_changed(&held.tx, held.row.order_id, Afterwards::Loan(held.row.matures_on)).await?;
        }
        Ok(())
    })
    .await
}

/// Nothing is owed any more although interest of the plan is missing: it was waived, or computed otherwise.
///
/// # Errors
/// `servicing.still_owed` while principal is; as for [`confirm`].
pub async fn settle(db: &Db, actor: &Actor, id: DrawId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked = Asked::new(DrawActionKind::Settle, "servicing.settle", version).because(reason);
    write(db, actor, Scope::of_institution(actor), id, &asked, |held, to| async move {
        if held.row.owed > Money::ZERO {
            return Err(codes::still_owed(held.row.owed));
        }
        held.tx.disarm(id).await?;
        let change = ActiveModel {
            next_on: Set(None),
            next_amount: Set(Money::ZERO),
            late_since: Set(None),
            late_amount: Set(Money::ZERO),
            stage: Set(None),
            reason: Set(Some(reason.to_owned())),
            ..Default::default()
        };
        let fact = DrawFact { reason: Some(reason.to_owned()), ..DrawFact::of(&held.row, DrawStep::Settled) };
        held.move_to(to, change, Some(fact)).await.map(|_| ())
    })
    .await
}

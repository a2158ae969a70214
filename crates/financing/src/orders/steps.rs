//! How every step is written: check, store, tell, and let the demand follow.

use super::{
    OrderFact, OrderState, OrderStep,
    entity::{ActiveModel, Model},
    facts::HandedOver,
    joint_credit,
    limits::{Entering, clock, confirm_by, escalation, remind_before, turn},
    model::OrderActionKind,
    second_credit,
    store::{self, Scope},
    suspension,
};
use crate::demands::{self, Demand, DemandState};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, DateTime, Error, Money, NaiveDate, OrderId, Result};
use jinqiao_platform::{
    calendar::{WorkCalendar, calendar},
    consents,
};
use sea_orm::Set;

/// One step of an order, asked for by somebody who saw `version` of it.
pub struct Asked {
    pub action: OrderActionKind,
    pub step: OrderStep,
    pub name: &'static str,
    pub version: i32,
    pub reason: Option<String>,
}

/// A step that is being written, with the locked rows as they were.
pub struct Writing {
    pub tx: Tx,
    pub demand: Demand,
    pub order: Model,
}

/// What a step changes beside the state, and the amount that its timeline tells.
#[derive(Default)]
pub struct Change {
    pub row: ActiveModel,
    pub amount: Option<Money>,
    /// The enterprise takes no further offers.
    pub closing: bool,
    /// Until when the grant that this step makes may be accepted.
    pub valid_until: Option<NaiveDate>,
    /// For how long the enterprise may take for the materials that this step asks for, minutes of working time.
    pub wait: Option<i64>,
    /// Another colleague goes on.
    pub handed: Option<HandedOver>,
}

impl From<ActiveModel> for Change {
    fn from(row: ActiveModel) -> Self {
        Self { row, ..Self::default() }
    }
}

/// Writes one step: `fill` checks it against the locked rows and says what changes.
pub async fn write<F, Fut>(db: &Db, actor: &Actor, scope: Scope, id: OrderId, asked: &Asked, fill: F) -> Result<()>
where
    F: Fn(Writing) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Change>> + Send,
{
    let mut intent = Intent::by(actor, asked.name).on(id);
    if let Some(reason) = &asked.reason {
        intent = intent.detail(reason);
    }
    let (scope, fill) = (&scope, &fill);
    db.write_once(intent, |tx| async move {
        let (demand, order) = store::lock(&tx, scope, id).await?;
        let to = order.after(asked.action)?;
        if order.version != asked.version {
            return Err(Error::stale());
        }
        if !matches!(asked.action, OrderActionKind::LeaveHeld | OrderActionKind::HandOver) {
            // A suspension holds from its own write on, before the order's clock has been stopped.
            suspension::check_runs(tx.conn(), [order.enterprise_id, order.institution_id]).await?;
        }
        let writing = Writing { tx: tx.clone(), demand: demand.clone(), order: order.clone() };
        let change = fill(writing).await?;
        let closing = change.closing;
        move_to(&tx, &demand, &order, change, to, asked.step, asked.reason.clone()).await?;
        follow(&tx, &demand, closing).await
    })
    .await
}

/// Stores the new state of a locked order and emits the step.
pub async fn move_to(
    tx: &Tx,
    demand: &Demand,
    order: &Model,
    change: Change,
    to: OrderState,
    step: OrderStep,
    reason: Option<String>,
) -> Result<()> {
    let mut row = change.row;
    row.state = Set(to);
    row.version = Set(order.version + 1);
    row.updated_at = Set(tx.now());
    if to.ended() {
        row.closed_at = Set(Some(tx.now()));
    }
    if !to.live() {
        row.awaiting_since = Set(None);
    }
    if to.ended() {
        row.held_since = Set(None);
    }
    let awaiting = if let Set(changed) = row.awaiting_since { changed } else { order.awaiting_since };
    let entering = Entering { to, awaiting, valid_until: change.valid_until, wait: change.wait };
    let calendar = calendar(tx.conn()).await?;
    let clock = clock(&calendar, order, &entering, tx.now());
    (row.due_at, row.decide_by) = (Set(clock.due_at), Set(clock.decide_by));
    if to.ended() && !to.accepted() {
        row.ended_because = Set(reason.clone());
        row.granted_amount = Set(Money::ZERO);
    }
    let ends = (to == OrderState::Closed).then(|| second_credit::matures_on(order)).flatten();
    row.matures_on = Set(ends);
    store::save(tx, row, order.id, order.version).await?;
    match (order.state.ended(), to.ended()) {
        (false, true) => consents::order_ended(tx, order.id).await?,
        (true, false) => consents::order_resumed(tx, order.id).await?,
        _ => {}
    }
    let mut fact = fact(demand, order, Some(order.state), to, step, change.amount, reason);
    fact.handed = change.handed;
    tx.emit(&fact).await?;
    if let Some(ends) = ends {
        return second_credit::watch_maturity(tx, &calendar, &fact, ends).await;
    }
    watch(tx, &calendar, &fact, order, awaiting.is_some(), clock.due_at).await
}

/// Tells that an order was opened, and watches its first limit.
pub async fn opened(tx: &Tx, demand: &Demand, order: &Model, step: OrderStep, amount: Option<Money>) -> Result<()> {
    let fact = fact(demand, order, None, order.state, step, amount, None);
    tx.emit(&fact).await?;
    watch(tx, &calendar(tx.conn()).await?, &fact, order, false, order.due_at).await
}

/// Arms the reminder, the end of the limit that runs after the step `entered`, and the levels after it; those of the state
/// before are disarmed. While one side is suspended nothing is armed.
pub(super) async fn watch(
    tx: &Tx,
    calendar: &WorkCalendar,
    entered: &OrderFact,
    order: &Model,
    awaiting: bool,
    due_at: Option<DateTime>,
) -> Result<()> {
    tx.disarm(entered.order).await?;
    let (turn, limits) = (turn(entered.to, awaiting), order.limits());
    let due_at = due_at.filter(|_| order.held_since.is_none());
    let (Some(due), true) = (due_at, turn.is_some()) else { return Ok(()) };
    let told = |step, late_days| OrderFact {
        step,
        from: Some(entered.to),
        amount: None,
        reason: None,
        turn,
        late_days,
        handed: None,
        ..entered.clone()
    };
    let remind = calendar.before(due, remind_before(entered.to, awaiting));
    if remind > tx.now() {
        tx.arm(remind, &told(OrderStep::Reminded, 0)).await?;
    }
    let levels =
        escalation(entered.to, awaiting, &limits).late.into_iter().map(|late| (calendar.late(due, late), late));
    // What was late before it came here has been told of.
    match levels.into_iter().find(|(at, _)| *at > tx.now()) {
        Some((at, late)) => tx.arm(at, &told(OrderStep::Overdue, late)).await,
        None => Ok(()),
    }
}

/// Notes that the payment's figures of a locked order are disputed, or no longer. Meanwhile their confirmation has no limit;
/// afterwards it has a new one.
pub async fn note_dispute(tx: &Tx, demand: &Demand, order: &Model, disputed: bool) -> Result<()> {
    let calendar = calendar(tx.conn()).await?;
    let mut row = ActiveModel { disputed: Set(disputed), version: Set(order.version + 1), ..Default::default() };
    row.updated_at = Set(tx.now());
    let waits = order.state == OrderState::Disbursed;
    let due = (!disputed).then(|| confirm_by(&calendar, order, tx.now()));
    if waits {
        row.due_at = Set(due);
    }
    store::save(tx, row, order.id, order.version).await?;
    let step = if disputed { OrderStep::Disputed } else { OrderStep::DisputeSettled };
    let fact = fact(demand, order, Some(order.state), order.state, step, None, None);
    tx.emit(&fact).await?;
    // What watches a finished order, the end of its loan, goes on.
    if waits { watch(tx, &calendar, &fact, order, false, due).await } else { Ok(()) }
}

/// The fact of a step.
pub(super) fn fact(
    demand: &Demand,
    order: &Model,
    from: Option<OrderState>,
    to: OrderState,
    step: OrderStep,
    amount: Option<Money>,
    reason: Option<String>,
) -> OrderFact {
    OrderFact {
        step,
        order: order.id,
        no: order.no.clone(),
        demand: order.demand_id,
        demand_no: demand.no.clone(),
        financing: order.kind,
        enterprise: order.enterprise_id,
        institution: order.institution_id,
        from,
        to,
        amount,
        reason,
        turn: None,
        late_days: 0,
        joint: order.joint_id,
        handed: None,
    }
}

/// Gives a locked order another limit to its decision, or none while a joint credit decides about it.
pub async fn reset_decision(tx: &Tx, demand: &Demand, order: &Model, decide_by: Option<DateTime>) -> Result<()> {
    let awaiting = order.awaiting_since.is_some();
    let decides = order.state == OrderState::CreditReview || (order.state == OrderState::DueDiligence && !awaiting);
    let due_at = if decides { decide_by } else { order.due_at };
    let row = ActiveModel { decide_by: Set(decide_by), due_at: Set(due_at), ..Default::default() };
    store::save(tx, row, order.id, order.version).await?;
    let entered = fact(demand, order, None, order.state, OrderStep::ReviewStarted, None, None);
    watch(tx, &calendar(tx.conn()).await?, &entered, order, awaiting, due_at).await
}

/// Reminds both sides of the end of a loan anew, because it ends later.
pub async fn matures_anew(tx: &Tx, demand: &Demand, order: &Model, ends: NaiveDate) -> Result<()> {
    let entered = fact(demand, order, None, order.state, OrderStep::Closed, None, None);
    second_credit::watch_maturity(tx, &calendar(tx.conn()).await?, &entered, ends).await
}

/// Lets a locked demand follow its orders; when it is agreed, the undecided ones are lost.
pub async fn follow(tx: &Tx, demand: &Demand, closing: bool) -> Result<()> {
    joint_credit::reconcile(tx, demand).await?;
    let orders = store::of_demand(tx.conn(), demand.id).await?;
    let demand = demands::record_orders(tx, demand, &store::summary(&orders), closing).await?;
    let decided =
        matches!(demand.state, DemandState::Agreed | DemandState::Fulfilled | DemandState::PartiallyFulfilled);
    if !decided {
        return Ok(());
    }
    let mut lost = 0;
    for order in &orders {
        let Ok(to) = order.state.mark_lost() else { continue };
        let change = Change::from(ActiveModel::default());
        move_to(tx, &demand, order, change, to, OrderStep::Lost, None).await?;
        lost += 1;
    }
    if lost == 0 {
        return Ok(());
    }
    joint_credit::reconcile(tx, &demand).await?;
    let orders = store::of_demand(tx.conn(), demand.id).await?;
    demands::recount(tx, &demand, &store::summary(&orders)).await
}

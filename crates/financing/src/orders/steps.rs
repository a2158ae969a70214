//! How every step is written: check, store, tell, and let the demand follow.

use super::{
    OrderFact, OrderState, OrderStep,
    clock::{Entering, clock, confirm_by},
    entity::{ActiveModel, Entity, Model},
    facts::HandedOver,
    held::check_runs,
    limits::{escalation, remind_before, turn},
    maturity::{matures_on, reminders},
    model::OrderActionKind,
    store::{self, Scope},
};
use crate::demands::{self, Demand, DemandState};
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_kernel::{Actor, DateTime, Money, NaiveDate, OrderId, Result};
use jinqiao_platform::{
    calendar::{WorkCalendar, calendar},
    consents::{self, Afterwards},
};
use sea_orm::Set;

/// A step that is being written, with the locked rows as they were.
pub struct Writing {
    pub tx: Tx,
    pub demand: Demand,
    pub order: Model,
}

impl Stepping for Writing {
    type Action = OrderActionKind;
    type State = OrderState;

    fn after(&self, action: OrderActionKind) -> Result<OrderState> {
        self.order.after(action)
    }

    fn version(&self, _: OrderActionKind) -> i32 {
        self.order.version
    }
}

/// The point at which those follow who take part in a demand by its orders: they have moved, the demand has not followed yet.
pub const MOVED: &str = "orders.moved";

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

/// Writes one step: `fill` checks it against the locked rows and says what changes; the demand follows.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    scope: Scope,
    id: OrderId,
    asked: &Asked<OrderActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Writing) -> Fut + Send + Sync,
    Fut: Future<Output = Result<Change>> + Send,
{
    let (scope, fill, action) = (&scope, &fill, asked.action);
    db.step(
        actor,
        id,
        asked,
        |tx| async move { locked(tx, scope, id).await },
        |tx, writing, to| async move {
            let (demand, order) = (writing.demand.clone(), writing.order.clone());
            if !matches!(action, OrderActionKind::EndSuspended | OrderActionKind::HandOver) {
                // A suspension holds from its own write on, before the order's clock has been stopped.
                check_runs(tx.conn(), [order.enterprise_id, order.institution_id]).await?;
            }
            let change = fill(writing).await?;
            let closing = change.closing;
            move_to(&tx, &demand, &order, change, to, action.step(), asked.reason.clone()).await?;
            follow(&tx, &demand, closing).await
        },
    )
    .await
}

/// The order inside `scope` and its demand, both locked.
pub async fn locked(tx: Tx, scope: &Scope, id: OrderId) -> Result<Writing> {
    let (demand, order) = store::lock(&tx, scope, id).await?;
    Ok(Writing { tx, demand, order })
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
    let from = Some(order.state);
    let entering = Entering { from, to, awaiting, valid_until: change.valid_until, wait: change.wait };
    let calendar = calendar(tx.conn()).await?;
    let clock = clock(&calendar, order, &entering, tx.now());
    (row.due_at, row.decide_by) = (Set(clock.due_at), Set(clock.decide_by));
    if to.ended() && !to.accepted() {
        row.ended_because = Set(reason.clone());
        row.granted_amount = Set(Money::ZERO);
    }
    let ends = (to == OrderState::Closed).then(|| matures_on(order)).flatten();
    row.matures_on = Set(ends);
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
    match (order.state.ended(), to.ended()) {
        (false, true) => consents::order_ended(tx, order.id, afterwards(to, ends)).await?,
        (true, false) => consents::order_resumed(tx, order.id).await?,
        _ => {}
    }
    let mut fact = fact(demand, order, from, to, step, change.amount, reason);
    fact.handed = change.handed;
    tx.emit(&fact).await?;
    match ends {
        Some(ends) => tx.watch(order.id, reminders(&calendar, &fact, ends), None).await,
        None => watch(tx, &calendar, &fact, order, awaiting.is_some(), clock.due_at).await,
    }
}

/// What comes after an order that ends in `to`, and whose loan ends on `ends`.
fn afterwards(to: OrderState, ends: Option<NaiveDate>) -> Afterwards {
    match ends {
        _ if !to.accepted() => Afterwards::Nothing,
        Some(day) => Afterwards::Loan(day),
        None => Afterwards::Paid,
    }
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
    let (turn, limits) = (turn(entered.to, awaiting), order.limits());
    let due_at = due_at.filter(|_| order.held_since.is_none());
    let (Some(due), true) = (due_at, turn.is_some()) else { return tx.disarm(entered.order).await };
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
    let levels =
        escalation(entered.to, awaiting, &limits).late.into_iter().map(|late| (calendar.late(due, late), late));
    // What was late before it came here has been told of.
    let next = levels.into_iter().find(|(at, _)| *at > tx.now());
    let late = next.map(|(at, late)| (at, told(OrderStep::Overdue, late)));
    tx.watch(entered.order, [(remind, told(OrderStep::Reminded, 0))], late).await
}

/// Notes that the payment's figures of a locked order are disputed, or no longer. Meanwhile their confirmation has no limit;
/// afterwards it has a new one.
pub async fn note_dispute(tx: &Tx, demand: &Demand, order: &Model, disputed: bool) -> Result<()> {
    let calendar = calendar(tx.conn()).await?;
    let version = Set(order.version + 1);
    let mut row = ActiveModel { disputed: Set(disputed), corrected: Set(false), version, ..Default::default() };
    row.updated_at = Set(tx.now());
    let waits = order.state == OrderState::Disbursed;
    let due = (!disputed).then(|| confirm_by(&calendar, order, tx.now()));
    if waits {
        row.due_at = Set(due);
    }
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
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
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
    let entered = fact(demand, order, None, order.state, OrderStep::ReviewStarted, None, None);
    watch(tx, &calendar(tx.conn()).await?, &entered, order, awaiting, due_at).await
}

/// Reminds both sides of the end of a loan anew, because it ends later, and keeps the consent until then.
pub async fn matures_anew(tx: &Tx, demand: &Demand, order: &Model, ends: NaiveDate) -> Result<()> {
    consents::loan_changed(tx, order.id, Afterwards::Loan(ends)).await?;
    let entered = fact(demand, order, None, order.state, OrderStep::Closed, None, None);
    let calendar = calendar(tx.conn()).await?;
    tx.watch(order.id, reminders(&calendar, &entered, ends), None).await
}

/// Lets a locked demand follow its orders; when it is agreed, the undecided ones are lost.
pub async fn follow(tx: &Tx, demand: &Demand, closing: bool) -> Result<()> {
    tx.call(MOVED, demand.id).await?;
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
    tx.call(MOVED, demand.id).await?;
    let orders = store::of_demand(tx.conn(), demand.id).await?;
    demands::recount(tx, &demand, &store::summary(&orders)).await
}

//! How every step of a demand is written: store, tell, and watch the limit that runs afterwards.

use super::{
    DemandState, DemandStep, OrdersSummary,
    entity::{ActiveModel, Entity, Model},
    facts::fact,
    limits,
};
use jinqiao_db::{Stepping, Tx, save_versioned};
use jinqiao_kernel::{Money, Result};
use sea_orm::{IntoActiveModel, Set};

/// What somebody does with a demand: the state that it leads to, or why it is not allowed now.
pub type DemandTransition = fn(&Model) -> Result<DemandState>;

impl Stepping for Model {
    type Action = DemandTransition;
    type State = DemandState;

    fn after(&self, action: DemandTransition) -> Result<DemandState> {
        action(self)
    }

    fn version(&self, _: DemandTransition) -> i32 {
        self.version
    }
}

/// Stores `change` of the locked `row` with its new state, and emits the step.
pub async fn move_to(
    tx: &Tx,
    row: &Model,
    mut change: ActiveModel,
    state: DemandState,
    step: DemandStep,
    reason: Option<&str>,
) -> Result<Model> {
    change.state = Set(state);
    let direct = change.direct.try_as_ref().copied().unwrap_or(row.direct);
    let dispatched = change.dispatch_round.try_as_ref().copied().unwrap_or(row.dispatch_round) > 0;
    change.on_market = Set(state.on_market() && !direct && !dispatched);
    change.version = Set(row.version + 1);
    change.updated_at = Set(tx.now());
    if state != row.state {
        change.due_at = Set(limits::due(tx, state).await?);
        change.unanswered_at = Set(None);
        // The limit of the new state has not run yet.
        change.held_since = Set(row.held_since.map(|_| tx.now()));
    }
    let saved = save_versioned::<Entity>(tx, change, row.id, row.version).await?;
    tx.emit(&fact(row, state, step, reason.map(str::to_owned))).await?;
    if state != row.state {
        limits::watch(tx, &saved).await?;
    }
    Ok(saved)
}

/// Takes over what the orders of a locked demand add up to, and moves it where they lead.
///
/// # Errors
/// `demands.wrong_state` when the demand no longer depends on orders.
pub async fn record_orders(tx: &Tx, row: &Model, orders: &OrdersSummary, closing: bool) -> Result<Model> {
    // A demand whose accepted orders all failed takes offers again.
    let closing = (row.closing || closing) && orders.accepted > Money::ZERO;
    let state = row.state.after_orders(row.amount.unwrap_or_default(), closing, row.resting_state(), orders)?;
    let mut change = row.clone().into_active_model();
    change.live_orders = Set(orders.live);
    change.accepted_amount = Set(orders.accepted);
    change.disbursed_amount = Set(orders.disbursed);
    change.closing = Set(closing);
    let step = match state {
        // Nothing to tell: the order's own timeline says what happened.
        same if same == row.state => {
            change.version = Set(row.version + 1);
            change.updated_at = Set(tx.now());
            return save_versioned::<Entity>(tx, change, row.id, row.version).await;
        }
        DemandState::Negotiating => DemandStep::Negotiating,
        DemandState::Agreed => DemandStep::Agreed,
        DemandState::Fulfilled => DemandStep::Fulfilled,
        DemandState::PartiallyFulfilled => DemandStep::PartiallyFulfilled,
        DemandState::ClosedUnmatched => DemandStep::ClosedUnmatched,
        DemandState::Dispatched => DemandStep::Dispatched,
        _ => DemandStep::Reopened,
    };
    move_to(tx, row, change, state, step, None).await
}

/// Takes over the count of live orders after some were lost; the state stays.
pub async fn recount(tx: &Tx, row: &Model, orders: &OrdersSummary) -> Result<()> {
    let mut change = row.clone().into_active_model();
    change.live_orders = Set(orders.live);
    change.version = Set(row.version + 1);
    save_versioned::<Entity>(tx, change, row.id, row.version).await.map(|_| ())
}

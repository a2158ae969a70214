//! How every step is written: check, store, tell, and watch the limit that runs afterwards.

use super::{
    ComplaintAction, ComplaintFact, ComplaintKind, ComplaintState, ComplaintStep, ComplaintTurn,
    entity::{ActiveModel, Entity, Model},
    limits::{due, remind_before, turn},
    store::{self, Scope},
};
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_financing::orders;
use jinqiao_kernel::{AccountId, Actor, ComplaintId, DateTime, Result};
use jinqiao_platform::calendar::{WorkCalendar, calendar};
use sea_orm::Set;

impl Stepping for Model {
    type Action = ComplaintAction;
    type State = ComplaintState;

    fn after(&self, action: ComplaintAction) -> Result<ComplaintState> {
        self.after(action)
    }

    fn version(&self, _: ComplaintAction) -> i32 {
        self.version
    }
}

/// Writes one step: `fill` checks it against the locked row and says what changes.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    scope: Scope<'_>,
    id: ComplaintId,
    asked: &Asked<ComplaintAction>,
    fill: F,
) -> Result<()>
where
    F: Fn(Tx, Model) -> Fut + Send + Sync,
    Fut: Future<Output = Result<ActiveModel>> + Send,
{
    let fill = &fill;
    db.step(
        actor,
        id,
        asked,
        |tx| async move { store::lock(&tx, scope, id).await },
        |tx, row: Model, to| async move {
            let change = fill(tx.clone(), row.clone()).await?;
            move_to(&tx, &row, change, to, asked.action.step(), asked.reason.clone()).await
        },
    )
    .await
}

/// Stores the new state of a locked complaint and emits the step. Once the matter is settled, an order is no longer disputed.
pub async fn move_to(
    tx: &Tx,
    row: &Model,
    mut change: ActiveModel,
    to: ComplaintState,
    step: ComplaintStep,
    reason: Option<String>,
) -> Result<()> {
    let calendar = calendar(tx.conn()).await?;
    let due = due(&calendar, row, Some(row.state), to, tx.now());
    let handler = if let Set(handler) = &change.handler_id { *handler } else { row.handler_id };
    change.state = Set(to);
    change.version = Set(row.version + 1);
    change.updated_at = Set(tx.now());
    change.due_at = Set(due);
    if to == ComplaintState::Closed {
        change.closed_at = Set(Some(tx.now()));
    }
    save_versioned::<Entity>(tx, change, row.id, row.version).await?;
    if let (ComplaintKind::Disbursement, Some(order), true, false) =
        (row.kind, row.order_id, row.state.unsettled(), to.unsettled())
    {
        orders::set_disputed(tx, order, false).await?;
    }
    let told = |step| fact(row, handler, step, reason.clone());
    tx.emit(&told(step)).await?;
    if to == ComplaintState::Closed && step != ComplaintStep::Closed {
        tx.emit(&ComplaintFact { reason: None, ..told(ComplaintStep::Closed) }).await?;
    }
    watch(tx, &calendar, &told(step), to, due).await
}

/// Tells that a complaint was opened, and watches its first limit.
pub async fn opened(tx: &Tx, row: &Model) -> Result<()> {
    let told = fact(row, None, ComplaintStep::Opened, None);
    tx.emit(&told).await?;
    watch(tx, &calendar(tx.conn()).await?, &told, row.state, row.due_at).await
}

/// Watches the limit that runs in `state`; what was late before it came here has been told of.
async fn watch(
    tx: &Tx,
    calendar: &WorkCalendar,
    entered: &ComplaintFact,
    state: ComplaintState,
    due_at: Option<DateTime>,
) -> Result<()> {
    let complainants_turn = turn(state) == Some(ComplaintTurn::Complainant);
    let told = |step| ComplaintFact { step, complainants_turn, reason: None, ..entered.clone() };
    let over = if complainants_turn { ComplaintStep::Lapsed } else { ComplaintStep::Overdue };
    let reminder = due_at.map(|due| (calendar.before(due, remind_before(state)), told(ComplaintStep::Reminded)));
    let end = due_at.filter(|due| *due > tx.now()).map(|due| (due, told(over)));
    tx.watch(entered.complaint, reminder, end).await
}

fn fact(row: &Model, handler: Option<AccountId>, step: ComplaintStep, reason: Option<String>) -> ComplaintFact {
    ComplaintFact {
        step,
        complaint: row.id,
        no: row.no.clone(),
        kind: row.kind,
        complainant: row.complainant_org,
        role: row.complainant_role,
        about: row.about_org,
        order: row.order_id,
        order_no: row.order_no.clone(),
        handler,
        complainants_turn: false,
        reason,
    }
}

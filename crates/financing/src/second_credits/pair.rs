//! A second credit with its first order, both locked, and how a step of it is written: store, tell, watch the limit that begins.

use super::{
    entity::{ActiveModel, Entity, Model},
    facts::{SecondFact, SecondStep},
    model::{Course, SecondActionKind, SecondSide, SecondState, side_of, trusted, turn},
    parameters::{SECOND_ANSWER_DAYS, SECOND_DECISION_DAYS},
    store,
};
use crate::orders::{Order, Scope, marks_of};
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_kernel::{Actor, DateTime, Error, Money, OrgKind, Result, SecondCreditId};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar, calendar},
    permissions::{Parameter, days_of},
};
use sea_orm::Set;

/// A second credit with its first order, both locked.
pub struct Pair {
    pub tx: Tx,
    pub calendar: WorkCalendar,
    pub first: Order,
    pub row: Model,
}

/// What a step tells beside the states.
#[derive(Default)]
pub struct StepDetails {
    pub amount: Option<Money>,
    pub reason: Option<String>,
}

/// Whose orders the actor sees.
pub fn scope(actor: &Actor) -> Scope {
    match actor.org_kind {
        OrgKind::Enterprise => Scope::Enterprise(actor.org),
        _ => Scope::of_institution(actor),
    }
}

/// The actor's side.
pub fn side(actor: &Actor) -> SecondSide {
    match actor.org_kind {
        OrgKind::Enterprise => SecondSide::Enterprise,
        _ => SecondSide::Institution,
    }
}

impl Pair {
    pub async fn locked(tx: &Tx, id: SecondCreditId) -> Result<Self> {
        let (_, first, row) = store::lock(tx, id).await?;
        Ok(Self { tx: tx.clone(), calendar: calendar(tx.conn()).await?, first, row })
    }

    /// Goes to `to` with `change`, tells it, and watches the limit of where it is then.
    pub async fn move_to(
        &mut self,
        to: SecondState,
        change: ActiveModel,
        step: SecondStep,
        telling: StepDetails,
    ) -> Result<()> {
        let now = self.tx.now();
        let from = self.row.state;
        let valid = change.decision.try_as_ref().and_then(|decision| decision.0.as_ref()).map(|d| *d.valid_until);
        let due_at = match to {
            SecondState::Requested => Some(self.within(SECOND_ANSWER_DAYS).await?),
            SecondState::Deciding => Some(self.within(SECOND_DECISION_DAYS).await?),
            SecondState::Offered => valid.map(|day| self.calendar.closes(day)),
            _ => None,
        };
        let ended = (!to.running()).then_some(now);
        let row = ActiveModel {
            id: Set(self.row.id),
            state: Set(to),
            version: Set(self.row.version + 1),
            due_at: Set(due_at),
            updated_at: Set(now),
            closed_at: Set(ended),
            ..change
        };
        self.row = save_versioned::<Entity>(&self.tx, row, self.row.id, self.row.version).await?;
        self.tx.emit(&self.fact(step, Some(from), telling)).await?;
        self.watch(due_at).await
    }

    async fn within(&self, days: Parameter) -> Result<DateTime> {
        Ok(self.calendar.due(self.tx.now(), days_of(self.tx.conn(), days).await?))
    }

    /// Watches the limit that runs now.
    pub async fn watch(&self, due_at: Option<DateTime>) -> Result<()> {
        let told = |step| SecondFact {
            turn: turn(self.row.state, self.row.asked_by),
            ..self.fact(step, Some(self.row.state), StepDetails::default())
        };
        let reminder = due_at.map(|due| (self.calendar.before(due, WORKING_DAY), told(SecondStep::Reminded)));
        self.tx.watch(self.row.id, reminder, due_at.map(|due| (due, told(SecondStep::Overdue)))).await
    }

    /// Gives the limit that runs another working day: one side is suspended.
    pub async fn postpone(&mut self) -> Result<()> {
        let due_at = Some(self.calendar.due(self.tx.now(), 1));
        let row = ActiveModel { id: Set(self.row.id), due_at: Set(due_at), ..Default::default() };
        self.row = save_versioned::<Entity>(&self.tx, row, self.row.id, self.row.version).await?;
        self.watch(due_at).await
    }

    pub fn fact(&self, step: SecondStep, from: Option<SecondState>, telling: StepDetails) -> SecondFact {
        SecondFact {
            step,
            second: self.row.id,
            no: self.row.no.clone(),
            kind: self.row.kind,
            asked_by: self.row.asked_by,
            first_order: self.first.id,
            first_no: self.first.no.clone(),
            order: self.row.order_id,
            enterprise: self.row.enterprise_id,
            institution: self.row.institution_id,
            from,
            to: self.row.state,
            amount: telling.amount,
            reason: telling.reason,
            turn: None,
        }
    }
}

/// A pair as one of the sides, or the operator, is about to move it.
struct Moving {
    pair: Pair,
    course: Course,
    /// None for the operator.
    side: Option<SecondSide>,
}

impl Moving {
    async fn of(tx: &Tx, id: SecondCreditId, side: Option<SecondSide>) -> Result<Self> {
        let pair = Pair::locked(tx, id).await?;
        let marks = marks_of(tx.conn(), pair.first.id).await?;
        Ok(Self { course: Course { kind: pair.row.kind, trusted: trusted(&marks) }, pair, side })
    }
}

impl Stepping for Moving {
    type Action = SecondActionKind;
    type State = SecondState;

    fn after(&self, action: SecondActionKind) -> Result<SecondState> {
        if self.side.is_some() && side_of(action, self.pair.row.asked_by) != self.side {
            return Err(Error::conflict("second_credits.not_yours", "此操作由对方办理"));
        }
        self.pair.row.state.after(action, self.course)
    }

    fn version(&self, _: SecondActionKind) -> i32 {
        self.pair.row.version
    }
}

/// Writes one step of either side: `fill` does it to the locked pair; the state that it leads to is given.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    asked: &Asked<SecondActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Pair, SecondState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let scope = &scope(actor);
    let lock = |tx: Tx| async move {
        store::by_id(tx.conn(), scope, id).await?;
        Moving::of(&tx, id, Some(side(actor))).await
    };
    db.step(actor, id, asked, lock, |_, moving: Moving, to| fill(moving.pair, to)).await
}

/// The same for the operator, who sees what is, or was, under review.
pub async fn review<F, Fut>(
    db: &Db,
    actor: &Actor,
    id: SecondCreditId,
    asked: &Asked<SecondActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Pair, SecondState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let lock = |tx: Tx| async move { Moving::of(&tx, id, None).await };
    db.step(actor, id, asked, lock, |_, moving: Moving, to| fill(moving.pair, to)).await
}

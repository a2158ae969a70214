//! A second credit with its first order, both locked, and how a step of it is written: store, tell, watch the limit that begins.

use super::{
    entity::{ActiveModel, Model},
    facts::{SecondFact, SecondStep},
    model::{Course, SecondActionKind, SecondSide, SecondState, side_of, trusted, turn},
    parameters::{SECOND_ANSWER_DAYS, SECOND_DECISION_DAYS},
    store,
};
use crate::orders::{entity::Model as Order, ratings::marks_of, store::Scope};
use jinqiao_db::{Db, Intent, Tx};
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

/// One step, asked for by somebody who saw `version` of it.
pub struct Asked {
    pub action: SecondActionKind,
    pub name: &'static str,
    pub version: i32,
    pub reason: Option<String>,
}

pub fn asked(action: SecondActionKind, name: &'static str, version: i32, reason: Option<&str>) -> Asked {
    Asked { action, name, version, reason: reason.map(str::to_owned) }
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

    /// How the request goes on once both sides want it.
    pub async fn course(&self) -> Result<Course> {
        let marks = marks_of(self.tx.conn(), self.first.id).await?;
        Ok(Course { kind: self.row.kind, trusted: trusted(&marks) })
    }

    /// Goes to `to` with `change`, tells it, and watches the limit of where it is then.
    pub async fn turn(
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
        self.row = store::save(&self.tx, row).await?;
        self.tx.emit(&self.fact(step, Some(from), telling)).await?;
        self.watch(due_at).await
    }

    async fn within(&self, days: Parameter) -> Result<DateTime> {
        Ok(self.calendar.due(self.tx.now(), days_of(self.tx.conn(), days).await?))
    }

    /// Arms the reminder and the end of the limit that runs now; those of the state before are disarmed.
    pub async fn watch(&self, due_at: Option<DateTime>) -> Result<()> {
        self.tx.disarm(self.row.id).await?;
        let Some(due) = due_at else { return Ok(()) };
        let told = |step| SecondFact {
            turn: turn(self.row.state, self.row.asked_by),
            ..self.fact(step, Some(self.row.state), StepDetails::default())
        };
        let remind = self.calendar.before(due, WORKING_DAY);
        if remind > self.tx.now() {
            self.tx.arm(remind, &told(SecondStep::Reminded)).await?;
        }
        self.tx.arm(due, &told(SecondStep::Overdue)).await
    }

    /// Gives the limit that runs another working day: one side is suspended.
    pub async fn postpone(&mut self) -> Result<()> {
        let due_at = Some(self.calendar.due(self.tx.now(), 1));
        let row = ActiveModel { id: Set(self.row.id), due_at: Set(due_at), ..Default::default() };
        self.row = store::save(&self.tx, row).await?;
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

/// Writes one step of either side: `fill` does it to the locked pair; the state that it leads to is given.
pub async fn write<F, Fut>(db: &Db, actor: &Actor, id: SecondCreditId, asked: &Asked, fill: F) -> Result<()>
where
    F: Fn(Pair, SecondState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let mut intent = Intent::by(actor, asked.name).on(id);
    if let Some(reason) = &asked.reason {
        intent = intent.detail(reason);
    }
    let fill = &fill;
    db.write_once(intent, |tx| async move {
        store::by_id(tx.conn(), &scope(actor), id).await?;
        let pair = Pair::locked(&tx, id).await?;
        if side_of(asked.action, pair.row.asked_by) != Some(side(actor)) {
            return Err(Error::conflict("second_credits.not_yours", "此操作由对方办理"));
        }
        step(pair, asked, fill).await
    })
    .await
}

/// The same for the operator, who sees what is, or was, under review.
pub async fn review<F, Fut>(db: &Db, actor: &Actor, id: SecondCreditId, asked: &Asked, fill: F) -> Result<()>
where
    F: Fn(Pair, SecondState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let mut intent = Intent::by(actor, asked.name).on(id);
    if let Some(reason) = &asked.reason {
        intent = intent.detail(reason);
    }
    let fill = &fill;
    db.write_once(intent, |tx| async move { step(Pair::locked(&tx, id).await?, asked, fill).await }).await
}

async fn step<F, Fut>(pair: Pair, asked: &Asked, fill: &F) -> Result<()>
where
    F: Fn(Pair, SecondState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let to = pair.row.state.after(asked.action, pair.course().await?)?;
    if pair.row.version != asked.version {
        return Err(Error::stale());
    }
    fill(pair, to).await
}

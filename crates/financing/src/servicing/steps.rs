//! How a step of a draw is written: store where it stands, tell, and watch what comes next.

use super::{
    entity::{ActiveModel, Entity, Model},
    facts::{DrawFact, DrawStep},
    model::{DrawActionKind, DrawState, OverdueStage},
    position::Position,
    store,
};
use crate::orders::Scope;
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_kernel::{Actor, DateTime, DrawId, Error, NaiveDate, Result, local_date};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar, calendar},
    consents::{self, Afterwards},
};
use sea_orm::{Iterable, Set};
use std::future::Future;

/// Days before an instalment on which the enterprise is reminded.
const REMIND_DAYS: i64 = 3;

/// Days for which a consent goes on when a loan is late after its end; each stage begins them anew, the last lasts longest.
const KEPT_WHILE_LATE: i64 = 365;

/// A draw that is being written, locked.
pub struct Held {
    pub tx: Tx,
    pub row: Model,
}

impl Stepping for Held {
    type Action = DrawActionKind;
    type State = DrawState;

    fn after(&self, action: DrawActionKind) -> Result<DrawState> {
        self.row.state.after(action)
    }

    fn version(&self, _: DrawActionKind) -> i32 {
        self.row.version
    }
}

/// Writes one step of a draw inside `scope`.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    scope: Scope,
    id: DrawId,
    asked: &Asked<DrawActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Held, DrawState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<()>> + Send,
{
    let (scope, fill) = (&scope, &fill);
    let lock = |tx: Tx| async move {
        let row = store::lock(&tx, scope, id).await?;
        Ok(Held { tx, row })
    };
    db.step(actor, id, asked, lock, |_, held, to| fill(held, to)).await
}

impl Held {
    pub async fn any(tx: &Tx, id: DrawId) -> Result<Self> {
        Ok(Self { tx: tx.clone(), row: store::lock_any(tx, id).await? })
    }

    /// Stores `change` with the new state and tells `fact`; a running draw is watched by its plan.
    pub async fn move_to(&self, to: DrawState, change: ActiveModel, fact: Option<DrawFact>) -> Result<Model> {
        let now = self.tx.now();
        let closed = (!matches!(to, DrawState::Recorded | DrawState::Running)).then_some(now);
        let row = ActiveModel {
            state: Set(to),
            version: Set(self.row.version + 1),
            updated_at: Set(now),
            closed_at: Set(closed),
            ..change
        };
        let row = save_versioned::<Entity>(&self.tx, row, self.row.id, self.row.version).await?;
        if let Some(fact) = fact {
            self.tx.emit(&fact).await?;
        }
        Ok(row)
    }

    /// Computes where the draw stands by what is stored now, stores it with `change`, and tells `fact`, if there is one; what follows from
    /// it – settled, late, late no more – is told too. Watches the next day of the plan.
    pub async fn settle_up(&self, change: ActiveModel, fact: Option<DrawFact>) -> Result<()> {
        let today = local_date(self.tx.now());
        let receipts = store::receipts_of(self.tx.conn(), self.row.id).await?;
        let extensions =
            change.extensions.try_as_ref().map_or_else(|| self.row.extensions.0.clone(), |set| set.0.clone());
        let position = Position::of(&self.row.terms.0, &store::counted(&receipts), &extensions, today);
        let counted = || receipts.iter().filter(|receipt| receipt.counted_no.is_some());
        let row = Model { extensions: jinqiao_db::Doc(extensions), ..self.row.clone() };
        let standing = ActiveModel {
            extensions: Set(row.extensions.clone()),
            interest_paid: Set(counted().map(|receipt| receipt.interest).sum()),
            other_paid: Set(counted().map(|receipt| receipt.other).sum()),
            due_at: Set(None),
            reason: change.reason,
            ..store::standing(&row, &position, today)
        };
        let to = if position.settled { DrawState::Running.repaid()? } else { DrawState::Running };
        let before = self.row.stage;
        let row = self.move_to(to, standing, fact).await?;
        match (before, row.stage) {
            _ if position.settled => self.tx.emit(&DrawFact::of(&row, DrawStep::Settled)).await?,
            (Some(_), None) => self.tx.emit(&DrawFact::of(&row, DrawStep::Recovered)).await?,
            (was, Some(stage)) if was.is_none_or(|was| was < stage) => self.tx.emit(&late(&row)).await?,
            _ => {}
        }
        if position.late_since.is_some() && row.matures_on < today {
            // What is owed after its end still has to be looked after.
            let until = today + chrono::TimeDelta::days(KEPT_WHILE_LATE);
            consents::loan_changed(&self.tx, row.order_id, Afterwards::Loan(until)).await?;
        }
        watch(&self.tx, &row, &position, today).await
    }
}

/// What is told of a draw that is late.
fn late(row: &Model) -> DrawFact {
    DrawFact {
        amount: Some(row.late_amount),
        stage: row.stage,
        day: row.late_since,
        ..DrawFact::of(row, DrawStep::Overdue)
    }
}

/// Watches the plan of a draw: the reminder of the next instalment, the day after it, and the day on which what is late enters its next
/// stage. One that is settled is watched no more.
async fn watch(tx: &Tx, row: &Model, position: &Position, today: NaiveDate) -> Result<()> {
    if row.state != DrawState::Running {
        return tx.disarm(row.id).await;
    }
    let calendar = calendar(tx.conn()).await?;
    let next = position.next.as_ref();
    let remind = next.map(|line| {
        let told =
            DrawFact { amount: Some(row.next_amount), day: Some(line.due_on), ..DrawFact::of(row, DrawStep::DueSoon) };
        (begins(&calendar, line.due_on - chrono::TimeDelta::days(REMIND_DAYS)), told)
    });
    let stage = position.late_since.and_then(|since| {
        let next = OverdueStage::iter().find(|stage| position.stage(today).is_none_or(|now| *stage > now))?;
        Some(since + chrono::TimeDelta::days(next.begins()))
    });
    let days = [next.map(|line| line.due_on + chrono::TimeDelta::days(1)), stage];
    let look = days.into_iter().flatten().min().map(|day| (midnight(day), DrawFact::of(row, DrawStep::Look)));
    tx.watch(row.id, remind, look).await
}

/// The first working minute of `day`, or of the next working day.
fn begins(calendar: &WorkCalendar, day: NaiveDate) -> DateTime {
    calendar.begins(calendar.opens(day))
}

/// The beginning of `day` in Asia/Shanghai: what is late is late on holidays too.
fn midnight(day: NaiveDate) -> DateTime {
    (day.and_time(chrono::NaiveTime::MIN) - chrono::TimeDelta::hours(8)).and_utc()
}

/// Watches the limit in which the enterprise answers a further draw.
pub async fn watch_answer(tx: &Tx, row: &Model) -> Result<()> {
    let due = row.due_at.ok_or_else(|| Error::internal("a draw that waits has a limit"))?;
    let calendar = calendar(tx.conn()).await?;
    let told = |step| DrawFact { amount: Some(row.amount), ..DrawFact::of(row, step) };
    let reminder = (calendar.before(due, WORKING_DAY), told(DrawStep::AnswerSoon));
    tx.watch(row.id, [reminder], [(due, told(DrawStep::Late))]).await
}

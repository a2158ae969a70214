//! An application with the version of the item that it is for, locked, and how a step of it is written: store, move the money, tell,
//! watch the limit that begins.

use super::{
    ApplicationActionKind, ApplicationState, Course,
    entity::{Application, application},
    facts::{ApplicationFact, ApplicationStep},
    limits, store,
};
use crate::budgets::{BudgetMove, move_money};
use jinqiao_db::{Asked, Db, Stepping, Tx, save_versioned};
use jinqiao_kernel::{Actor, ApplicationId, DateTime, Error, Kind, Money, OrgKind, Result};
use jinqiao_platform::calendar::{WORKING_DAY, WorkCalendar, calendar};
use sea_orm::Set;

/// Something that will happen, and when.
type Timer = Option<(DateTime, ApplicationFact)>;

/// A locked application.
pub struct Writing {
    pub tx: Tx,
    pub calendar: WorkCalendar,
    pub row: Application,
}

/// What a step does beside moving the state.
#[derive(Default)]
pub struct Change {
    pub row: application::ActiveModel,
    /// What of its money moves.
    pub money: Option<(BudgetMove, Money)>,
    /// What is told.
    pub told: Option<ApplicationStep>,
    pub reason: Option<String>,
    pub amount: Option<Money>,
}

impl Application {
    /// What its way depends on.
    pub fn course(&self) -> Course {
        Course {
            pays: self.pays,
            publicity: self.publicity_days > 0,
            corrections: self.corrections,
            appealed: self.appealed,
            not_accepted: self.appealed_from == Some(ApplicationState::NotAccepted),
        }
    }
}

impl Writing {
    pub async fn of(tx: &Tx, row: Application) -> Result<Self> {
        Ok(Self { tx: tx.clone(), calendar: calendar(tx.conn()).await?, row })
    }

    pub fn fact(&self, step: ApplicationStep, reason: Option<String>, amount: Option<Money>) -> ApplicationFact {
        let row = &self.row;
        ApplicationFact {
            step,
            application: row.id,
            no: row.no.clone().unwrap_or_default(),
            policy: row.policy_id,
            title: row.title.clone(),
            department: row.department_id,
            enterprise: row.enterprise_id,
            state: row.state,
            round: row.round,
            amount,
            reason,
            claimed_by: row.claimed_by,
        }
    }

    /// Goes to `to` with `change`, and watches the limit of where it is then.
    pub async fn move_to(&mut self, to: ApplicationState, change: Change) -> Result<()> {
        let (now, from) = (self.tx.now(), self.row.state);
        let Change { row, money, told, reason, amount } = change;
        let entered = told.is_some() && to != from;
        let due_at =
            if entered { limits::due(&self.tx, &self.calendar, &self.row, to).await? } else { self.row.due_at };
        let mut row = application::ActiveModel {
            state: Set(to),
            in_pool: Set(to.in_pool()),
            version: Set(self.row.version + 1),
            updated_at: Set(now),
            due_at: Set(due_at),
            ..row
        };
        if entered {
            row.closed_at = Set((!to.runs() || to.given()).then_some(now));
            // Whoever decides next takes it from the pool anew.
            row.claimed_by = if row.claimed_by.is_set() { row.claimed_by } else { Set(None) };
            if to == ApplicationState::Publicity {
                row.public_until = Set(due_at);
            }
            if to == ApplicationState::FirstReview {
                row.left_minutes = Set(None);
            }
        }
        if let Some((by, amount)) = money {
            move_money(&self.tx, self.row.policy_id, by, &[(self.row.id, amount)]).await?;
        }
        self.row = save_versioned::<application::Entity>(&self.tx, row, self.row.id, self.row.version).await?;
        if let Some(step) = told {
            self.tx.emit(&self.fact(step, reason, amount)).await?;
        }
        if entered {
            self.watch(due_at).await?;
        }
        Ok(())
    }

    /// Watches the limit that runs now.
    async fn watch(&self, due_at: Option<DateTime>) -> Result<()> {
        let (reminder, end) = self.timers(due_at);
        self.tx.watch(self.row.id, reminder, end).await
    }

    /// What happens by itself where it stands: a reminder a working day before the limit, and its end.
    pub fn timers(&self, due_at: Option<DateTime>) -> (Timer, Timer) {
        let public = self.row.state == ApplicationState::Publicity;
        let reminder = due_at
            .filter(|_| !public)
            .map(|due| (self.calendar.before(due, WORKING_DAY), self.fact(ApplicationStep::Reminded, None, None)));
        let by_itself = self.row.state.expire(self.row.course()).is_ok();
        let step = if by_itself { ApplicationStep::Ended } else { ApplicationStep::Overdue };
        (reminder, due_at.map(|due| (due, self.fact(step, None, None))))
    }

    /// What the budget holds for it, given back.
    pub fn release(&self) -> Option<(BudgetMove, Money)> {
        (self.row.held.0 > 0).then_some((BudgetMove::Release, self.row.held))
    }
}

/// An application as somebody is about to move it.
struct Moving(Writing);

impl Stepping for Moving {
    type Action = ApplicationActionKind;
    type State = ApplicationState;

    fn after(&self, action: ApplicationActionKind) -> Result<ApplicationState> {
        self.0.row.state.after(action, self.0.row.course())
    }

    fn version(&self, _: ApplicationActionKind) -> i32 {
        self.0.row.version
    }
}

/// Only whoever took it from the pool decides; it may lie there.
///
/// # Errors
/// `applications.claimed`.
pub fn check_claim(actor: &Actor, row: &Application, action: ApplicationActionKind) -> Result<()> {
    let takes_back = action == ApplicationActionKind::Release && actor.primary;
    match row.claimed_by {
        Some(holder) if holder != actor.account && row.in_pool && !takes_back => {
            Err(Error::new(Kind::Conflict, "applications.claimed", "该申请已由其他人员领取"))
        }
        _ => Ok(()),
    }
}

/// Writes one step of either side: `fill` says what it does to the locked application; the state that it leads to is given.
pub async fn write<F, Fut>(
    db: &Db,
    actor: &Actor,
    id: ApplicationId,
    asked: &Asked<ApplicationActionKind>,
    fill: F,
) -> Result<()>
where
    F: Fn(Writing, ApplicationState) -> Fut + Send + Sync,
    Fut: Future<Output = Result<(Writing, Change)>> + Send,
{
    let fill = &fill;
    db.step(
        actor,
        id,
        asked,
        |tx: Tx| async move {
            let row = match actor.org_kind {
                OrgKind::Enterprise => store::lock_own(&tx, actor.org, id).await?,
                _ => {
                    let row = store::lock_of_department(&tx, actor.org, id).await?;
                    check_claim(actor, &row, asked.action)?;
                    row
                }
            };
            Ok(Moving(Writing::of(&tx, row).await?))
        },
        |_, Moving(writing): Moving, to| async move {
            let (mut writing, change) = fill(writing, to).await?;
            writing.move_to(to, change).await
        },
    )
    .await
}

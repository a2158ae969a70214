//! 服务记录: what an institution owed on an order and how it did, from the order's facts. The figures of an assessment are
//! counts of these; a record counts in the quarter in which it was settled, so that past quarters don't change.

use super::{
    duties::ServiceKind,
    elapsed::{Moment, minutes_since},
    entity::service::{ActiveModel, Column, Entity, Model},
};
use jinqiao_db::Tx;
use jinqiao_financing::{
    callbacks::CallbackFact,
    orders::{OrderFact, OrderState, OrderStep, Turn},
};
use jinqiao_kernel::{DateTime, OrderId, OrgId, Result};
use jinqiao_platform::calendar::calendar;
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set,
    sea_query::{Alias, Expr, OnConflict, SimpleExpr},
};
use std::ops::Range;

use ServiceKind::{Answer, Callback, Contact, Deal, Decision, Payment, Reason, TakeOn, Terms};

impl ServiceKind {
    /// The steps with which its time begins.
    const fn begins(self) -> &'static [OrderStep] {
        match self {
            Answer => &[OrderStep::Invited],
            TakeOn => &[OrderStep::Applied],
            Payment => &[OrderStep::Accepted],
            Contact | Decision | Deal | Reason => {
                &[OrderStep::Confirmed, OrderStep::TakenOn, OrderStep::JointOpened, OrderStep::SecondOpened]
            }
            Terms | Callback => &[],
        }
    }
}

/// What a fact means for the records of its order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Effect {
    /// It is owed from now on.
    Begins(ServiceKind),
    /// It was done.
    Done(ServiceKind),
    /// Its limit is over.
    Late(ServiceKind),
    /// It did not come about.
    Failed(ServiceKind),
    /// The institution ended the order, with a reason or without.
    Ended(bool),
    /// The money was paid, as it was granted or not.
    Paid(bool),
    /// What is still open is owed no more.
    NothingOpen,
}

use Effect::{Begins, Done, Ended, Failed, Late, NothingOpen, Paid};

/// Whose limit is over in a state.
fn owed_in(state: OrderState) -> Option<ServiceKind> {
    match state {
        OrderState::Invited => Some(Answer),
        OrderState::Applied => Some(TakeOn),
        OrderState::Contacting => Some(Contact),
        OrderState::DueDiligence | OrderState::CreditReview => Some(Decision),
        OrderState::Contracting => Some(Payment),
        _ => None,
    }
}

/// `by_person`: somebody did it, not the clock.
fn effects(fact: &OrderFact, by_person: bool) -> Vec<Effect> {
    let reasoned = by_person && fact.reason.as_deref().is_some_and(|reason| !reason.trim().is_empty());
    match fact.step {
        OrderStep::Invited => vec![Begins(Answer)],
        OrderStep::Grabbed => vec![Done(Answer)],
        OrderStep::Passed if by_person => vec![Done(Answer), Ended(reasoned), NothingOpen],
        // It said nothing in time, and so no reason either.
        OrderStep::Passed | OrderStep::ExpiredInst | OrderStep::Voided => {
            vec![Failed(Deal), Ended(false), NothingOpen]
        }
        OrderStep::Applied => vec![Begins(TakeOn)],
        OrderStep::TakenOn => vec![Done(TakeOn), Begins(Contact), Begins(Decision), Begins(Deal)],
        OrderStep::Confirmed | OrderStep::JointOpened => vec![Begins(Contact), Begins(Decision), Begins(Deal)],
        OrderStep::SecondOpened => vec![Begins(Decision), Begins(Deal)],
        OrderStep::Contacted => vec![Done(Contact)],
        OrderStep::Approved => vec![Done(Decision)],
        OrderStep::Accepted => vec![Begins(Payment)],
        // A payment that differs from the grant has a reason.
        OrderStep::Disbursed => vec![Done(Payment), Done(Deal), Paid(fact.reason.is_none())],
        OrderStep::JointFulfilled => vec![Done(Payment), Done(Deal)],
        // An answer is an answer: it does what was owed until then.
        OrderStep::Refused => {
            vec![Done(TakeOn), Done(Contact), Done(Decision), Failed(Deal), Ended(reasoned), NothingOpen]
        }
        OrderStep::Retracted => vec![Ended(reasoned), NothingOpen],
        // Nobody did badly: the other side was suspended.
        OrderStep::EndedWhileSuspended => vec![NothingOpen],
        OrderStep::Overdue if fact.turn == Some(Turn::Institution) => {
            owed_in(fact.from.unwrap_or(fact.to)).map(Late).into_iter().collect()
        }
        _ if !fact.to.ended() || fact.to.accepted() => vec![],
        _ => vec![Failed(Deal), NothingOpen],
    }
}

/// Follows a fact of an order; `steps` are its steps so far.
pub async fn follow(tx: &Tx, fact: &OrderFact, by_person: bool, at: DateTime, steps: &[Moment]) -> Result<()> {
    let effects = effects(fact, by_person);
    if effects.is_empty() {
        return Ok(());
    }
    let known = Entity::find().filter(Column::OrderId.eq(fact.order)).all(tx.conn()).await?;
    let owed = (fact.order, fact.institution);
    for effect in effects {
        let of = |kind| known.iter().find(|row| row.kind == kind);
        match effect {
            Begins(kind) => insert(tx, owed, kind, at, None).await?,
            Ended(reasoned) => insert(tx, owed, Reason, at, Some(reasoned)).await?,
            Paid(kept) => insert(tx, owed, Terms, at, Some(kept)).await?,
            Done(kind) => {
                let Some(row) = of(kind).filter(|row| row.done_at.is_none()) else { continue };
                let minutes = minutes_since(&calendar(tx.conn()).await?, steps, kind.begins(), at);
                settle(tx, row, at, true, Some(at), minutes).await?;
            }
            Late(kind) | Failed(kind) => late(tx, of(kind), at).await?,
            NothingOpen => {
                let open = Entity::delete_many().filter(Column::OrderId.eq(fact.order));
                open.filter(Column::SettledAt.is_null()).exec(tx.conn()).await?;
            }
        }
    }
    Ok(())
}

async fn late(tx: &Tx, row: Option<&Model>, at: DateTime) -> Result<()> {
    match row.filter(|row| row.settled_at.is_none()) {
        Some(row) => settle(tx, row, at, false, None, None).await,
        None => Ok(()),
    }
}

/// A member of a joint credit has decided, or its limit is over. How long it took says nothing: its clock stood still meanwhile.
pub async fn decided_jointly(tx: &Tx, order: OrderId, in_time: bool, at: DateTime) -> Result<()> {
    let row = Entity::find_by_id((order, Decision)).one(tx.conn()).await?;
    match row.filter(|row| row.done_at.is_none()) {
        Some(row) if in_time => settle(tx, &row, at, true, Some(at), None).await,
        row => late(tx, row.as_ref(), at).await,
    }
}

/// An enterprise was called back and has answered.
pub async fn called_back(tx: &Tx, fact: &CallbackFact, at: DateTime) -> Result<()> {
    insert(tx, (fact.order, fact.institution), Callback, at, fact.satisfied).await
}

async fn insert(
    tx: &Tx,
    (order_id, institution_id): (OrderId, OrgId),
    kind: ServiceKind,
    at: DateTime,
    kept: Option<bool>,
) -> Result<()> {
    let row = Model {
        order_id,
        kind,
        institution_id,
        started_at: at,
        settled_at: kept.map(|_| at),
        kept,
        done_at: kept.filter(|kept| *kept).map(|_| at),
        minutes: None,
    };
    let known = OnConflict::columns([Column::OrderId, Column::Kind]).do_nothing().to_owned();
    Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// What was settled before stays so: a late answer is an answer, but late.
async fn settle(
    tx: &Tx,
    row: &Model,
    at: DateTime,
    kept: bool,
    done_at: Option<DateTime>,
    minutes: Option<i64>,
) -> Result<()> {
    let change = ActiveModel {
        order_id: Set(row.order_id),
        kind: Set(row.kind),
        settled_at: Set(row.settled_at.or(Some(at))),
        kept: Set(row.kept.or(Some(kept))),
        done_at: Set(done_at),
        minutes: Set(minutes),
        ..Default::default()
    };
    change.update(tx.conn()).await?;
    Ok(())
}

/// Settled records that are the same as far as figures need them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, sea_orm::FromQueryResult)]
pub struct Settled {
    /// Whose.
    pub institution_id: OrgId,
    /// What was owed.
    pub kind: ServiceKind,
    /// Kept, or come about.
    pub kept: Option<bool>,
    /// It was done, early or late.
    pub done: bool,
    /// How long the decision took, minutes of working time; nothing is said of other records.
    pub spent: Option<i64>,
    /// How many.
    pub count: i64,
}

/// Records that were settled in a span, grouped by the database: of hundreds of thousands, some hundreds come here.
pub async fn settled(conn: &impl ConnectionTrait, span: &Range<DateTime>) -> Result<Vec<Settled>> {
    let spent: SimpleExpr = Expr::case(Column::Kind.eq(ServiceKind::Decision), Expr::col(Column::Minutes)).into();
    // By their names: on PostgreSQL an expression with a value is another one where it occurs again.
    let called = |name: &'static str| Expr::col(Alias::new(name));
    let rows = Entity::find()
        .select_only()
        .columns([Column::InstitutionId, Column::Kind, Column::Kept])
        .expr_as(Column::DoneAt.is_not_null(), "done")
        .expr_as(spent, "spent")
        .expr_as(Column::Kind.count(), "count")
        .filter(Column::SettledAt.gte(span.start))
        .filter(Column::SettledAt.lt(span.end))
        .group_by(Column::InstitutionId)
        .group_by(Column::Kind)
        .group_by(Column::Kept)
        .group_by(called("done"))
        .group_by(called("spent"));
    Ok(rows.into_model().all(conn).await?)
}

#[cfg(test)]
#[path = "records_tests.rs"]
mod tests;

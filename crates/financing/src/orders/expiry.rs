//! What follows when a limit is over and nobody has acted (domain 2.2): offers lapse, orders are void, figures count as
//! confirmed. A reaction to the timer's fact; whoever acts first wins, the person or the clock.

use super::{
    OrderFact, OrderState, OrderStep,
    entity::{ActiveModel, Model},
    limits::escalation,
    materials,
    steps::{Change, follow, move_to},
    store,
};
use crate::demands::Demand;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::calendar::{WorkCalendar, calendar};
use sea_orm::Set;

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("orders.overrun", |kind| kind == "orders.overdue", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told = fact.decode::<OrderFact>()?;
        let (demand, order) = store::lock_any(&tx, told.order).await?;
        let calendar = calendar(tx.conn()).await?;
        // What a joint credit decides has no limit of its own, and so no end here.
        let Some(due) = still_late(&calendar, &told, &order, tx.now()) else { return Ok(()) };
        let escalation = escalation(order.state, order.awaiting_since.is_some(), &order.limits());
        if escalation.ends == Some(told.late_days) {
            return Ok(end(&tx, &demand, &order).await?);
        }
        match escalation.late.into_iter().find(|late| *late > told.late_days) {
            // Several may have come late at once: the next level replaces what another has armed.
            Some(late_days) => {
                let next = (calendar.late(due, late_days), OrderFact { late_days, ..told });
                Ok(tx.watch(order.id, None, Some(next)).await?)
            }
            None => Ok(()),
        }
    })
}

/// The end of the limit, if the order is still where it was when the timer was armed.
fn still_late(calendar: &WorkCalendar, told: &OrderFact, order: &Model, now: DateTime) -> Option<DateTime> {
    order.due_at.filter(|due| order.state == told.to && calendar.late(*due, told.late_days) <= now)
}

async fn end(tx: &Tx, demand: &Demand, order: &Model) -> Result<()> {
    if order.awaiting_since.is_some() {
        materials::lapse(tx, order.id).await?;
        let change = ActiveModel { awaiting_since: Set(None), ..Default::default() };
        return move_to(tx, demand, order, change.into(), order.state, OrderStep::MaterialsLapsed, None).await;
    }
    let to = order.state.expire()?;
    let (step, why) = words(order.state);
    let amount = (to == OrderState::Closed).then_some(order.disbursed_amount);
    let change = Change { amount, ..Change::default() };
    move_to(tx, demand, order, change, to, step, Some(why.to_owned())).await?;
    // A demand that nobody has taken yet waits for the dispatch, not for orders.
    if order.state == OrderState::Invited { Ok(()) } else { follow(tx, demand, false).await }
}

fn words(state: OrderState) -> (OrderStep, &'static str) {
    match state {
        OrderState::Invited => (OrderStep::Passed, "机构未在派单时限内接单"),
        OrderState::Applied => (OrderStep::ExpiredInst, "机构未在时限内受理申请"),
        OrderState::Grabbed => (OrderStep::ExpiredEnt, "企业未在时限内选择该机构"),
        OrderState::Offered => (OrderStep::ExpiredOffer, "企业未在有效期内接受授信"),
        OrderState::Contacting => (OrderStep::Voided, "机构确认对接后长时间未联系企业"),
        OrderState::Disbursed => (OrderStep::Closed, "企业在时限内未提出异议，按规则自动确认"),
        _ => (OrderStep::Voided, "机构长时间未作出决定"),
    }
}

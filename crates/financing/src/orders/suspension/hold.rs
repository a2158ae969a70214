//! Orders stop with a suspension, and go on with its end: reactions to the organisation's facts.

use crate::{
    demands::Demand,
    orders::{
        OrderState, OrderStep,
        clock::shifted_clock,
        entity::{ActiveModel, Entity, Model},
        held::stands_still,
        steps::{Change, fact, move_to, watch},
        store,
    },
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx, save_versioned};
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::{
    calendar::calendar,
    organizations::{OrgStep, OrganizationFact},
};
use sea_orm::Set;

const KINDS: [&str; 2] = ["organizations.suspended", "organizations.resumed"];

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("orders.suspension", |kind| KINDS.contains(&kind), run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told = fact.decode::<OrganizationFact>()?;
        for id in store::unfinished_of(tx.conn(), told.org).await? {
            let (demand, order) = store::lock_any(&tx, id).await?;
            let invited = order.state == OrderState::Invited && order.institution_id == told.org;
            match told.step {
                // What was only offered to the institution goes to the next.
                OrgStep::Suspended if invited => pass_on(&tx, &demand, &order).await?,
                OrgStep::Suspended => hold(&tx, &demand, &order, fact.at).await?,
                _ => release(&tx, &demand, &order).await?,
            }
        }
        Ok(())
    })
}

async fn pass_on(tx: &Tx, demand: &Demand, order: &Model) -> Result<()> {
    move_to(tx, demand, order, Change::default(), OrderState::Passed, OrderStep::EndedWhileSuspended, None).await
}

async fn hold(tx: &Tx, demand: &Demand, order: &Model, since: DateTime) -> Result<()> {
    if order.held_since.is_some() || order.state.ended() {
        return Ok(());
    }
    let row = ActiveModel {
        held_since: Set(Some(since)),
        version: Set(order.version + 1),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
    tx.disarm(order.id).await?;
    tx.emit(&fact(demand, order, Some(order.state), order.state, OrderStep::Held, None, None)).await
}

/// Goes on, unless the other side is suspended too.
async fn release(tx: &Tx, demand: &Demand, order: &Model) -> Result<()> {
    let sides = [order.enterprise_id, order.institution_id];
    if order.held_since.is_none() || stands_still(tx.conn(), sides).await? {
        return Ok(());
    }
    let calendar = calendar(tx.conn()).await?;
    let clock = shifted_clock(&calendar, order, tx.now());
    let row = ActiveModel {
        held_since: Set(None),
        due_at: Set(clock.due_at),
        decide_by: Set(clock.decide_by),
        version: Set(order.version + 1),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    save_versioned::<Entity>(tx, row, order.id, order.version).await?;
    let told = fact(demand, order, Some(order.state), order.state, OrderStep::Released, None, None);
    tx.emit(&told).await?;
    let runs = Model { held_since: None, ..order.clone() };
    watch(tx, &calendar, &told, &runs, order.awaiting_since.is_some(), clock.due_at).await
}

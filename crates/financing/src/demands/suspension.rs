//! 暂停使用: the limits of a firm's demands stand still while it is suspended, and go on with what was left. That nobody sees
//! them meanwhile is in the queries of the market.

use super::{
    entity::{ActiveModel, Entity, Model},
    limits, store,
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
    vec![Reaction::new("demands.suspension", |kind| KINDS.contains(&kind), run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told = fact.decode::<OrganizationFact>()?;
        let calendar = calendar(tx.conn()).await?;
        for id in store::unfinished_of(tx.conn(), told.org).await? {
            let row = store::lock_any(&tx, id).await?;
            match (told.step, row.held_since) {
                (OrgStep::Suspended, None) => save(&tx, &row, Some(fact.at), row.due_at).await?,
                (OrgStep::Resumed, Some(since)) => {
                    let due = row.due_at.map(|due| calendar.shift_deadline(due, since, tx.now()));
                    save(&tx, &row, None, due).await?;
                }
                _ => {}
            }
        }
        Ok(())
    })
}

async fn save(tx: &Tx, row: &Model, held_since: Option<DateTime>, due_at: Option<DateTime>) -> Result<()> {
    let change = ActiveModel {
        held_since: Set(held_since),
        due_at: Set(due_at),
        version: Set(row.version + 1),
        ..Default::default()
    };
    let saved = save_versioned::<Entity>(tx, change, row.id, row.version).await?;
    limits::watch(tx, &saved).await
}

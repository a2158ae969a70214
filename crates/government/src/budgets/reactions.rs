//! An item that is published has a budget from then on, or another one.

use super::ledger::{Purse, locked, save};
use crate::policies::{self, PolicyFact};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("budgets.open", |kind| kind == "policies.published", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: PolicyFact = fact.decode()?;
        let version = policies::version(tx.conn(), fact.policy, fact.number).await?;
        let purse = Purse { policy: fact.policy, department: fact.department, total: version.content.0.budget };
        let row = locked(&tx, purse).await?;
        let sums = row.sums();
        save(&tx, row, sums).await?;
        Ok(())
    })
}

//! What follows when an item is published or resumed, and when firms have to be told: a hundred at a time, each lot in a write of its own.

use super::{
    facts::{ForecastFact, TOLD, ToldFact},
    store,
};
use crate::policies::{self, PolicyFact, PolicyState};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("forecasts.open", |kind| matches!(kind, "policies.published" | "policies.resumed"), open),
        Reaction::new("forecasts.tell", |kind| kind.starts_with("forecasts."), tell),
    ]
}

fn open(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: PolicyFact = fact.decode()?;
        let waiting = store::lock_of_policy(&tx, fact.policy).await?;
        // A suspended item stays so with a new version: its forecasts wait until it goes on.
        if !waiting.is_empty() && policies::by_id(tx.conn(), fact.policy).await?.state == PolicyState::Open {
            for row in waiting {
                row.open(&tx, fact.policy).await?;
            }
        }
        Ok(())
    })
}

fn tell(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let (of, last) = if fact.kind == TOLD {
            let told: ToldFact = fact.decode()?;
            (told.of, told.firms.last().copied())
        } else {
            (fact.decode::<ForecastFact>()?, None)
        };
        if of.step.told() {
            let firms = store::batch(tx.conn(), of.forecast, last).await?;
            if !firms.is_empty() {
                tx.emit(&ToldFact { of, firms }).await?;
            }
        }
        Ok(())
    })
}

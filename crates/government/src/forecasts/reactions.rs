//! What follows when an item is published, and when firms have to be told: a hundred at a time, each lot in a write of its own.

use super::{
    facts::{ForecastFact, TOLD, ToldFact},
    store,
};
use crate::policies::PolicyFact;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("forecasts.open", |kind| kind == "policies.published", open),
        Reaction::new("forecasts.tell", |kind| kind.starts_with("forecasts."), tell),
    ]
}

fn open(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: PolicyFact = fact.decode()?;
        for row in store::lock_of_policy(&tx, fact.policy).await? {
            row.open(&tx, fact.policy).await?;
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

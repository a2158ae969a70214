//! What follows when the moment of a publication has come.

use super::{PolicyFact, PolicyVersionState, release::release, service::Writing, store};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("policies.publish_due", |kind| kind == "policies.due", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: PolicyFact = fact.decode()?;
        let writing = Writing::of(&tx, store::lock_any(&tx, fact.policy).await?).await?;
        // The department may have recalled it, or moved the moment, while this was on its way.
        let due = writing.latest.publish_at.is_some_and(|at| at <= tx.now());
        if writing.latest.state == PolicyVersionState::Scheduled && writing.row.latest == fact.number && due {
            release(&tx, &writing).await?;
        }
        Ok(())
    })
}

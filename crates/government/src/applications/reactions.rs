//! What happens when a limit is over: decided by how things stand then.

use super::{
    ApplicationState,
    facts::{ApplicationFact, ApplicationStep},
    steps::{Change, Writing},
    store,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("applications.limits", |kind| kind == "applications.overdue", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let late: ApplicationFact = fact.decode()?;
        let mut writing = Writing::of(&tx, store::lock_any(&tx, late.application).await?).await?;
        let row = &writing.row;
        let over = row.state == late.state && row.due_at.is_some_and(|due| due <= tx.now());
        let Some(to) = row.state.expire(row.course()).ok().filter(|_| over) else { return Ok(()) };
        let change = if to == ApplicationState::Lapsed {
            Change { told: Some(ApplicationStep::Lapsed), money: writing.release(), ..Change::default() }
        } else {
            Change { told: Some(ApplicationStep::Approved), amount: row.amount, ..Change::default() }
        };
        writing.move_to(to, change).await?;
        Ok(())
    })
}

//! What happens when a limit is over, decided by how things stand then; and the points that an application brings its enterprise.

use super::{
    ApplicationState,
    facts::{ApplicationFact, ApplicationStep},
    steps::{Change, Writing},
    store,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_insight::points::{PointEvent, PointSide, PointTrigger, award};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("applications.limits", |kind| kind == "applications.ended", run),
        Reaction::new("applications.points", |kind| event(kind).is_some(), give),
    ]
}

/// What points are given for (domain 2.10).
fn event(kind: &str) -> Option<PointEvent> {
    match kind {
        "applications.accepted" => Some(PointEvent::PolicyAccepted),
        "applications.paid" => Some(PointEvent::PolicyPaid),
        _ => None,
    }
}

fn give(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told: ApplicationFact = fact.decode()?;
        let Some(event) = event(&fact.kind) else { return Ok(()) };
        let whose = (PointSide::Enterprise, told.enterprise);
        award(&tx, &PointTrigger::new(event, whose, told.application, fact.at)).await?;
        Ok(())
    })
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

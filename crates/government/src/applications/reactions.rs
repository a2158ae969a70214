//! What happens when a limit is over, decided by how things stand then; and the points that an application brings its enterprise.

use super::{
    ApplicationState,
    facts::{ApplicationFact, ApplicationStep},
    steps::{Change, Writing},
    store,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_insight::points::{PointEvent, PointSide, PointTrigger, award, take_back};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("applications.limits", |kind| kind == "applications.ended", run),
        Reaction::new("applications.points", |kind| event(kind).is_some(), give),
        Reaction::new("applications.points_back", |kind| kind == "applications.recovered", take),
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

/// What was paid and has come back is no merit any more; that the application was taken up stays one.
fn take(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told: ApplicationFact = fact.decode()?;
        store::lock_any(&tx, told.application).await?;
        let paid = (PointEvent::PolicyPaid, told.application.into());
        take_back(&tx, told.enterprise, paid, "政策资金已追回").await?;
        Ok(())
    })
}

fn give(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told: ApplicationFact = fact.decode()?;
        let Some(event) = event(&fact.kind) else { return Ok(()) };
        // Reactions may come late: points for money that went back meanwhile are not given, whichever of the two runs first.
        let row = store::lock_any(&tx, told.application).await?;
        if event == PointEvent::PolicyPaid && row.state == ApplicationState::Recovered {
            return Ok(());
        }
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

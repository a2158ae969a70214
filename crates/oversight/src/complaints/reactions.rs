//! Silence confirms: what follows when the complainant's limit is over.

use super::{
    ComplaintAction, ComplaintFact, ComplaintState, ComplaintStep, Finding,
    entity::ActiveModel,
    steps::move_to,
    store::{self, Scope},
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_financing::servicing;

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("complaints.lapse", |kind| kind == "complaints.lapsed", run),
        Reaction::new("complaints.signal", |kind| kind == "complaints.closed", signal_lenders),
    ]
}

/// Of a complaint about an enterprise that was found justified its other lenders are told: that there is one, and not of what.
fn signal_lenders(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: ComplaintFact = fact.decode()?;
        let row = store::lock(&tx, Scope::Operator, fact.complaint).await?;
        match fact.about.filter(|_| row.finding == Some(Finding::Justified)) {
            Some(about) => {
                let text = "对该企业的投诉经平台核查属实";
                Ok(servicing::signal(&tx, about, Some(fact.complainant), text).await?)
            }
            None => Ok(()),
        }
    })
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: ComplaintFact = fact.decode()?;
        let row = store::lock(&tx, Scope::Operator, fact.complaint).await?;
        // The complainant may have spoken in the same moment.
        let over = row.due_at.is_some_and(|due| due <= tx.now());
        if row.state != ComplaintState::Answered || !over {
            return Ok(());
        }
        let to = row.after(ComplaintAction::Lapse)?;
        // Without anything left to be done this is the end of it, otherwise the step itself is told.
        let step = if to == ComplaintState::Closed { ComplaintStep::Closed } else { ComplaintStep::Confirmed };
        Ok(move_to(&tx, &row, ActiveModel::default(), to, step, None).await?)
    })
}

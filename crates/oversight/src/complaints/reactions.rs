//! Silence confirms: what follows when the complainant's limit is over.

use super::{
    ComplaintAction, ComplaintFact, ComplaintState, ComplaintStep,
    entity::ActiveModel,
    steps::move_to,
    store::{self, Scope},
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("complaints.lapse", |kind| kind == "complaints.lapsed", run)]
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

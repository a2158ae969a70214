//! What follows for products from what happens elsewhere.

use super::{cards::reprice, review_service::clear_shelf};
use crate::lpr::LprFact;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_platform::organizations::{OrgStep, OrganizationFact};

/// Reactions of this concept: only certified institutions stand on the shelf, and rates follow the LPR.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("products.clear_shelf", |kind| kind == "organizations.uncertified", run),
        Reaction::new("products.follow_lpr", |kind| kind == "lpr.changed", follow),
    ]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: OrganizationFact = fact.decode()?;
        if fact.step == OrgStep::Uncertified {
            clear_shelf(&tx, fact.org, fact.reason.as_deref()).await?;
        }
        Ok(())
    })
}

/// Some products at a time; the fact that goes on with the others is told in the same write.
fn follow(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: LprFact = fact.decode()?;
        if let Some(last) = reprice(&tx, &fact.quote, fact.after).await? {
            tx.emit(&LprFact { after: Some(last), ..fact }).await?;
        }
        Ok(())
    })
}

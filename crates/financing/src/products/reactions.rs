//! What follows for products from what happens elsewhere.

use super::review_service::clear_shelf;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_platform::organizations::{OrgStep, OrganizationFact};

/// Reactions of this concept: only certified institutions stand on the shelf.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("products.clear_shelf", |kind| kind == "organizations.uncertified", run)]
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

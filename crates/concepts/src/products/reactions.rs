//! What follows for products from what happens elsewhere.

use super::review_service::clear_shelf;
use crate::organizations::{OrgStep, OrganizationFact};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

/// Reactions of this concept: only certified institutions stand on the shelf.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction { name: "products.clear_shelf", wants: |kind| kind == "organizations.uncertified", run }]
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

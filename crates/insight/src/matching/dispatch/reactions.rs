//! The dispatch goes on when a demand is approved, when somebody takes it, lets it pass, or drops out, and
//! when its firm is no longer suspended.

use super::service;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_financing::{
    demands::{self, DemandFact},
    orders::OrderFact,
};
use jinqiao_platform::organizations::OrganizationFact;

const KINDS: [&str; 9] = [
    "demands.approved",
    "orders.passed",
    "orders.grabbed",
    "orders.retracted",
    "orders.declined",
    "orders.expired_ent",
    "orders.withdrawn",
    "orders.refused",
    "orders.left_held",
];

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("matching.dispatch", |kind| KINDS.contains(&kind), go_on),
        Reaction::new("matching.resume", |kind| kind == "organizations.resumed", resume),
        Reaction::new("matching.replace", |kind| kind == "orders.voided", replace),
    ]
}

fn go_on(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let demand = match fact.kind.as_str() {
            "demands.approved" => fact.decode::<DemandFact>()?.demand,
            _ => fact.decode::<OrderFact>()?.demand,
        };
        Ok(service::go_on(&tx, demand).await?)
    })
}

/// The dispatch of a firm's demands waited while it was suspended.
fn resume(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        for demand in demands::dispatched_of(tx.conn(), fact.decode::<OrganizationFact>()?.org).await? {
            service::go_on(&tx, demand).await?;
        }
        Ok(())
    })
}

/// The place of an institution that did nothing is offered to others (domain 2.2, row 3).
fn replace(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move { Ok(service::replace(&tx, fact.decode::<OrderFact>()?.demand).await?) })
}

//! The dispatch goes on when a demand is approved, and when somebody takes it, lets it pass, or drops out.

use super::service;
use crate::{demands::DemandFact, orders::OrderFact};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};

const KINDS: [&str; 8] = [
    "demands.approved",
    "orders.passed",
    "orders.grabbed",
    "orders.retracted",
    "orders.declined",
    "orders.expired_ent",
    "orders.withdrawn",
    "orders.refused",
];

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction { name: "matching.dispatch", wants: |kind| KINDS.contains(&kind), run: go_on },
        Reaction { name: "matching.replace", wants: |kind| kind == "orders.voided", run: replace },
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

/// The place of an institution that did nothing is offered to others (domain 2.2, row 3).
fn replace(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move { Ok(service::replace(&tx, fact.decode::<OrderFact>()?.demand).await?) })
}

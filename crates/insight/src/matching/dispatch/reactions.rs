//! The dispatch goes on when a demand is approved, when somebody takes it, lets it pass, or drops out, and
//! when its firm is no longer suspended.

use super::{comparison, service};
use jinqiao_db::{Db, Fact, Reaction, ReactionFuture, Tx};
use jinqiao_financing::{
    demands::{self, DemandFact, DemandState},
    orders::OrderFact,
};
use jinqiao_kernel::{DemandId, Result};
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
        Reaction::new("matching.dispatch", |kind| KINDS.contains(&kind), go_on).prepared(prepare_dispatched),
        Reaction::new("matching.resume", |kind| kind == "organizations.resumed", resume),
        Reaction::new("matching.replace", |kind| kind == "orders.voided", replace).prepared(prepare),
    ]
}

fn demand_of(fact: &Fact) -> Result<DemandId> {
    match fact.kind.as_str() {
        "demands.approved" => Ok(fact.decode::<DemandFact>()?.demand),
        _ => Ok(fact.decode::<OrderFact>()?.demand),
    }
}

/// On the open market nothing goes on by itself.
async fn prepare_dispatched(db: Db, fact: Fact) -> Result<()> {
    let demand = demands::by_id(db.read(), demand_of(&fact)?).await?;
    if demand.state == DemandState::Dispatched { comparison::prepare(&db, demand.id).await } else { Ok(()) }
}

async fn prepare(db: Db, fact: Fact) -> Result<()> {
    comparison::prepare(&db, demand_of(&fact)?).await
}

fn go_on(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move { Ok(service::go_on(&tx, demand_of(&fact)?).await?) })
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

//! Steps of the enterprise that end a demand together with its orders.

use super::{
    OrderStep,
    disputes::check_anonymous,
    entity::ActiveModel,
    steps::{Change, MOVED, follow, move_to},
    store,
};
use crate::demands::{self, Demand, DemandState, DemandStep, DemandTransition};
use jinqiao_db::{Asked, Db};
use jinqiao_kernel::{Actor, Checks, DemandId, Result};
use jinqiao_platform::reviews::{self, ReviewState};
use sea_orm::{IntoActiveModel, Set};

/// Takes a demand back; its undecided orders end with it.
///
/// # Errors
/// `demands.already_accepted` once an offer has been accepted; `demands.wrong_state`; `conflict.stale`; `validation`.
pub async fn withdraw(db: &Db, actor: &Actor, id: DemandId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    let asked: Asked<DemandTransition> = Asked::new(Demand::withdraw, "demands.withdraw", version);
    let (asked, lock) = (asked.because(reason), |tx| async move { demands::lock_own(&tx, actor.org, id).await });
    db.step(actor, id, &asked, lock, |tx, demand: Demand, state| async move {
        if demand.published_at.is_some() {
            check_anonymous(tx.conn(), demand.enterprise_id, "reason", reason).await?;
        }
        if demand.state == DemandState::Reviewing {
            reviews::decide(&tx, actor, demands::REVIEW, id.into(), ReviewState::Withdrawn).await?;
        }
        let mut change = demand.clone().into_active_model();
        change.live_orders = Set(0);
        let saved = demands::move_to(&tx, &demand, change, state, DemandStep::Withdrawn, Some(reason)).await?;
        for order in store::of_demand(tx.conn(), id).await? {
            let Ok(to) = order.state.withdraw_with_demand() else { continue };
            let change = Change::from(ActiveModel::default());
            move_to(&tx, &saved, &order, change, to, OrderStep::WithdrawnWithDemand, Some(reason.to_owned())).await?;
        }
        tx.call(MOVED, id).await
    })
    .await
}

/// Takes no further offers; undecided orders are lost.
///
/// # Errors
/// `demands.nothing_accepted`; `demands.wrong_state`; `conflict.stale`.
pub async fn complete(db: &Db, actor: &Actor, id: DemandId, version: i32) -> Result<()> {
    let asked: Asked<DemandTransition> = Asked::new(Demand::complete, "demands.complete", version);
    let lock = |tx| async move { demands::lock_own(&tx, actor.org, id).await };
    db.step(actor, id, &asked, lock, |tx, demand: Demand, _| async move { follow(&tx, &demand, true).await }).await
}

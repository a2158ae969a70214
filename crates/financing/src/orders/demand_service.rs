//! Steps of the enterprise that end a demand together with its orders.

use super::{
    OrderStep,
    entity::ActiveModel,
    steps::{Change, MOVED, follow, move_to},
    store,
};
use crate::demands::{self, DemandState, DemandStep};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Checks, DemandId, Error, Money, Result};
use jinqiao_platform::reviews::{self, ReviewState};
use sea_orm::{IntoActiveModel, Set};

/// Takes a demand back; its undecided orders end with it.
///
/// # Errors
/// `demands.already_accepted` once an offer has been accepted; `demands.wrong_state`; `conflict.stale`; `validation`.
pub async fn withdraw(db: &Db, actor: &Actor, id: DemandId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=500).done()?;
    db.write_once(Intent::by(actor, "demands.withdraw").on(id).detail(reason), |tx| async move {
        let demand = demands::lock_own(&tx, actor.org, id).await?;
        let state = demand.state.withdraw()?;
        if demand.accepted_amount > Money::ZERO {
            return Err(Error::conflict("demands.already_accepted", "已接受机构授信，不能撤回需求"));
        }
        if demand.state == DemandState::Reviewing {
            reviews::decide(&tx, actor, demands::REVIEW, id.into(), ReviewState::Withdrawn).await?;
        }
        let mut change = demand.clone().into_active_model();
        change.live_orders = Set(0);
        let step = DemandStep::Withdrawn;
        let saved = demands::move_to(&tx, &demand, change, version, state, step, Some(reason)).await?;
        for order in store::of_demand(tx.conn(), id).await? {
            let Ok(to) = order.state.withdraw_with_demand() else { continue };
            let change = Change::from(ActiveModel::default());
            move_to(&tx, &saved, &order, change, to, OrderStep::Fallen, Some(reason.to_owned())).await?;
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
    db.write_once(Intent::by(actor, "demands.complete").on(id), |tx| async move {
        let demand = demands::lock_own(&tx, actor.org, id).await?;
        demand.state.complete()?;
        if demand.version != version {
            return Err(Error::stale());
        }
        if demand.accepted_amount == Money::ZERO {
            return Err(Error::conflict("demands.nothing_accepted", "接受至少一家机构的授信后，才能停止接受其他报价"));
        }
        follow(&tx, &demand, true).await
    })
    .await
}

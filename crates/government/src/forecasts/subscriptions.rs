//! 订阅提醒: firms that want to be told.

use super::{ForecastState, bounds::SUBSCRIPTIONS, entity::subscription, store};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Error, Result};
use jinqiao_platform::organizations;
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use uuid::Uuid;

/// The firm wants to be told; asked for again it changes nothing.
///
/// # Errors
/// `forecasts.wrong_state` once the forecast has ended; `organizations.full`; `not_found`.
pub async fn subscribe(db: &Db, actor: &Actor, id: Uuid) -> Result<()> {
    db.write_once(Intent::by(actor, "forecasts.subscribe").on(id), |tx| async move {
        let row = store::listed(tx.conn(), id).await?;
        if row.state != ForecastState::Published {
            return Err(Error::conflict("forecasts.wrong_state", "预告已结束，不再提醒"));
        }
        // The firm's row is locked here, so that two requests at once do not both find none.
        organizations::check_room(&tx, actor.org, SUBSCRIPTIONS, store::counted(actor.org, id)).await?;
        if store::subscribed(tx.conn(), actor.org, id).await? {
            return Ok(());
        }
        let row = subscription::Model { forecast_id: id, enterprise_id: actor.org, created_at: tx.now() };
        subscription::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
        Ok(())
    })
    .await
}

/// The firm does not want to be told any more; asked for again it changes nothing.
///
/// # Errors
/// When the database fails.
pub async fn unsubscribe(db: &Db, actor: &Actor, id: Uuid) -> Result<()> {
    db.write_once(Intent::by(actor, "forecasts.unsubscribe").on(id), |tx| async move {
        subscription::Entity::delete_by_id((id, actor.org)).exec(tx.conn()).await?;
        Ok(())
    })
    .await
}

//! Moving the time on, and keeping it.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    facts::TimeMoved,
};
use crate::calendar::calendar;
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Error, Result, World, local_date};
use sea_orm::{ActiveModelTrait, ConnectionTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};
use std::time::Duration;

const ROW: i32 = 1;
/// Farther ahead nothing can be learnt, and the calendar has no days.
const MOST: i64 = 3 * 366 * 86_400;
/// How often another node looks whether the time was moved.
const LOOK: Duration = Duration::from_secs(2);

async fn kept(conn: &impl ConnectionTrait) -> Result<i64> {
    Ok(Entity::find_by_id(ROW).one(conn).await?.map_or(0, |row| row.seconds))
}

/// Moves the time to the beginning of the next working day, for everybody.
///
/// # Errors
/// `not_found` where nobody trains; `training.too_far` more than three years ahead.
pub async fn next_working_day(db: &Db, actor: &Actor) -> Result<()> {
    let shift = db.world().shift.as_ref().ok_or_else(Error::not_found)?;
    let ahead = db
        .write_once(Intent::by(actor, "training.next_working_day"), |tx| async move {
            let calendar = calendar(tx.conn()).await?;
            // From the evening of today on, the next day that works.
            // By what is kept and not by this process's own clock, which another move may not have reached yet.
            let before = kept(tx.conn()).await?;
            let now = tx.real_now() + TimeDelta::seconds(before);
            let next = calendar.begins(calendar.closes(local_date(now)));
            let ahead = before + (next - now).num_seconds().max(0) + 1;
            if ahead > MOST {
                return Err(Error::conflict("training.too_far", "培训时钟最多前移三年，请重新载入演示数据"));
            }
            keep(&tx, ahead).await?;
            tx.emit(&TimeMoved { now: next }).await?;
            Ok(ahead)
        })
        .await?;
    shift.grow_to(ahead);
    Ok(())
}

async fn keep(tx: &Tx, seconds: i64) -> Result<()> {
    let row = Model { id: ROW, seconds }.into_active_model();
    let again = OnConflict::column(Column::Id).update_column(Column::Seconds).to_owned();
    Entity::insert(ActiveModel::reset_all(row)).on_conflict(again).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Takes up the time where it was left. To be called before anything is served.
///
/// # Errors
/// For a database whose time was moved, in a world where it cannot be: what is stored lies in the future there.
pub async fn prepare(db: &Db) -> Result<()> {
    let (ahead, world): (i64, &World) = (kept(db.read()).await?, db.world());
    match &world.shift {
        Some(shift) => shift.grow_to(ahead),
        None if ahead > 0 => {
            return Err(Error::internal(
                "the time of this database was moved on for training: serve it with --demo, or begin with an empty one",
            ));
        }
        None => {}
    }
    Ok(())
}

/// Follows what other nodes do to the time, for ever.
pub async fn follow(db: &Db) {
    let Some(shift) = db.world().shift.clone() else { return };
    loop {
        tokio::time::sleep(LOOK).await;
        match kept(db.read()).await {
            Ok(ahead) => shift.grow_to(ahead),
            Err(error) => tracing::warn!(?error, "looking for the time"),
        }
    }
}

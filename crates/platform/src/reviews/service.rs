//! 领取: a reviewer takes waiting records in hand, so that two do not work at the same.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    facts::ClaimFact,
    model::{ReviewKind, ReviewState},
    parameters::{REVIEW_CLAIM_MINUTES, REVIEW_CLAIMS},
};
use crate::permissions::value_of;
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, DateTime, Error, Result, ReviewId};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait, Set,
    sea_query::{LockBehavior, LockType},
};

/// Records that a reviewer takes at once, at most.
pub const MOST_AT_ONCE: u64 = 20;

async fn locked(tx: &Tx, id: ReviewId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

async fn until(tx: &Tx) -> Result<DateTime> {
    Ok(tx.now() + TimeDelta::minutes(value_of(tx.conn(), REVIEW_CLAIM_MINUTES).await?))
}

async fn hold(tx: &Tx, id: ReviewId, holder: Option<(&Actor, DateTime)>) -> Result<()> {
    let held = ActiveModel {
        id: Set(id),
        claimed_by: Set(holder.map(|(actor, _)| actor.account)),
        claimed_name: Set(holder.map(|(actor, _)| actor.name.clone())),
        claimed_until: Set(holder.map(|(_, until)| until)),
        ..Default::default()
    };
    held.update(tx.conn()).await?;
    tx.emit(&ClaimFact { review: id }).await
}

/// How many more records the reviewer may take in hand, beside those that it has and `but`.
///
/// # Errors
/// `reviews.claimed_enough` when it has as many as anybody may.
async fn room(tx: &Tx, actor: &Actor, but: Option<ReviewId>) -> Result<u64> {
    let most = u64::try_from(value_of(tx.conn(), REVIEW_CLAIMS).await?).unwrap_or_default();
    let held = Entity::find()
        .filter(Column::ClaimedBy.eq(actor.account))
        .filter(Column::ClaimedUntil.gt(tx.now()))
        .filter(Column::State.eq(ReviewState::Waiting))
        .apply_if(but, |select, but| select.filter(Column::Id.ne(but)));
    let held = held.count(tx.conn()).await?;
    if held < most {
        return Ok(most - held);
    }
    let message = format!("您已领取 {held} 项，请先办结或放回后再领取");
    Err(Error::conflict("reviews.claimed_enough", message))
}

/// Takes a waiting record in hand, or keeps it there for as long again.
///
/// # Errors
/// `not_found`; `reviews.not_waiting`; `reviews.claimed` while another has it; `reviews.claimed_enough`.
pub async fn claim(db: &Db, actor: &Actor, id: ReviewId) -> Result<()> {
    db.write_once(Intent::by(actor, "reviews.claim").on(id), |tx| async move {
        let row = locked(&tx, id).await?;
        row.check_waiting()?;
        row.check_free(actor, tx.now())?;
        room(&tx, actor, Some(id)).await?;
        hold(&tx, id, Some((actor, until(&tx).await?))).await
    })
    .await
}

/// Gives a record back that the reviewer has in hand; one that it does not have stays as it is.
///
/// # Errors
/// `not_found`.
pub async fn release(db: &Db, actor: &Actor, id: ReviewId) -> Result<()> {
    db.write_once(Intent::by(actor, "reviews.release").on(id), |tx| async move {
        let row = locked(&tx, id).await?;
        if row.claimed_by == Some(actor.account) { hold(&tx, id, None).await } else { Ok(()) }
    })
    .await
}

/// Takes what has waited longest, of one kind or of all, in hand: at most `count` of what nobody has; how many it were.
///
/// # Errors
/// `reviews.claimed_enough`.
pub async fn claim_next(db: &Db, actor: &Actor, kind: Option<ReviewKind>, count: u64) -> Result<usize> {
    let ids = db
        .write_once(Intent::by(actor, "reviews.claim_next"), |tx| async move {
            let count = count.min(room(&tx, actor, None).await?);
            let free = Condition::any().add(Column::ClaimedUntil.is_null()).add(Column::ClaimedUntil.lte(tx.now()));
            let mut waiting = Entity::find().filter(Column::State.eq(ReviewState::Waiting)).filter(free);
            if let Some(kind) = kind {
                waiting = waiting.filter(Column::Kind.eq(kind.name));
            }
            let waiting = waiting.order_by_asc(Column::SubmittedAt).order_by_asc(Column::Id).limit(count);
            // Two who take at the same time get different ones.
            let waiting = waiting.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
            let ids: Vec<ReviewId> = waiting.select_only().column(Column::Id).into_tuple().all(tx.conn()).await?;
            let until = until(&tx).await?;
            for id in &ids {
                hold(&tx, *id, Some((actor, until))).await?;
            }
            Ok(ids)
        })
        .await?;
    Ok(ids.len())
}

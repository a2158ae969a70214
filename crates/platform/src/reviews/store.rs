//! The queue's table.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    facts::ReviewFact,
    model::{ReviewKind, ReviewState, Submission, not_waiting},
    parameters::REVIEW_DAYS,
};
use crate::{calendar::calendar, permissions::days_of};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{Actor, Page, PageQuery, Result, ReviewId};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Set};
use std::collections::HashMap;
use uuid::Uuid;

/// How long before its end the limit is called to mind, minutes of working time (domain 2.1: T-2 h).
const REMIND_BEFORE: i64 = 2 * 60;

async fn find(tx: &Tx, kind: ReviewKind, subject: Uuid) -> Result<Option<Model>> {
    let found = Entity::find().filter(Column::Kind.eq(kind.name)).filter(Column::SubjectId.eq(subject));
    Ok(found.lock_exclusive().one(tx.conn()).await?)
}

/// Puts a record into the queue, or back into it for another round.
pub async fn submit(tx: &Tx, submission: Submission) -> Result<()> {
    let Submission { kind, subject, org, org_name, title } = submission;
    let known = find(tx, kind, subject).await?;
    let days = days_of(tx.conn(), REVIEW_DAYS).await?;
    let calendar = calendar(tx.conn()).await?;
    let due_at = calendar.due(tx.now(), days);
    let id = known.as_ref().map_or_else(|| tx.id::<ReviewId>(), |row| row.id);
    let told = |over| ReviewFact { review: id, title: title.clone(), over };
    let reminder = (calendar.before(due_at, REMIND_BEFORE), told(false));
    tx.watch(id, [reminder], [(due_at, told(true))]).await?;
    let row = ActiveModel {
        id: Set(id),
        kind: Set(kind.name.into()),
        subject_id: Set(subject),
        org_id: Set(org),
        org_name: Set(org_name),
        title: Set(title),
        round: Set(known.as_ref().map_or(1, |row| row.round + 1)),
        state: Set(ReviewState::Waiting),
        submitted_at: Set(tx.now()),
        due_at: Set(Some(due_at)),
        decided_at: Set(None),
        decided_by: Set(None),
        claimed_by: Set(None),
        claimed_name: Set(None),
        claimed_until: Set(None),
    };
    match known {
        None => Entity::insert(row).exec_without_returning(tx.conn()).await.map(|_| ())?,
        Some(_) => row.update(tx.conn()).await.map(|_| ())?,
    }
    Ok(())
}

/// Takes a waiting record out of the queue.
///
/// # Errors
/// `reviews.not_waiting` when somebody else was faster; `reviews.claimed` while another reviewer has it in hand. Whoever submitted it
/// may take it back all the same.
pub async fn decide(tx: &Tx, actor: &Actor, kind: ReviewKind, subject: Uuid, state: ReviewState) -> Result<()> {
    let waiting = find(tx, kind, subject).await?.ok_or_else(not_waiting)?;
    waiting.check_waiting()?;
    if state != ReviewState::Withdrawn {
        waiting.check_free(actor, tx.now())?;
    }
    tx.disarm(waiting.id).await?;
    let mut row = waiting.into_active_model();
    row.state = Set(state);
    row.decided_at = Set(Some(tx.now()));
    row.decided_by = Set(Some(actor.name.clone()));
    (row.claimed_by, row.claimed_name, row.claimed_until) = (Set(None), Set(None), Set(None));
    row.update(tx.conn()).await?;
    Ok(())
}

pub(super) async fn page(
    db: &Db,
    kind: Option<ReviewKind>,
    state: Option<ReviewState>,
    holder: Option<&Actor>,
    wanted: &PageQuery,
) -> Result<Page<Model>> {
    let mut select = Entity::find();
    if let Some(holder) = holder {
        select = select.filter(Column::ClaimedBy.eq(holder.account)).filter(Column::ClaimedUntil.gt(db.world().now()));
    }
    if let Some(kind) = kind {
        select = select.filter(Column::Kind.eq(kind.name));
    }
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state));
    }
    // What has waited longest comes first; what is decided is looked up from the newest.
    let select = match state {
        Some(ReviewState::Waiting) => select.order_by_asc(Column::SubmittedAt).order_by_asc(Column::Id),
        _ => select.order_by_desc(Column::SubmittedAt).order_by_desc(Column::Id),
    };
    page_of(db.read(), select, wanted).await
}

/// How much waits, by the name of the kind.
pub(super) async fn waiting(db: &Db) -> Result<HashMap<String, i64>> {
    let waiting = Entity::find().filter(Column::State.eq(ReviewState::Waiting)).select_only().column(Column::Kind);
    let counts: Vec<(String, i64)> =
        waiting.column_as(Column::Id.count(), "waiting").group_by(Column::Kind).into_tuple().all(db.read()).await?;
    Ok(counts.into_iter().collect())
}

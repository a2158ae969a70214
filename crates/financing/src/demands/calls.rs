//! 人工推介: demands on the open market that nobody has answered, for the operator to make calls, and for the government
//! without names (domain 2.1, `open` and `closed_unmatched`).

use super::{
    DemandState, DemandStep, MarketDemand,
    entity::{Column, Entity},
    facts::fact,
    grants::UNMATCHED_READ,
    store,
};
use axum::{extract::State, http::StatusCode};
use chrono::TimeDelta;
use jinqiao_db::{Db, Fact, Intent, facts_among, page_of, page_of_either};
use jinqiao_http::{Answer, AnyUser, AppState, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{Actor, Checks, DateTime, DemandId, Error, Page, PageQuery, Result, day_begins, local_date};
use jinqiao_platform::{organizations, reviews::REVIEWS_HANDLE};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// For how many days the government sees what was closed unmatched.
const SHOWN_DAYS: i64 = 90;

/// A demand that nobody has answered, with whom to call.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct UnansweredDemand {
    demand: MarketDemand,
    enterprise_name: String,
    contact_name: String,
    /// Masked.
    mobile: String,
    /// Since when the operator should call.
    unanswered_at: Option<DateTime>,
    /// When its time on the market ends.
    closes_at: Option<DateTime>,
    /// What was said last, and when.
    followed_up: Option<FollowUp>,
}

/// What the operator noted of a call.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct FollowUp {
    at: DateTime,
    note: String,
}

/// A demand without an offer. Nothing in it names the enterprise.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct UnmatchedDemand {
    demand: MarketDemand,
    since: DateTime,
}

/// A note on a call.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUpIn {
    /// With whom, and what came of it; 5 to 300 characters. The enterprise reads it.
    #[schema(min_length = 5, max_length = 300)]
    note: String,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(REVIEWS_HANDLE, routes!(unanswered)))
        .routes(guarded(REVIEWS_HANDLE, routes!(follow_up)))
        .routes(guarded(UNMATCHED_READ, routes!(unmatched)))
}

/// Demands that wait for a call, longest first.
#[utoipa::path(get, path = "/operator/unanswered-demands", tag = "demands", params(PageQuery), responses((status = 200, body = Page<UnansweredDemand>)))]
async fn unanswered(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<UnansweredDemand>>> {
    let conn = &app.db.answer();
    let select = Entity::find().filter(Column::UnansweredAt.is_not_null()).order_by_asc(Column::UnansweredAt);
    let Page { items, total, capped, page, size } = page_of(conn, select.order_by_asc(Column::Id), &page).await?;
    let orgs = organizations::names(conn, items.iter().map(|row| row.enterprise_id)).await?;
    let mut calls = last_calls(conn, items.iter().map(|row| row.id)).await?;
    let mut views = vec![];
    for row in items {
        let org = orgs.get(&row.enterprise_id).ok_or_else(Error::not_found)?;
        views.push(UnansweredDemand {
            enterprise_name: org.name.clone(),
            contact_name: org.contact_name.clone(),
            mobile: org.mobile_masked(&app.vault)?,
            unanswered_at: row.unanswered_at,
            closes_at: row.due_at,
            followed_up: calls.remove(&Uuid::from(row.id)),
            demand: MarketDemand::new(row, 0, None),
        });
    }
    Ok(Json(Page { items: views, total, capped, page, size }))
}

/// The last call about each of the demands.
async fn last_calls(
    conn: &impl ConnectionTrait,
    demands: impl Iterator<Item = DemandId>,
) -> Result<HashMap<Uuid, FollowUp>> {
    let facts = facts_among(conn, demands.map(Uuid::from), "demands.followed_up").await?;
    let call = |fact: &Fact| {
        let note = fact.decode::<super::DemandFact>()?.reason.unwrap_or_default();
        Ok((fact.subject, FollowUp { at: fact.at, note }))
    };
    facts.iter().map(call).collect()
}

/// Notes a call about a demand.
#[utoipa::path(post, path = "/operator/demands/{id}/follow-up", tag = "demands", params(("id" = DemandId, Path)), request_body = FollowUpIn, responses((status = 204)))]
async fn follow_up(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<DemandId>,
    Json(input): Json<FollowUpIn>,
) -> Answer<StatusCode> {
    note(&app.db, &user, id, &input.note).await?;
    Ok(StatusCode::NO_CONTENT)
}

async fn note(db: &Db, actor: &Actor, id: DemandId, note: &str) -> Result<()> {
    Checks::new().text("note", note, 5..=300).done()?;
    db.write_once(Intent::by(actor, "demands.follow_up").on(id), |tx| async move {
        let row = store::lock_any(&tx, id).await?;
        if row.unanswered_at.is_none() {
            return Err(Error::conflict("demands.wrong_state", "该需求目前不在人工推介名单中"));
        }
        tx.emit(&fact(&row, row.state, DemandStep::FollowedUp, Some(note.trim().to_owned()))).await
    })
    .await
}

/// Demands that nobody has answered, and those that were closed for it in the last 90 days; without names.
#[utoipa::path(get, path = "/oversight/unmatched-demands", tag = "demands", params(PageQuery), responses((status = 200, body = Page<UnmatchedDemand>)))]
async fn unmatched(
    State(app): State<AppState>,
    _: AnyUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<UnmatchedDemand>>> {
    let conn = app.db.read();
    // From the beginning of a day: what is shown is the same for everybody who looks.
    let since = day_begins(local_date(app.db.world().now() - TimeDelta::days(SHOWN_DAYS)));
    // Each of the two by an index of its own.
    let waiting = Entity::find().filter(Column::UnansweredAt.gt(DateTime::UNIX_EPOCH));
    let closed = Entity::find()
        .filter(Column::State.eq(DemandState::ClosedUnmatched))
        .filter(Column::PublishedAt.is_not_null())
        // Not as a condition of its own: all that nobody waits for would be walked by the index of the others.
        .filter(ExprTrait::eq(Column::UnansweredAt.is_null(), true))
        .filter(Column::UpdatedAt.gte(since));
    let ids = page_of_either(conn, [waiting, closed], [Column::Id, Column::UpdatedAt], &page).await?;
    let mut rows = store::by_ids(conn, ids.items.iter().copied()).await?;
    let rows = ids.try_map(|id: DemandId| rows.remove(&id).ok_or_else(Error::not_found))?;
    Ok(Json(rows.map(|row| UnmatchedDemand {
        since: row.unanswered_at.unwrap_or(row.updated_at),
        demand: MarketDemand::new(row, 0, None),
    })))
}

//! The operator's queue.

use super::{
    model::{ReviewKind, ReviewState},
    store,
};
use crate::{
    calendar::{Due, WorkCalendar, calendar},
    permissions::perm,
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Query, Routes, guarded};
use jinqiao_kernel::{DateTime, Page, PageQuery, ReviewId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

/// An entry of the queue.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReviewItem {
    id: ReviewId,
    kind: ReviewKind,
    subject_id: Uuid,
    title: String,
    organization_name: String,
    /// Which submission this is: 1, then one more after each correction.
    round: i32,
    state: ReviewState,
    submitted_at: DateTime,
    /// While it waits.
    due: Option<Due>,
    decided_at: Option<DateTime>,
    decided_by: Option<String>,
}

impl ReviewItem {
    fn new(row: store::entity::Model, calendar: &WorkCalendar, now: DateTime) -> Self {
        let due = row.due_at.filter(|_| row.state == ReviewState::Waiting);
        Self {
            due: due.map(|at| Due::new(calendar, at, now)),
            id: row.id,
            kind: row.kind,
            subject_id: row.subject_id,
            title: row.title,
            organization_name: row.org_name,
            round: row.round,
            state: row.state,
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
            decided_by: row.decided_by,
        }
    }
}

/// How much waits.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReviewCounts {
    organization: u64,
    demand: u64,
    certification: u64,
    rating_appeal: u64,
    product: u64,
    second_credit: u64,
}

#[derive(Deserialize, IntoParams)]
struct Filter {
    kind: Option<ReviewKind>,
    state: Option<ReviewState>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(perm::REVIEWS_HANDLE, routes!(list)))
        .routes(guarded(perm::REVIEWS_HANDLE, routes!(counts)))
}

/// The queue, longest waiting first.
#[utoipa::path(get, path = "/operator/reviews", tag = "reviews", params(Filter, PageQuery), responses((status = 200, body = Page<ReviewItem>)))]
async fn list(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ReviewItem>>> {
    let page = store::page(&app.db, filter.kind, filter.state, &page).await?;
    let (calendar, now) = (calendar(app.db.read()).await?, app.db.world().now());
    Ok(Json(page.map(|row| ReviewItem::new(row, &calendar, now))))
}

/// How much waits, by kind.
#[utoipa::path(get, path = "/operator/reviews/counts", tag = "reviews", responses((status = 200, body = ReviewCounts)))]
async fn counts(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<ReviewCounts>> {
    Ok(Json(ReviewCounts {
        organization: store::waiting(&app.db, ReviewKind::Organization).await?,
        demand: store::waiting(&app.db, ReviewKind::Demand).await?,
        certification: store::waiting(&app.db, ReviewKind::Certification).await?,
        rating_appeal: store::waiting(&app.db, ReviewKind::RatingAppeal).await?,
        product: store::waiting(&app.db, ReviewKind::Product).await?,
        second_credit: store::waiting(&app.db, ReviewKind::SecondCredit).await?,
    }))
}

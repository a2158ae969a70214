//! The operator's queue.

use super::{
    entity::Model,
    grants::REVIEWS_HANDLE,
    model::{ReviewKind, ReviewKindName, ReviewState},
    store,
};
use crate::{
    calendar::{Due, WorkCalendar, calendar},
    concept::Chapters,
};
use axum::{Extension, extract::State};
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Query, Routes, guarded};
use jinqiao_kernel::{Actor, DateTime, Error, Page, PageQuery, Result, ReviewId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

/// An entry of the queue.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReviewItem {
    id: ReviewId,
    kind: ReviewKindName,
    /// The kind, as people read it.
    kind_text: String,
    /// Path of the page where it is decided.
    link: String,
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
    /// Who has it in hand.
    claim: Option<Claim>,
}

/// Who has an entry in hand: nobody else decides it meanwhile.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Claim {
    by: String,
    /// It is whoever asks.
    own: bool,
    until: DateTime,
}

impl ReviewItem {
    fn new(row: Model, kind: Option<ReviewKind>, calendar: &WorkCalendar, now: DateTime, actor: &Actor) -> Self {
        let claim =
            row.holder(now).map(|(holder, name, until)| Claim { by: name.into(), own: holder == actor.account, until });
        let due = row.due_at.filter(|_| row.state == ReviewState::Waiting);
        Self {
            due: due.map(|at| Due::new(calendar, at, now)),
            id: row.id,
            kind_text: kind.map_or_else(|| row.kind.clone(), |kind| kind.text.into()),
            link: kind.map(|kind| format!("{}/{}", kind.page, row.subject_id)).unwrap_or_default(),
            kind: ReviewKindName(row.kind),
            subject_id: row.subject_id,
            title: row.title,
            organization_name: row.org_name,
            round: row.round,
            state: row.state,
            submitted_at: row.submitted_at,
            decided_at: row.decided_at,
            decided_by: row.decided_by,
            claim,
        }
    }
}

/// How much of a kind waits.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReviewCount {
    kind: ReviewKindName,
    /// The kind, as people read it.
    text: String,
    waiting: i64,
}

#[derive(Deserialize, IntoParams)]
struct Filter {
    kind: Option<ReviewKindName>,
    state: Option<ReviewState>,
    /// Only what whoever asks has in hand.
    #[serde(default)]
    own: bool,
}

/// The kind of a name.
pub(super) fn kind_named(chapters: Chapters, kind: &ReviewKindName) -> Result<ReviewKind> {
    chapters.reviews().find(|known| known.name == kind.0).ok_or_else(|| Error::field("kind", "没有这一类别"))
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(REVIEWS_HANDLE, routes!(list))).routes(guarded(REVIEWS_HANDLE, routes!(counts)))
}

/// The queue, longest waiting first.
#[utoipa::path(get, path = "/operator/reviews", tag = "reviews", params(Filter, PageQuery), responses((status = 200, body = Page<ReviewItem>)))]
async fn list(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: OperatorUser,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ReviewItem>>> {
    let kind = filter.kind.map(|kind| kind_named(chapters, &kind)).transpose()?;
    let page = store::page(&app.db, kind, filter.state, filter.own.then_some(&*user), &page).await?;
    let (calendar, now) = (calendar(app.db.read()).await?, app.db.world().now());
    Ok(Json(page.map(|row| {
        let kind = chapters.reviews().find(|kind| kind.name == row.kind);
        ReviewItem::new(row, kind, &calendar, now, &user)
    })))
}

/// How much waits, by kind.
#[utoipa::path(get, path = "/operator/reviews/counts", tag = "reviews", responses((status = 200, body = Vec<ReviewCount>)))]
async fn counts(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    _: OperatorUser,
) -> Answer<Json<Vec<ReviewCount>>> {
    let waiting = store::waiting(&app.db).await?;
    let count = |kind: ReviewKind| ReviewCount {
        kind: ReviewKindName(kind.name.into()),
        text: kind.text.into(),
        waiting: waiting.get(kind.name).copied().unwrap_or_default(),
    };
    Ok(Json(chapters.reviews().map(count).collect()))
}

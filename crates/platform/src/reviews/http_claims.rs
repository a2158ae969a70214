//! Who has what in hand, and how much each reviewer does.

use super::{
    grants::REVIEWS_HANDLE,
    http::kind_named,
    model::ReviewKindName,
    reviewers::{self, Reviewer},
    service,
};
use crate::concept::Chapters;
use axum::{Extension, extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::{Checks, ReviewId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Which records a reviewer takes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ClaimNextIn {
    /// Only of this kind.
    kind: Option<ReviewKindName>,
    /// At most so many.
    #[schema(minimum = 1, maximum = 20)]
    count: u64,
}

/// What a reviewer took.
#[derive(Serialize, Deserialize, ToSchema)]
struct Claimed {
    /// How many; fewer than asked for where fewer wait.
    claimed: usize,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(REVIEWS_HANDLE, routes!(claim, release)))
        .routes(guarded(REVIEWS_HANDLE, routes!(claim_next)))
        .routes(guarded(REVIEWS_HANDLE, routes!(load)))
}

/// Takes a waiting record in hand, or keeps it there for as long again: nobody else decides it meanwhile.
#[utoipa::path(post, path = "/operator/reviews/{id}/claim", tag = "reviews", params(("id" = ReviewId, Path)), responses((status = 204)))]
async fn claim(State(app): State<AppState>, user: OperatorUser, Path(id): Path<ReviewId>) -> Answer<StatusCode> {
    service::claim(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Gives a record back.
#[utoipa::path(delete, path = "/operator/reviews/{id}/claim", tag = "reviews", params(("id" = ReviewId, Path)), responses((status = 204)))]
async fn release(State(app): State<AppState>, user: OperatorUser, Path(id): Path<ReviewId>) -> Answer<StatusCode> {
    service::release(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Takes what has waited longest and nobody has in hand.
#[utoipa::path(post, path = "/operator/reviews/claims", tag = "reviews", request_body = ClaimNextIn, responses((status = 200, body = Claimed)))]
async fn claim_next(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: OperatorUser,
    Json(input): Json<ClaimNextIn>,
) -> Answer<Json<Claimed>> {
    let count = input.count;
    Checks::new().that("count", (1..=service::MOST_AT_ONCE).contains(&count), "一次可以领取 1 至 20 件").done()?;
    let kind = input.kind.map(|kind| kind_named(chapters, &kind)).transpose()?;
    Ok(Json(Claimed { claimed: service::claim_next(&app.db, &user, kind, count).await? }))
}

/// How much each reviewer has in hand, and decided in the last seven days; most first.
#[utoipa::path(get, path = "/operator/reviews/load", tag = "reviews", responses((status = 200, body = Vec<Reviewer>)))]
async fn load(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<Reviewer>>> {
    Ok(Json(reviewers::all(&app.db).await?))
}

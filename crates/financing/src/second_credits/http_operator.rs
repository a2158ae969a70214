//! Routes of the operator, who reviews where earlier ratings are missing or low.

use super::{read, service, view::SecondReviewView};
use crate::orders::ReasonIn;
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::SecondCreditId;
use jinqiao_platform::reviews::REVIEWS_HANDLE;
use utoipa_axum::routes;

/// Routes of the operator.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(REVIEWS_HANDLE, routes!(read_one)))
        .routes(guarded(REVIEWS_HANDLE, routes!(approve)))
        .routes(guarded(REVIEWS_HANDLE, routes!(refuse)))
}

async fn view(app: &AppState, user: &OperatorUser, id: SecondCreditId) -> Answer<Json<SecondReviewView>> {
    Ok(Json(read::for_review(&app.db, user, id).await?))
}

/// A second credit under review, with what both sides said of each other.
#[utoipa::path(get, path = "/operator/second-credits/{id}", tag = "orders", params(("id" = SecondCreditId, Path)), responses((status = 200, body = SecondReviewView)))]
async fn read_one(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<SecondCreditId>,
) -> Answer<Json<SecondReviewView>> {
    view(&app, &user, id).await
}

/// Lets it go on.
#[utoipa::path(post, path = "/operator/second-credits/{id}/approve", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), responses((status = 200, body = SecondReviewView)))]
async fn approve(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<SecondReviewView>> {
    service::allow(&app.db, &user, id, version).await?;
    view(&app, &user, id).await
}

/// Does not let it go on; both sides read why.
#[utoipa::path(post, path = "/operator/second-credits/{id}/refuse", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondReviewView)))]
async fn refuse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondReviewView>> {
    service::forbid(&app.db, &user, id, version, &input.reason).await?;
    view(&app, &user, id).await
}

//! Routes of the department.

use super::{
    grants::ADJUSTMENTS_OWN,
    http_operator::AdjustmentReasonIn,
    report::{self, AdjustmentIn},
    steps, store,
    view::{self, AdjustmentDetail, AdjustmentRow},
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, GovernmentUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery};
use utoipa_axum::routes;
use uuid::Uuid;

/// Routes of the department.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ADJUSTMENTS_OWN, routes!(list)))
        .routes(guarded(ADJUSTMENTS_OWN, routes!(create)))
        .routes(guarded(ADJUSTMENTS_OWN, routes!(read)))
        .routes(guarded(ADJUSTMENTS_OWN, routes!(recall)))
}

async fn seen(app: &AppState, user: &GovernmentUser, id: Uuid) -> Answer<Json<AdjustmentDetail>> {
    let row = store::one(app.db.read(), Some(user.org), id).await?;
    Ok(Json(view::detail(&app.db, user, row).await?))
}

/// Notices of the own department, newest first.
#[utoipa::path(get, path = "/government/adjustments", tag = "adjustments", params(PageQuery), responses((status = 200, body = Page<AdjustmentRow>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AdjustmentRow>>> {
    let rows = store::own_page(&app.db, user.org, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// Reports that a policy has changed.
#[utoipa::path(post, path = "/government/adjustments", tag = "adjustments", request_body = AdjustmentIn, responses((status = 201, body = AdjustmentDetail)))]
async fn create(
    State(app): State<AppState>,
    user: GovernmentUser,
    Json(input): Json<AdjustmentIn>,
) -> Answer<(StatusCode, Json<AdjustmentDetail>)> {
    let id = report::report(&app.db, &user, &input).await?;
    Ok((StatusCode::CREATED, seen(&app, &user, id).await?))
}

/// One notice of the own department.
#[utoipa::path(get, path = "/government/adjustments/{id}", tag = "adjustments", params(("id" = Uuid, Path)), responses((status = 200, body = AdjustmentDetail)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<AdjustmentDetail>> {
    seen(&app, &user, id).await
}

/// Takes its explanation down from the pages of its items.
#[utoipa::path(post, path = "/government/adjustments/{id}/recall", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), request_body = AdjustmentReasonIn, responses((status = 200, body = AdjustmentDetail)))]
async fn recall(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdjustmentReasonIn>,
) -> Answer<Json<AdjustmentDetail>> {
    steps::recall(&app.db, &user, id, version, &input.reason).await?;
    seen(&app, &user, id).await
}

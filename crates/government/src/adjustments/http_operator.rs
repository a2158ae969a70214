//! Routes of the operator.

use super::{
    grants::ADJUSTMENTS_HANDLE,
    steps,
    store::{self, AdjustmentFilter},
    view::{self, AdjustmentCounts, AdjustmentDetail, AdjustmentRow},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// What the pages of the items will say.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentNoteIn {
    /// 10 to 2000 characters.
    #[schema(max_length = 2000)]
    text: String,
}

/// Why it goes back, or its explanation is taken down.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdjustmentReasonIn {
    /// 5 to 500 characters.
    #[schema(max_length = 500)]
    pub(super) reason: String,
}

/// Routes of the operator.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(list)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(counts)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(read)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(take)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(renew)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(explain)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(recall)))
        .routes(guarded(ADJUSTMENTS_HANDLE, routes!(give_back)))
}

async fn seen(app: &AppState, user: &OperatorUser, id: Uuid) -> Answer<Json<AdjustmentDetail>> {
    let row = store::one(app.db.read(), None, id).await?;
    Ok(Json(view::detail(&app.db, user, row).await?))
}

/// Notices of all departments.
#[utoipa::path(get, path = "/operator/adjustments", tag = "adjustments", params(AdjustmentFilter, PageQuery), responses((status = 200, body = Page<AdjustmentRow>)))]
async fn list(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<AdjustmentFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AdjustmentRow>>> {
    let rows = store::page(&app.db, &filter, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// How many wait, and how many are late.
#[utoipa::path(get, path = "/operator/adjustments/counts", tag = "adjustments", responses((status = 200, body = AdjustmentCounts)))]
async fn counts(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<AdjustmentCounts>> {
    Ok(Json(view::counts(&app.db).await?))
}

/// One notice.
#[utoipa::path(get, path = "/operator/adjustments/{id}", tag = "adjustments", params(("id" = Uuid, Path)), responses((status = 200, body = AdjustmentDetail)))]
async fn read(State(app): State<AppState>, user: OperatorUser, Path(id): Path<Uuid>) -> Answer<Json<AdjustmentDetail>> {
    seen(&app, &user, id).await
}

/// Takes it in hand.
#[utoipa::path(post, path = "/operator/adjustments/{id}/take", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), responses((status = 200, body = AdjustmentDetail)))]
async fn take(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
) -> Answer<Json<AdjustmentDetail>> {
    steps::take(&app.db, &user, id, version).await?;
    seen(&app, &user, id).await
}

/// Confirms that its items were published anew since.
#[utoipa::path(post, path = "/operator/adjustments/{id}/renew", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), responses((status = 200, body = AdjustmentDetail)))]
async fn renew(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
) -> Answer<Json<AdjustmentDetail>> {
    steps::renew(&app.db, &user, id, version).await?;
    seen(&app, &user, id).await
}

/// Explains it on the pages of its items.
#[utoipa::path(post, path = "/operator/adjustments/{id}/explain", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), request_body = AdjustmentNoteIn, responses((status = 200, body = AdjustmentDetail)))]
async fn explain(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdjustmentNoteIn>,
) -> Answer<Json<AdjustmentDetail>> {
    steps::explain(&app.db, &user, id, version, &input.text).await?;
    seen(&app, &user, id).await
}

/// Sends it back to the department.
#[utoipa::path(post, path = "/operator/adjustments/{id}/return", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), request_body = AdjustmentReasonIn, responses((status = 200, body = AdjustmentDetail)))]
async fn give_back(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdjustmentReasonIn>,
) -> Answer<Json<AdjustmentDetail>> {
    steps::give_back(&app.db, &user, id, version, &input.reason).await?;
    seen(&app, &user, id).await
}

/// Takes its explanation down from the pages of its items.
#[utoipa::path(post, path = "/operator/adjustments/{id}/recall", tag = "adjustments", params(("id" = Uuid, Path), IfMatch), request_body = AdjustmentReasonIn, responses((status = 200, body = AdjustmentDetail)))]
async fn recall(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdjustmentReasonIn>,
) -> Answer<Json<AdjustmentDetail>> {
    steps::recall(&app.db, &user, id, version, &input.reason).await?;
    seen(&app, &user, id).await
}

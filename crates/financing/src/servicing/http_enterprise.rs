//! Routes of the enterprise.

use super::{
    grants::LOANS_ENTERPRISE,
    read, service,
    store::DrawFilter,
    view::{DrawDetail, DrawView},
};
use crate::orders::ReasonIn;
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DrawId, FileId, OrderId, Page, PageQuery};
use utoipa_axum::routes;

/// Routes of the enterprise.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(LOANS_ENTERPRISE, routes!(list)))
        .routes(guarded(LOANS_ENTERPRISE, routes!(read_one)))
        .routes(guarded(LOANS_ENTERPRISE, routes!(of_order)))
        .routes(guarded(LOANS_ENTERPRISE, routes!(confirm)))
        .routes(guarded(LOANS_ENTERPRISE, routes!(reject)))
        .routes(guarded(LOANS_ENTERPRISE, routes!(file)))
}

async fn own(app: &AppState, user: &EnterpriseUser, id: DrawId) -> Answer<Json<DrawDetail>> {
    Ok(Json(read::one(&app.db, user, id).await?))
}

/// The own loans, those that end first at first.
#[utoipa::path(get, path = "/enterprise/draws", tag = "servicing", params(DrawFilter, PageQuery), responses((status = 200, body = Page<DrawView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<DrawFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<DrawView>>> {
    Ok(Json(read::page(&app.db, &user, &filter, &page).await?))
}

/// One loan with its plan, repayments and checks.
#[utoipa::path(get, path = "/enterprise/draws/{id}", tag = "servicing", params(("id" = DrawId, Path)), responses((status = 200, body = DrawDetail)))]
async fn read_one(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DrawId>,
) -> Answer<Json<DrawDetail>> {
    own(&app, &user, id).await
}

/// What was drawn under an order.
#[utoipa::path(get, path = "/enterprise/orders/{id}/draws", tag = "servicing", params(("id" = OrderId, Path)), responses((status = 200, body = Vec<DrawView>)))]
async fn of_order(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<Vec<DrawView>>> {
    Ok(Json(read::of_order(&app.db, &user, id).await?))
}

/// Finds the figures of a draw right.
#[utoipa::path(post, path = "/enterprise/draws/{id}/confirm", tag = "servicing", params(("id" = DrawId, Path), IfMatch), responses((status = 200, body = DrawDetail)))]
async fn confirm(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<DrawDetail>> {
    service::confirm(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Finds them wrong.
#[utoipa::path(post, path = "/enterprise/draws/{id}/reject", tag = "servicing", params(("id" = DrawId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = DrawDetail)))]
async fn reject(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<DrawDetail>> {
    service::reject(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Sends a file of a loan: contract, voucher, or what a check brought.
#[utoipa::path(get, path = "/enterprise/draws/{id}/files/{file}", tag = "servicing", params(("id" = DrawId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn file(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path((id, file)): Path<(DrawId, FileId)>,
) -> Answer<Response> {
    Ok(read::file(&app, &user, id, file).await?)
}

//! Routes of the government: what is copied to it.

use super::{
    grants::COMPLAINTS_OVERSEE,
    read,
    rectification::{self, MonthQuery, RectificationTable},
    store::{ComplaintFilter, Scope},
    view::ComplaintView,
};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{ComplaintId, FileId, Page, PageQuery};
use utoipa_axum::routes;

/// Routes of the government.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(COMPLAINTS_OVERSEE, routes!(list)))
        .routes(guarded(COMPLAINTS_OVERSEE, routes!(read_one)))
        .routes(guarded(COMPLAINTS_OVERSEE, routes!(attachment)))
        .routes(guarded(COMPLAINTS_OVERSEE, routes!(rectification)))
}

/// Complaints about institutions and incidents, newest first.
#[utoipa::path(get, path = "/government/complaints", tag = "complaints", params(ComplaintFilter, PageQuery), responses((status = 200, body = Page<ComplaintView>)))]
async fn list(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<ComplaintFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ComplaintView>>> {
    Ok(Json(read::page(&app.db, &user, Scope::Oversight, &filter, &page).await?))
}

/// One of them; noted for the auditor.
#[utoipa::path(get, path = "/government/complaints/{id}", tag = "complaints", params(("id" = ComplaintId, Path)), responses((status = 200, body = ComplaintView)))]
async fn read_one(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
) -> Answer<Json<ComplaintView>> {
    Ok(Json(read::one(&app.db, &user, Scope::Oversight, id).await?))
}

/// Sends one of its attachments.
#[utoipa::path(get, path = "/government/complaints/{id}/attachments/{file}", tag = "complaints", params(("id" = ComplaintId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: AnyUser,
    Path((id, file)): Path<(ComplaintId, FileId)>,
) -> Answer<Response> {
    Ok(read::attachment(&app, &user, Scope::Oversight, id, file).await?)
}

/// What was found of each institution in a month, and how much of it was put right.
#[utoipa::path(get, path = "/government/rectification", tag = "complaints", params(MonthQuery), responses((status = 200, body = RectificationTable)))]
async fn rectification(
    State(app): State<AppState>,
    _: AnyUser,
    Query(query): Query<MonthQuery>,
) -> Answer<Json<RectificationTable>> {
    Ok(Json(rectification::table(&app.db, &query).await?))
}

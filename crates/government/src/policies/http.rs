//! What everybody may see.

use super::{
    attachments,
    portal::{self, PolicyFilter},
    view::{self, PolicyItem, PublicPolicy},
};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, Json, Path, Query, Routes, public};
use jinqiao_kernel::{FileId, Page, PageQuery, PolicyId};
use jinqiao_platform::files;
use utoipa_axum::routes;

/// Routes for everybody.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(page)))
        .routes(public(routes!(read)))
        .routes(public(routes!(read_version)))
        .routes(public(routes!(attachment)))
}

/// Published items, last published first.
#[utoipa::path(get, path = "/policies", tag = "policies", params(PolicyFilter, PageQuery), responses((status = 200, body = Page<PolicyItem>)))]
async fn page(
    State(app): State<AppState>,
    Query(filter): Query<PolicyFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PolicyItem>>> {
    let rows = portal::page(&app.db, &filter, &page).await?;
    Ok(Json(view::public_page(&app.db, rows).await?))
}

/// One item in the version that is in force.
#[utoipa::path(get, path = "/policies/{id}", tag = "policies", params(("id" = PolicyId, Path)), responses((status = 200, body = PublicPolicy)))]
async fn read(State(app): State<AppState>, Path(id): Path<PolicyId>) -> Answer<Json<PublicPolicy>> {
    let found = portal::published(app.db.read(), id, None).await?;
    Ok(Json(view::public(&app.db, found).await?))
}

/// One of the versions that were published.
#[utoipa::path(get, path = "/policies/{id}/versions/{number}", tag = "policies", params(("id" = PolicyId, Path), ("number" = i32, Path)), responses((status = 200, body = PublicPolicy)))]
async fn read_version(
    State(app): State<AppState>,
    Path((id, number)): Path<(PolicyId, i32)>,
) -> Answer<Json<PublicPolicy>> {
    let found = portal::published(app.db.read(), id, Some(number)).await?;
    Ok(Json(view::public(&app.db, found).await?))
}

/// A file of one of the versions that were published.
#[utoipa::path(get, path = "/policies/{id}/versions/{number}/attachments/{file}", tag = "policies", params(("id" = PolicyId, Path), ("number" = i32, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    Path((id, number, file)): Path<(PolicyId, i32, FileId)>,
) -> Answer<Response> {
    let (_, version) = portal::published(app.db.read(), id, Some(number)).await?;
    attachments::check(&version, file)?;
    Ok(files::content(&app, file).await?)
}

//! Upload, and the own organisation's files.

use super::{FileInfo, MOST_ATTACHMENTS, receive::receive, serve::serve, service, store};
use crate::permissions::{Parameter, perm, value_of};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::Response,
};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::FileId;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

#[derive(Deserialize, IntoParams)]
struct Upload {
    /// Name of the file with its extension.
    name: String,
}

/// What uploads must keep to.
#[derive(Serialize, Deserialize, ToSchema)]
struct UploadRules {
    /// Largest size of one file, megabytes.
    megabytes: i64,
    /// Most files on one record.
    most: usize,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(perm::FILES_OWN, routes!(rules)))
        .routes(guarded(perm::FILES_OWN, routes!(upload)))
        .routes(guarded(perm::FILES_OWN, routes!(download)))
        .routes(guarded(perm::FILES_OWN, routes!(discard)))
}

/// The limits of uploads, to check before sending.
#[utoipa::path(get, path = "/files/rules", tag = "files", responses((status = 200, body = UploadRules)))]
async fn rules(State(app): State<AppState>) -> Answer<Json<UploadRules>> {
    let megabytes = value_of(app.db.read(), Parameter::UploadMegabytes).await?;
    Ok(Json(UploadRules { megabytes, most: MOST_ATTACHMENTS }))
}

fn announced(headers: &HeaderMap) -> Option<u64> {
    headers.get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}

/// Uploads one file: pdf, png, jpg, docx, xlsx or pptx. It is removed after a day unless a record takes it up.
#[utoipa::path(post, path = "/files", tag = "files", params(Upload), request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 201, body = FileInfo)))]
async fn upload(
    State(app): State<AppState>,
    user: AnyUser,
    Query(Upload { name }): Query<Upload>,
    headers: HeaderMap,
    body: Body,
) -> Answer<(StatusCode, Json<FileInfo>)> {
    service::check_room(&app.db, app.files.as_ref(), &user).await?;
    let megabytes = value_of(app.db.read(), Parameter::UploadMegabytes).await?;
    let received = receive(&name, announced(&headers), body, megabytes).await?;
    Ok((StatusCode::CREATED, Json(service::keep(&app.db, app.files.as_ref(), &user, received).await?)))
}

/// Sends a file that the own organisation uploaded.
#[utoipa::path(get, path = "/files/{id}/content", tag = "files", params(("id" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "application/octet-stream")))]
async fn download(State(app): State<AppState>, user: AnyUser, Path(id): Path<FileId>) -> Answer<Response> {
    store::own(app.db.read(), user.org, id).await?;
    Ok(serve(&app, id, Intent::by(&user, "files.download").on(id)).await?)
}

/// Removes an uploaded file that no record has taken up.
#[utoipa::path(delete, path = "/files/{id}", tag = "files", params(("id" = FileId, Path)), responses((status = 204)))]
async fn discard(State(app): State<AppState>, user: AnyUser, Path(id): Path<FileId>) -> Answer<StatusCode> {
    service::discard(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

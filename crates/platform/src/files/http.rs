//! Upload, and the own organisation's files.

use super::{
    FileInfo, Holders, MOST_ATTACHMENTS, disk,
    grants::FILES_OWN,
    holder, papers,
    parameters::UPLOAD_MEGABYTES,
    receive::{Incoming, announced, receive},
    room::{self, StorageRoom},
    serve::serve,
    service,
};
use crate::{
    organizations::{self, ORGANIZATIONS_MANAGE},
    permissions::value_of,
};
use axum::{
    Extension,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{FileId, OrgId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

#[derive(Deserialize, IntoParams)]
struct Upload {
    /// Name of the file with its extension.
    #[param(max_length = 1000)]
    name: String,
}

/// What uploads must keep to.
#[derive(Serialize, Deserialize, ToSchema)]
struct UploadRules {
    /// Largest size of one file, megabytes.
    megabytes: i64,
    /// Most files on one record.
    most: usize,
    /// Room for all files of the own organisation.
    storage: StorageRoom,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(FILES_OWN, routes!(rules)))
        .routes(guarded(FILES_OWN, routes!(upload)))
        .routes(guarded(FILES_OWN, routes!(download)))
        .routes(guarded(FILES_OWN, routes!(discard)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(storage)))
        .merge(papers::routes())
}

/// The limits of uploads, to check before sending.
#[utoipa::path(get, path = "/files/rules", tag = "files", responses((status = 200, body = UploadRules)))]
async fn rules(State(app): State<AppState>, user: AnyUser) -> Answer<Json<UploadRules>> {
    let conn = &app.db.answer();
    let megabytes = value_of(conn, UPLOAD_MEGABYTES).await?;
    let storage = StorageRoom::of(conn, user.org).await?;
    Ok(Json(UploadRules { megabytes, most: MOST_ATTACHMENTS, storage }))
}

/// Room for the files of one organisation, for the operator.
#[utoipa::path(get, path = "/operator/organizations/{id}/storage", tag = "files", params(("id" = OrgId, Path)), responses((status = 200, body = StorageRoom)))]
async fn storage(State(app): State<AppState>, Path(id): Path<OrgId>) -> Answer<Json<StorageRoom>> {
    organizations::by_id(app.db.read(), id).await?;
    Ok(Json(StorageRoom::of(app.db.read(), id).await?))
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
    let share = room::share(&app.settings.uploads, user.org)?;
    disk::check(app.files.as_ref())?;
    let announced = announced(&headers);
    room::check_before(&app.db, user.org, announced).await?;
    let megabytes = value_of(app.db.read(), UPLOAD_MEGABYTES).await?;
    let incoming = Incoming { name: &name, announced, body, share };
    let received = receive(app.files.as_ref(), incoming, megabytes).await?;
    Ok((StatusCode::CREATED, Json(service::keep(&app.db, &app.files, &user, received).await?)))
}

/// Sends a file that the own organisation uploaded, to those who see the record that it belongs to.
#[utoipa::path(get, path = "/files/{id}/content", tag = "files", params(("id" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn download(
    State(app): State<AppState>,
    Extension(holders): Extension<Holders>,
    user: AnyUser,
    Path(id): Path<FileId>,
) -> Answer<Response> {
    holder::visible(&app.db, &user, &holders, id).await?;
    Ok(serve(&app, id, Intent::by(&user, "files.download").on(id)).await?)
}

/// Removes an uploaded file that no record has taken up.
#[utoipa::path(delete, path = "/files/{id}", tag = "files", params(("id" = FileId, Path)), responses((status = 204)))]
async fn discard(State(app): State<AppState>, user: AnyUser, Path(id): Path<FileId>) -> Answer<StatusCode> {
    service::discard(&app.db, &user, id).await?;
    Ok(StatusCode::NO_CONTENT)
}

//! The licences of a registration: uploaded by the applicant, taken up with the registration, looked at by the operator.

use super::{
    FileInfo, FileState, disk,
    receive::{Incoming, announced, receive},
    serve::serve,
    store, strangers,
};
use crate::{
    accounts,
    organizations::{self, ORGANIZATIONS_MANAGE, Organization, Paper, REGISTRATION_OWN, SUBMITTED},
};
use axum::{
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use jinqiao_db::{Hook, Intent, Tx};
use jinqiao_http::{
    Answer, AnyUser, AppState, Json, OperatorUser, Path, Query, Routes, Settings, Share, Visitor, guarded, public,
};
use jinqiao_kernel::{Error, FileId, Kind, OrgId, Result};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

/// Uploads become files of the organisation in the write of its registration.
pub const HOOKS: &[Hook] =
    &[Hook { point: SUBMITTED, run: |tx, org| Box::pin(async move { take_up(&tx, org.into()).await }) }];

#[derive(Deserialize, IntoParams)]
struct Upload {
    /// Name of the file with its extension.
    #[param(max_length = 1000)]
    name: String,
}

/// A file of a registration.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PaperView {
    /// What it is.
    paper: Paper,
    /// The file.
    file: FileInfo,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(upload)))
        .routes(guarded(REGISTRATION_OWN, routes!(own)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(list)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(content)))
}

async fn take_up(tx: &Tx, id: OrgId) -> Result<()> {
    let org = organizations::by_id(tx.conn(), id).await?;
    for (paper, file) in org.papers() {
        let known = store::of_org(tx.conn(), id, file).await?;
        if known.is_some_and(|row| row.state == FileState::Attached && row.subject == Some(id.into())) {
            continue;
        }
        let uploader = accounts::primary_of(tx.conn(), id).await?.ok_or_else(Error::not_found)?;
        let gone = || Error::field(paper.field(), "上传的文件已失效，请重新上传");
        let adopted = strangers::adopt(tx, file, id, uploader).await?.ok_or_else(gone)?;
        organizations::keep_paper(tx, id, paper, adopted).await?;
    }
    Ok(())
}

/// A place among the uploads of strangers, two of one address.
fn share(settings: &Settings, address: &str) -> Result<Share> {
    let digest = Sha256::digest(accounts::place_of(address));
    let owner = digest.first_chunk().map(|bytes| Uuid::from_bytes(*bytes)).unwrap_or_default();
    let busy = || Error::new(Kind::TooMany, "files.busy", "正在上传的文件较多，请稍后再试").retry_after(3);
    settings.stranger_uploads.take(owner).ok_or_else(busy)
}

/// Uploads a licence for a registration: pdf, png or jpg. It is removed after a day unless a registration takes it up.
#[utoipa::path(post, path = "/registrations/files", tag = "files", params(Upload), request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 201, body = FileInfo)))]
async fn upload(
    State(app): State<AppState>,
    visitor: Visitor,
    Query(Upload { name }): Query<Upload>,
    headers: HeaderMap,
    body: Body,
) -> Answer<(StatusCode, Json<FileInfo>)> {
    let share = share(&app.settings, &visitor.request.address)?;
    disk::check(app.files.as_ref())?;
    accounts::admit_stranger_file(&app.db, &visitor.request.address).await?;
    let incoming = Incoming { name: &name, announced: announced(&headers), body, share };
    let received = receive(app.files.as_ref(), incoming, strangers::MEGABYTES).await?;
    let kept = strangers::keep(&app.db, &app.files, &visitor.request, received).await?;
    Ok((StatusCode::CREATED, Json(kept)))
}

async fn papers_of(conn: &impl ConnectionTrait, org: &Organization) -> Result<Vec<PaperView>> {
    let papers = org.papers();
    let ids: Vec<FileId> = papers.iter().map(|(_, file)| *file).collect();
    let files = store::infos(conn, &ids).await?;
    let view = |(paper, id): (Paper, FileId)| {
        files.iter().find(|file| file.id == id).map(|file| PaperView { paper, file: file.clone() })
    };
    Ok(papers.into_iter().filter_map(view).collect())
}

/// The files of the own registration.
#[utoipa::path(get, path = "/registration/papers", tag = "files", responses((status = 200, body = Vec<PaperView>)))]
async fn own(State(app): State<AppState>, user: AnyUser) -> Answer<Json<Vec<PaperView>>> {
    let org = organizations::by_id(app.db.read(), user.org).await?;
    Ok(Json(papers_of(app.db.read(), &org).await?))
}

/// The files of a registration, for the operator.
#[utoipa::path(get, path = "/operator/organizations/{id}/papers", tag = "files", params(("id" = OrgId, Path)), responses((status = 200, body = Vec<PaperView>)))]
async fn list(State(app): State<AppState>, Path(id): Path<OrgId>) -> Answer<Json<Vec<PaperView>>> {
    let org = organizations::by_id(app.db.read(), id).await?;
    Ok(Json(papers_of(app.db.read(), &org).await?))
}

/// Sends one of them; the look is noted.
#[utoipa::path(get, path = "/operator/organizations/{id}/papers/{file}", tag = "files", params(("id" = OrgId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn content(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, file)): Path<(OrgId, FileId)>,
) -> Answer<Response> {
    let org = organizations::by_id(app.db.read(), id).await?;
    if !org.papers().iter().any(|(_, known)| *known == file) {
        return Err(Error::not_found().into());
    }
    Ok(serve(&app, file, Intent::by(&user, "files.paper").on(id)).await?)
}

//! The own card and application, the operator's decision, and the card that everybody may see.

use super::{
    CardIn, CertificationState,
    entity::Model,
    grants::ORGANIZATION_CARD,
    service::{self, of_org},
};
use crate::{
    files::{self, FileInfo},
    organizations::{self, InstitutionType, ORGANIZATIONS_MANAGE, OrgState, Organization},
    reviews::REVIEWS_HANDLE,
};
use axum::{extract::State, http::HeaderMap, response::Response};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AnyUser, AppState, IfMatch, Json, OperatorUser, Path, Routes, guarded, public};
use jinqiao_kernel::{Checks, DateTime, Error, FileId, OrgId, OrgKind, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A card with its application.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CardView {
    id: OrgId,
    name: String,
    kind: OrgKind,
    institution_type: Option<InstitutionType>,
    certified: bool,
    version: i32,
    introduction: Option<String>,
    address: Option<String>,
    service_phone: Option<String>,
    website: Option<String>,
    licence_no: Option<String>,
    service_scope: Option<String>,
    attachments: Vec<FileId>,
    files: Vec<FileInfo>,
    state: CertificationState,
    /// The picture that stands for it, a file; shown to others while it is certified.
    mark: Option<FileId>,
    /// Why the last application was refused.
    reason: Option<String>,
    applied_at: Option<DateTime>,
    decided_at: Option<DateTime>,
}

/// What everybody may see of a certified institution or agency.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PublicCard {
    id: OrgId,
    name: String,
    kind: OrgKind,
    institution_type: Option<InstitutionType>,
    /// The picture that stands for it, below `/institutions/{id}/mark`.
    mark: Option<FileId>,
    introduction: Option<String>,
    address: Option<String>,
    service_phone: Option<String>,
    website: Option<String>,
    licence_no: Option<String>,
    service_scope: Option<String>,
}

/// A picture that stands for an organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkIn {
    /// An uploaded png or jpg of at most 200 KB, 64 to 1,024 pixels wide and high; none takes the picture away.
    file: Option<FileId>,
}

/// Why a picture is taken away.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRemovalIn {
    /// The picture, as it was seen.
    file: FileId,
    /// 5 to 500 characters, which the organisation reads.
    #[schema(max_length = 500)]
    reason: String,
}

/// A decision on an application.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertificationDecisionIn {
    granted: bool,
    /// Why not, 10 to 500 characters; only for a refusal.
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORGANIZATION_CARD, routes!(read)))
        .routes(guarded(ORGANIZATION_CARD, routes!(write)))
        .routes(guarded(ORGANIZATION_CARD, routes!(apply)))
        .routes(guarded(REVIEWS_HANDLE, routes!(review)))
        .routes(guarded(REVIEWS_HANDLE, routes!(attachment)))
        .routes(guarded(REVIEWS_HANDLE, routes!(decide)))
        .routes(guarded(ORGANIZATION_CARD, routes!(set_mark)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(take_mark)))
        .routes(public(routes!(card)))
        .routes(public(routes!(mark)))
}

async fn view(app: &AppState, id: OrgId) -> Result<CardView> {
    let (org, row) = (organizations::by_id(app.db.read(), id).await?, of_org(app.db.read(), id).await?);
    let files = files::infos(app.db.read(), &row.attachments.0).await?;
    Ok(CardView {
        id,
        name: org.name,
        kind: org.kind,
        institution_type: org.institution_type,
        certified: org.certified,
        mark: org.mark,
        version: row.version,
        introduction: row.introduction,
        address: row.address,
        service_phone: row.service_phone,
        website: row.website,
        licence_no: row.licence_no,
        service_scope: row.service_scope,
        attachments: row.attachments.0,
        files,
        state: row.state,
        reason: row.reason,
        applied_at: row.applied_at,
        decided_at: row.decided_at,
    })
}

/// The own card.
#[utoipa::path(get, path = "/organization/card", tag = "certifications", responses((status = 200, body = CardView)))]
async fn read(State(app): State<AppState>, user: AnyUser) -> Answer<Json<CardView>> {
    Ok(Json(view(&app, user.org).await?))
}

/// Writes the own card, whole.
#[utoipa::path(put, path = "/organization/card", tag = "certifications", params(IfMatch), request_body = CardIn, responses((status = 200, body = CardView)))]
async fn write(
    State(app): State<AppState>,
    user: AnyUser,
    IfMatch(version): IfMatch,
    Json(input): Json<CardIn>,
) -> Answer<Json<CardView>> {
    service::save(&app.db, &user, version, &input).await?;
    Ok(Json(view(&app, user.org).await?))
}

/// Applies to be certified, with the card as it is.
#[utoipa::path(post, path = "/organization/card/apply", tag = "certifications", params(IfMatch), responses((status = 200, body = CardView)))]
async fn apply(State(app): State<AppState>, user: AnyUser, IfMatch(version): IfMatch) -> Answer<Json<CardView>> {
    service::apply(&app.db, &user, version).await?;
    Ok(Json(view(&app, user.org).await?))
}

/// Changes the picture that stands for the own organisation.
#[utoipa::path(put, path = "/organization/mark", tag = "certifications", request_body = MarkIn, responses((status = 200, body = CardView)))]
async fn set_mark(State(app): State<AppState>, user: AnyUser, Json(input): Json<MarkIn>) -> Answer<Json<CardView>> {
    service::set_mark(&app.db, app.files.as_ref(), &user, input.file).await?;
    Ok(Json(view(&app, user.org).await?))
}

/// Takes the picture of an organisation away.
#[utoipa::path(post, path = "/operator/organizations/{id}/mark/remove", tag = "certifications", params(("id" = OrgId, Path)), request_body = MarkRemovalIn, responses((status = 200, body = CardView)))]
async fn take_mark(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Json(input): Json<MarkRemovalIn>,
) -> Answer<Json<CardView>> {
    service::take_mark(&app.db, &user, id, (input.file, &input.reason)).await?;
    Ok(Json(view(&app, id).await?))
}

/// An application that was made.
async fn applied(app: &AppState, id: OrgId) -> Result<Model> {
    let row = of_org(app.db.read(), id).await?;
    if row.applied_at.is_some() { Ok(row) } else { Err(Error::not_found()) }
}

/// One application.
#[utoipa::path(get, path = "/operator/certifications/{id}", tag = "certifications", params(("id" = OrgId, Path)), responses((status = 200, body = CardView)))]
async fn review(State(app): State<AppState>, _: OperatorUser, Path(id): Path<OrgId>) -> Answer<Json<CardView>> {
    applied(&app, id).await?;
    Ok(Json(view(&app, id).await?))
}

/// Sends one of the application's attachments.
#[utoipa::path(get, path = "/operator/certifications/{id}/attachments/{file}", tag = "certifications", params(("id" = OrgId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, file)): Path<(OrgId, FileId)>,
) -> Answer<Response> {
    if !applied(&app, id).await?.attachments.0.contains(&file) {
        return Err(Error::not_found().into());
    }
    Ok(files::serve(&app, file, Intent::by(&user, "certifications.attachment").on(id)).await?)
}

/// Grants or refuses.
#[utoipa::path(post, path = "/operator/certifications/{id}/decide", tag = "certifications", params(("id" = OrgId, Path), IfMatch), request_body = CertificationDecisionIn, responses((status = 200, body = CardView)))]
async fn decide(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<CertificationDecisionIn>,
) -> Answer<Json<CardView>> {
    let reason = input.reason.unwrap_or_default();
    if !input.granted {
        Checks::new().text("reason", &reason, 10..=500).done()?;
    }
    service::decide(&app.db, &user, id, version, (!input.granted).then_some(reason.as_str())).await?;
    Ok(Json(view(&app, id).await?))
}

fn shown(org: Organization, row: Model) -> Result<PublicCard> {
    let open =
        org.certified && org.state == OrgState::Active && matches!(org.kind, OrgKind::Institution | OrgKind::Agency);
    if !open {
        return Err(Error::not_found());
    }
    Ok(PublicCard {
        mark: org.shown_mark(),
        id: org.id,
        name: org.name,
        kind: org.kind,
        institution_type: org.institution_type,
        introduction: row.introduction,
        address: row.address,
        service_phone: row.service_phone,
        website: row.website,
        licence_no: row.licence_no,
        service_scope: row.service_scope,
    })
}

/// The card of a certified institution or agency, for everybody.
#[utoipa::path(get, path = "/institutions/{id}", tag = "certifications", params(("id" = OrgId, Path)), responses((status = 200, body = PublicCard)))]
async fn card(State(app): State<AppState>, Path(id): Path<OrgId>) -> Answer<Json<PublicCard>> {
    let org = organizations::by_id(app.db.read(), id).await?;
    Ok(Json(shown(org, of_org(app.db.read(), id).await?)?))
}

/// The picture that stands for a certified institution or agency, for everybody. A new one has another address.
#[utoipa::path(get, path = "/institutions/{id}/mark/{file}", tag = "certifications", params(("id" = OrgId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn mark(
    State(app): State<AppState>,
    Path((id, file)): Path<(OrgId, FileId)>,
    headers: HeaderMap,
) -> Answer<Response> {
    let org = organizations::by_id(app.db.read(), id).await?;
    if org.shown_mark() != Some(file) {
        return Err(Error::not_found().into());
    }
    Ok(files::picture(&app, file, &headers).await?)
}

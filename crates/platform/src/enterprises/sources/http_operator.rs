//! The operator confirms what it has seen in a firm's documents.

use super::{
    document::{self, DocumentIn},
    view::{self, EvidenceReview},
};
use crate::{
    enterprises::{grants::EVIDENCE_CONFIRM, of_org},
    files,
};
use axum::{extract::State, response::Response};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::{Error, FileId, OrgId};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(EVIDENCE_CONFIRM, routes!(read)))
        .routes(guarded(EVIDENCE_CONFIRM, routes!(confirm)))
        .routes(guarded(EVIDENCE_CONFIRM, routes!(attachment)))
}

/// A firm's facts, its attachments, and what sources say.
#[utoipa::path(get, path = "/operator/enterprises/{id}/evidence", tag = "enterprises", params(("id" = OrgId, Path)), responses((status = 200, body = EvidenceReview)))]
async fn read(State(app): State<AppState>, _: OperatorUser, Path(id): Path<OrgId>) -> Answer<Json<EvidenceReview>> {
    Ok(Json(view::review(&app.db, id).await?))
}

/// Confirms values of the profile against a document that was seen.
#[utoipa::path(post, path = "/operator/enterprises/{id}/evidence", tag = "enterprises", params(("id" = OrgId, Path), IfMatch), request_body = DocumentIn, responses((status = 200, body = EvidenceReview)))]
async fn confirm(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<DocumentIn>,
) -> Answer<Json<EvidenceReview>> {
    document::confirm(&app.db, &user, id, version, &input).await?;
    Ok(Json(view::review(&app.db, id).await?))
}

/// An attachment of the firm's profile.
#[utoipa::path(get, path = "/operator/enterprises/{id}/attachments/{file}", tag = "enterprises", params(("id" = OrgId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, file)): Path<(OrgId, FileId)>,
) -> Answer<Response> {
    if !of_org(app.db.read(), id).await?.attachments.0.contains(&file) {
        return Err(Error::not_found().into());
    }
    Ok(files::serve(&app, file, Intent::by(&user, "enterprises.open_document").on(id)).await?)
}

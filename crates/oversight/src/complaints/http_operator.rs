//! Routes of the operator.

use super::{
    fields::{AnswerIn, RectificationIn},
    grants::COMPLAINTS_HANDLE,
    operator_service as service,
    read::{self, ComplaintHandler},
    rectification::{self, MonthQuery, RectificationTable},
    store::{ComplaintFilter, Scope},
    view::ComplaintView,
};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{AccountId, ComplaintId, FileId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// To whom a complaint is given.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignIn {
    handler_id: AccountId,
}

/// Routes of the operator.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(COMPLAINTS_HANDLE, routes!(list)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(handlers)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(rectification)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(read_one)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(attachment)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(assign)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(answer)))
        .routes(guarded(COMPLAINTS_HANDLE, routes!(rectify)))
}

async fn one(app: &AppState, user: &OperatorUser, id: ComplaintId) -> Answer<Json<ComplaintView>> {
    Ok(Json(read::one(&app.db, user, Scope::Operator, id).await?))
}

/// All complaints.
#[utoipa::path(get, path = "/operator/complaints", tag = "complaints", params(ComplaintFilter, PageQuery), responses((status = 200, body = Page<ComplaintView>)))]
async fn list(
    State(app): State<AppState>,
    user: OperatorUser,
    Query(filter): Query<ComplaintFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ComplaintView>>> {
    Ok(Json(read::page(&app.db, &user, Scope::Operator, &filter, &page).await?))
}

/// The people to whom a complaint can be given.
#[utoipa::path(get, path = "/operator/complaint-handlers", tag = "complaints", responses((status = 200, body = Vec<ComplaintHandler>)))]
async fn handlers(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<ComplaintHandler>>> {
    Ok(Json(read::handlers(&app.db).await?))
}

/// What was found of each institution in a month, and how much of it was put right.
#[utoipa::path(get, path = "/operator/rectification", tag = "complaints", params(MonthQuery), responses((status = 200, body = RectificationTable)))]
async fn rectification(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(query): Query<MonthQuery>,
) -> Answer<Json<RectificationTable>> {
    Ok(Json(rectification::table(&app.db, &query).await?))
}

/// One complaint; noted for the auditor.
#[utoipa::path(get, path = "/operator/complaints/{id}", tag = "complaints", params(("id" = ComplaintId, Path)), responses((status = 200, body = ComplaintView)))]
async fn read_one(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ComplaintId>,
) -> Answer<Json<ComplaintView>> {
    one(&app, &user, id).await
}

/// Sends one of its attachments.
#[utoipa::path(get, path = "/operator/complaints/{id}/attachments/{file}", tag = "complaints", params(("id" = ComplaintId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, file)): Path<(ComplaintId, FileId)>,
) -> Answer<Response> {
    Ok(read::attachment(&app, &user, Scope::Operator, id, file).await?)
}

/// Gives it to one of the operator's people.
#[utoipa::path(post, path = "/operator/complaints/{id}/assign", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = AssignIn, responses((status = 200, body = ComplaintView)))]
async fn assign(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AssignIn>,
) -> Answer<Json<ComplaintView>> {
    service::assign(&app.db, &user, id, version, input.handler_id).await?;
    one(&app, &user, id).await
}

/// Answers it.
#[utoipa::path(post, path = "/operator/complaints/{id}/answer", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = AnswerIn, responses((status = 200, body = ComplaintView)))]
async fn answer(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AnswerIn>,
) -> Answer<Json<ComplaintView>> {
    service::answer(&app.db, &user, id, version, &input).await?;
    one(&app, &user, id).await
}

/// Records that what was found has been put right.
#[utoipa::path(post, path = "/operator/complaints/{id}/rectify", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = RectificationIn, responses((status = 200, body = ComplaintView)))]
async fn rectify(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<RectificationIn>,
) -> Answer<Json<ComplaintView>> {
    service::rectify(&app.db, &user, id, version, &input).await?;
    one(&app, &user, id).await
}

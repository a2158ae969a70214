//! Routes of those who complain, and of those who are complained of.

use super::{
    fields::ComplaintIn,
    grants::COMPLAINTS_OWN,
    read, service,
    store::{ComplaintFilter, Scope},
    view::ComplaintView,
};
use axum::{extract::State, http::StatusCode};
use jinqiao_financing::orders::ReasonIn;
use jinqiao_http::{Answer, AnyUser, AppState, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{ComplaintId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// How the other side sees the matter.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExplanationIn {
    /// 10 to 2000 characters.
    #[schema(min_length = 10, max_length = 2000)]
    text: String,
}

/// Routes of both sides.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(COMPLAINTS_OWN, routes!(list)))
        .routes(guarded(COMPLAINTS_OWN, routes!(open)))
        .routes(guarded(COMPLAINTS_OWN, routes!(read_one)))
        .routes(guarded(COMPLAINTS_OWN, routes!(confirm)))
        .routes(guarded(COMPLAINTS_OWN, routes!(reopen)))
        .routes(guarded(COMPLAINTS_OWN, routes!(withdraw)))
        .routes(guarded(COMPLAINTS_OWN, routes!(explain)))
}

async fn own(app: &AppState, user: &AnyUser, id: ComplaintId) -> Answer<Json<ComplaintView>> {
    Ok(Json(read::one(&app.db, user, Scope::Party(user), id).await?))
}

/// Complaints that the own organisation opened, and those about it, newest first.
#[utoipa::path(get, path = "/complaints", tag = "complaints", params(ComplaintFilter, PageQuery), responses((status = 200, body = Page<ComplaintView>)))]
async fn list(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<ComplaintFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ComplaintView>>> {
    Ok(Json(read::page(&app.db, &user, Scope::Party(&user), &filter, &page).await?))
}

/// Opens a complaint, a dispute, an objection, feedback or an incident.
#[utoipa::path(post, path = "/complaints", tag = "complaints", request_body = ComplaintIn, responses((status = 201, body = ComplaintView)))]
async fn open(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<ComplaintIn>,
) -> Answer<(StatusCode, Json<ComplaintView>)> {
    let id = service::open(&app.db, &user, &input).await?;
    Ok((StatusCode::CREATED, own(&app, &user, id).await?))
}

/// One of them.
#[utoipa::path(get, path = "/complaints/{id}", tag = "complaints", params(("id" = ComplaintId, Path)), responses((status = 200, body = ComplaintView)))]
async fn read_one(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
) -> Answer<Json<ComplaintView>> {
    own(&app, &user, id).await
}

/// The complainant is content with the answer.
#[utoipa::path(post, path = "/complaints/{id}/confirm", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), responses((status = 200, body = ComplaintView)))]
async fn confirm(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<ComplaintView>> {
    service::confirm(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// The complainant is not content; at most twice.
#[utoipa::path(post, path = "/complaints/{id}/reopen", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = ComplaintView)))]
async fn reopen(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<ComplaintView>> {
    service::reopen(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// The complainant takes it back.
#[utoipa::path(post, path = "/complaints/{id}/withdraw", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = ComplaintView)))]
async fn withdraw(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<ComplaintView>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// The side that it is about says how it sees the matter.
#[utoipa::path(post, path = "/complaints/{id}/explain", tag = "complaints", params(("id" = ComplaintId, Path), IfMatch), request_body = ExplanationIn, responses((status = 200, body = ComplaintView)))]
async fn explain(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<ComplaintId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ExplanationIn>,
) -> Answer<Json<ComplaintView>> {
    service::explain(&app.db, &user, id, version, &input.text).await?;
    own(&app, &user, id).await
}

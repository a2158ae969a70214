//! Routes of the enterprise and of the operator, and the public totals.

use super::{
    DemandIn, access,
    grants::DEMANDS_OWN,
    overview::{self, MarketOverview},
    service,
    store::{self, OwnFilter},
    view::{self, DemandView, OperatorDemandView},
};
use axum::{extract::State, http::StatusCode, response::Response};
use jinqiao_db::Intent;
use jinqiao_http::{
    Answer, AppState, EnterpriseUser, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded, public,
};
use jinqiao_kernel::{DemandId, FileId, Page, PageQuery};
use jinqiao_platform::{
    enterprises, files,
    reviews::{REVIEWS_HANDLE, RefusalIn, ReturnIn},
};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A submission for review.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SubmitIn {
    /// Version of the data authorisation (企业信息授权书) that was read and accepted.
    authorization_version: i32,
}

/// A publication.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DemandApproveIn {
    /// What institutions read, free of anything that gives the enterprise away.
    #[schema(min_length = 5, max_length = 1000)]
    public_text: String,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(DEMANDS_OWN, routes!(list)))
        .routes(guarded(DEMANDS_OWN, routes!(create)))
        .routes(guarded(DEMANDS_OWN, routes!(read)))
        .routes(guarded(DEMANDS_OWN, routes!(edit)))
        .routes(guarded(DEMANDS_OWN, routes!(submit)))
        .routes(guarded(DEMANDS_OWN, routes!(copy)))
        .routes(guarded(REVIEWS_HANDLE, routes!(review)))
        .routes(guarded(REVIEWS_HANDLE, routes!(attachment)))
        .routes(guarded(REVIEWS_HANDLE, routes!(approve)))
        .routes(guarded(REVIEWS_HANDLE, routes!(give_back)))
        .routes(guarded(REVIEWS_HANDLE, routes!(refuse)))
        .routes(public(routes!(market_overview)))
}

/// The own demands, newest first.
#[utoipa::path(get, path = "/enterprise/demands", tag = "demands", params(OwnFilter, PageQuery), responses((status = 200, body = Page<DemandView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<OwnFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<DemandView>>> {
    Ok(Json(store::page(&app.db, user.org, &filter, &page).await?.map(view::listed)))
}

/// Keeps a new draft.
#[utoipa::path(post, path = "/enterprise/demands", tag = "demands", request_body = DemandIn, responses((status = 201, body = DemandView)))]
async fn create(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Json(input): Json<DemandIn>,
) -> Answer<(StatusCode, Json<DemandView>)> {
    let id = service::create(&app.db, &user, &input.draft()).await?;
    Ok((StatusCode::CREATED, own(&app, &user, id).await?))
}

async fn own(app: &AppState, user: &EnterpriseUser, id: DemandId) -> Answer<Json<DemandView>> {
    let row = store::own(app.db.read(), user.org, id).await?;
    Ok(Json(view::view_of(&app.db, row).await?))
}

/// One of the own demands.
#[utoipa::path(get, path = "/enterprise/demands/{id}", tag = "demands", params(("id" = DemandId, Path)), responses((status = 200, body = DemandView)))]
async fn read(State(app): State<AppState>, user: EnterpriseUser, Path(id): Path<DemandId>) -> Answer<Json<DemandView>> {
    own(&app, &user, id).await
}

/// Writes a draft, or a demand that was returned.
#[utoipa::path(put, path = "/enterprise/demands/{id}", tag = "demands", params(("id" = DemandId, Path), IfMatch), request_body = DemandIn, responses((status = 200, body = DemandView)))]
async fn edit(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<DemandIn>,
) -> Answer<Json<DemandView>> {
    service::edit(&app.db, &user, id, version, &input.draft()).await?;
    own(&app, &user, id).await
}

/// Submits for review.
#[utoipa::path(post, path = "/enterprise/demands/{id}/submit", tag = "demands", params(("id" = DemandId, Path), IfMatch), request_body = SubmitIn, responses((status = 200, body = DemandView)))]
async fn submit(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<SubmitIn>,
) -> Answer<Json<DemandView>> {
    service::submit(&app.db, &user, id, version, input.authorization_version).await?;
    own(&app, &user, id).await
}

/// Begins a new draft with the content of an ended demand.
#[utoipa::path(post, path = "/enterprise/demands/{id}/copy", tag = "demands", params(("id" = DemandId, Path)), responses((status = 201, body = DemandView)))]
async fn copy(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
) -> Answer<(StatusCode, Json<DemandView>)> {
    let id = service::copy(&app.db, &user, id).await?;
    Ok((StatusCode::CREATED, own(&app, &user, id).await?))
}

async fn reviewed(app: &AppState, id: DemandId) -> Answer<Json<OperatorDemandView>> {
    let row = store::submitted(app.db.read(), id).await?;
    Ok(Json(view::for_operator(&app.db, &app.vault, row).await?))
}

/// A demand with its enterprise.
#[utoipa::path(get, path = "/operator/demands/{id}", tag = "demands", params(("id" = DemandId, Path)), responses((status = 200, body = OperatorDemandView)))]
async fn review(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<OperatorDemandView>> {
    access::viewed(&app.db, &user, id).await?;
    reviewed(&app, id).await
}

/// Sends one of the demand's attachments.
#[utoipa::path(get, path = "/operator/demands/{id}/attachments/{file}", tag = "demands", params(("id" = DemandId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, file)): Path<(DemandId, FileId)>,
) -> Answer<Response> {
    let row = store::submitted(app.db.read(), id).await?;
    if !enterprises::of_org(app.db.read(), row.enterprise_id).await?.attachments.0.contains(&file) {
        store::check_attached(&row, file)?;
    }
    Ok(files::serve(&app, file, Intent::by(&user, "demands.attachment").on(id)).await?)
}

/// Publishes.
#[utoipa::path(post, path = "/operator/demands/{id}/approve", tag = "demands", params(("id" = DemandId, Path), IfMatch), request_body = DemandApproveIn, responses((status = 200, body = OperatorDemandView)))]
async fn approve(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<DemandApproveIn>,
) -> Answer<Json<OperatorDemandView>> {
    service::approve(&app.db, &user, id, version, &input.public_text).await?;
    reviewed(&app, id).await
}

/// Returns with everything that has to be corrected.
#[utoipa::path(post, path = "/operator/demands/{id}/return", tag = "demands", params(("id" = DemandId, Path), IfMatch), request_body = ReturnIn, responses((status = 200, body = OperatorDemandView)))]
async fn give_back(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReturnIn>,
) -> Answer<Json<OperatorDemandView>> {
    input.check()?;
    service::give_back(&app.db, &user, id, version, &input.defects).await?;
    reviewed(&app, id).await
}

/// Refuses, finally.
#[utoipa::path(post, path = "/operator/demands/{id}/refuse", tag = "demands", params(("id" = DemandId, Path), IfMatch), request_body = RefusalIn, responses((status = 200, body = OperatorDemandView)))]
async fn refuse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<RefusalIn>,
) -> Answer<Json<OperatorDemandView>> {
    input.check()?;
    service::refuse(&app.db, &user, id, version, &input.reason).await?;
    reviewed(&app, id).await
}

/// Totals of the market, for everybody.
#[utoipa::path(get, path = "/market/overview", tag = "demands", responses((status = 200, body = MarketOverview)))]
async fn market_overview(State(app): State<AppState>) -> Answer<Json<MarketOverview>> {
    Ok(Json(overview::overview(&app.db).await?))
}

//! Routes of the department.

use super::{
    ForecastContent,
    grants::FORECASTS_OWN,
    service, store,
    view::{self, ForecastDetail, ForecastRow},
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, GovernmentUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery, PolicyId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// The item that it becomes.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForecastLinkIn {
    /// An own item; none takes the name back.
    policy_id: Option<PolicyId>,
}

/// Why it does not come.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ForecastReasonIn {
    /// 5 to 500 characters.
    #[schema(max_length = 500)]
    reason: String,
}

/// Routes of the department.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(FORECASTS_OWN, routes!(list)))
        .routes(guarded(FORECASTS_OWN, routes!(create)))
        .routes(guarded(FORECASTS_OWN, routes!(read)))
        .routes(guarded(FORECASTS_OWN, routes!(edit)))
        .routes(guarded(FORECASTS_OWN, routes!(publish)))
        .routes(guarded(FORECASTS_OWN, routes!(link)))
        .routes(guarded(FORECASTS_OWN, routes!(withdraw)))
}

async fn seen(app: &AppState, user: &GovernmentUser, id: Uuid) -> Answer<Json<ForecastDetail>> {
    let row = store::own(app.db.read(), user.org, id).await?;
    Ok(Json(view::detail(&app.db, user, row).await?))
}

/// Forecasts of the own department, last changed first.
#[utoipa::path(get, path = "/government/forecasts", tag = "forecasts", params(PageQuery), responses((status = 200, body = Page<ForecastRow>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ForecastRow>>> {
    Ok(Json(view::page(store::own_page(&app.db, user.org, &page).await?)))
}

/// Keeps a new draft.
#[utoipa::path(post, path = "/government/forecasts", tag = "forecasts", request_body = ForecastContent, responses((status = 201, body = ForecastDetail)))]
async fn create(
    State(app): State<AppState>,
    user: GovernmentUser,
    Json(content): Json<ForecastContent>,
) -> Answer<(StatusCode, Json<ForecastDetail>)> {
    let id = service::create(&app.db, &user, &content).await?;
    Ok((StatusCode::CREATED, seen(&app, &user, id).await?))
}

/// One forecast of the own department.
#[utoipa::path(get, path = "/government/forecasts/{id}", tag = "forecasts", params(("id" = Uuid, Path)), responses((status = 200, body = ForecastDetail)))]
async fn read(State(app): State<AppState>, user: GovernmentUser, Path(id): Path<Uuid>) -> Answer<Json<ForecastDetail>> {
    seen(&app, &user, id).await
}

/// Writes it.
#[utoipa::path(put, path = "/government/forecasts/{id}", tag = "forecasts", params(("id" = Uuid, Path), IfMatch), request_body = ForecastContent, responses((status = 200, body = ForecastDetail)))]
async fn edit(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(content): Json<ForecastContent>,
) -> Answer<Json<ForecastDetail>> {
    service::edit(&app.db, &user, id, version, &content).await?;
    seen(&app, &user, id).await
}

/// Lets everybody read it.
#[utoipa::path(post, path = "/government/forecasts/{id}/publish", tag = "forecasts", params(("id" = Uuid, Path), IfMatch), responses((status = 200, body = ForecastDetail)))]
async fn publish(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
) -> Answer<Json<ForecastDetail>> {
    service::publish(&app.db, &user, id, version).await?;
    seen(&app, &user, id).await
}

/// Names the item that it becomes, at once where that is published.
#[utoipa::path(post, path = "/government/forecasts/{id}/policy", tag = "forecasts", params(("id" = Uuid, Path), IfMatch), request_body = ForecastLinkIn, responses((status = 200, body = ForecastDetail)))]
async fn link(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<ForecastLinkIn>,
) -> Answer<Json<ForecastDetail>> {
    service::link(&app.db, &user, id, version, input.policy_id).await?;
    seen(&app, &user, id).await
}

/// Gives it up.
#[utoipa::path(post, path = "/government/forecasts/{id}/withdraw", tag = "forecasts", params(("id" = Uuid, Path), IfMatch), request_body = ForecastReasonIn, responses((status = 200, body = ForecastDetail)))]
async fn withdraw(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<ForecastReasonIn>,
) -> Answer<Json<ForecastDetail>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    seen(&app, &user, id).await
}

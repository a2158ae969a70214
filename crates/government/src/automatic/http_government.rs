//! Routes of the department.

use super::{
    grants::AUTOMATIC_DEPARTMENT,
    service::{self, Struck},
    store::{self, AutomaticEntryFilter},
    view::{self, AutomaticEntryView, AutomaticListView},
};
use axum::{extract::State, http::StatusCode};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, GovernmentUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{OrgId, Page, PageQuery, PolicyId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// A firm that is struck.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StruckIn {
    enterprise_id: OrgId,
    /// Why, 2 to 500 characters.
    #[schema(max_length = 500)]
    reason: String,
}

/// What the check says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AutomaticCheckIn {
    /// 5 to 1000 characters.
    #[schema(max_length = 1000)]
    opinion: String,
    /// Firms that are not to have it.
    #[serde(default)]
    #[schema(max_items = 500)]
    struck: Vec<StruckIn>,
}

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AutomaticReasonIn {
    /// 2 to 500 characters.
    #[schema(max_length = 500)]
    pub reason: String,
}

/// Routes of the department.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(generate)))
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(list)))
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(read)))
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(entries)))
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(check)))
        .routes(guarded(AUTOMATIC_DEPARTMENT, routes!(drop_it)))
}

/// Finds who may have an item of the own department without applying.
#[utoipa::path(post, path = "/government/policies/{id}/automatic", tag = "automatic", params(("id" = PolicyId, Path)), responses((status = 201, body = AutomaticListView)))]
async fn generate(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
) -> Answer<(StatusCode, Json<AutomaticListView>)> {
    let list = service::generate(&app.db, &user, id).await?;
    Ok((StatusCode::CREATED, Json(view::one(&app.db, &user, list).await?)))
}

/// Lists of the own department, newest first.
#[utoipa::path(get, path = "/government/automatic", tag = "automatic", params(PageQuery), responses((status = 200, body = Page<AutomaticListView>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AutomaticListView>>> {
    Ok(Json(view::page(&app.db, &user, &page).await?))
}

/// One list.
#[utoipa::path(get, path = "/government/automatic/{id}", tag = "automatic", params(("id" = Uuid, Path)), responses((status = 200, body = AutomaticListView)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<AutomaticListView>> {
    Ok(Json(view::one(&app.db, &user, id).await?))
}

/// Its firms, with the reasons of those left out; that they were looked at is noted.
#[utoipa::path(get, path = "/government/automatic/{id}/entries", tag = "automatic", params(("id" = Uuid, Path), AutomaticEntryFilter, PageQuery), responses((status = 200, body = Page<AutomaticEntryView>)))]
async fn entries(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    Query(filter): Query<AutomaticEntryFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AutomaticEntryView>>> {
    store::by_id(app.db.read(), user.org, id).await?;
    app.db.viewed(Intent::by(&user, "automatic.view").on(id)).await?;
    let rows = store::entries(&app.db, id, &filter, &page).await?;
    Ok(Json(view::entries(&app.db, rows).await?))
}

/// Checks it, strikes some firms and asks the others; never whoever found it.
#[utoipa::path(post, path = "/government/automatic/{id}/check", tag = "automatic", params(("id" = Uuid, Path), IfMatch), request_body = AutomaticCheckIn, responses((status = 200, body = AutomaticListView)))]
async fn check(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AutomaticCheckIn>,
) -> Answer<Json<AutomaticListView>> {
    let struck: Vec<_> =
        input.struck.into_iter().map(|one| Struck { enterprise: one.enterprise_id, reason: one.reason }).collect();
    service::check(&app.db, &user, id, version, (&input.opinion, &struck)).await?;
    Ok(Json(view::one(&app.db, &user, id).await?))
}

/// Gives it up before anybody was asked.
#[utoipa::path(post, path = "/government/automatic/{id}/drop", tag = "automatic", params(("id" = Uuid, Path), IfMatch), request_body = AutomaticReasonIn, responses((status = 200, body = AutomaticListView)))]
async fn drop_it(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    IfMatch(version): IfMatch,
    Json(input): Json<AutomaticReasonIn>,
) -> Answer<Json<AutomaticListView>> {
    service::drop_it(&app.db, &user, id, version, &input.reason).await?;
    Ok(Json(view::one(&app.db, &user, id).await?))
}

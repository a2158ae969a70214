//! Routes of the team, for its primary account.

use super::{
    subs::{self, AddedAccount, SubAccountChange, SubAccountIn},
    units,
    view::{TeamView, team},
};
use crate::accounts::{PasswordHasher, grants::TEAM_MANAGE};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Routes, guarded};
use jinqiao_kernel::{AccountId, UnitId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A new unit.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitIn {
    /// Where it stands.
    parent_id: UnitId,
    /// 2 to 50 characters, the only one of this name there.
    #[schema(min_length = 2, max_length = 50)]
    name: String,
}

/// Another name.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UnitNameIn {
    #[schema(min_length = 2, max_length = 50)]
    name: String,
}

/// The own password, to make sure who asks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OwnPasswordIn {
    #[schema(min_length = 1, max_length = 256)]
    password: String,
}

/// Routes of the team.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(TEAM_MANAGE, routes!(read)))
        .routes(guarded(TEAM_MANAGE, routes!(add_unit)))
        .routes(guarded(TEAM_MANAGE, routes!(rename_unit)))
        .routes(guarded(TEAM_MANAGE, routes!(close_unit)))
        .routes(guarded(TEAM_MANAGE, routes!(add)))
        .routes(guarded(TEAM_MANAGE, routes!(change)))
        .routes(guarded(TEAM_MANAGE, routes!(disable)))
        .routes(guarded(TEAM_MANAGE, routes!(enable)))
        .routes(guarded(TEAM_MANAGE, routes!(reset)))
        .routes(guarded(TEAM_MANAGE, routes!(make_primary)))
}

async fn own(app: &AppState, user: &AnyUser) -> Answer<Json<TeamView>> {
    Ok(Json(team(&app.db, &app.vault, user).await?))
}

/// Accounts and units of the own organisation.
#[utoipa::path(get, path = "/team", tag = "accounts", responses((status = 200, body = TeamView)))]
async fn read(State(app): State<AppState>, user: AnyUser) -> Answer<Json<TeamView>> {
    own(&app, &user).await
}

/// Adds a unit.
#[utoipa::path(post, path = "/team/units", tag = "accounts", request_body = UnitIn, responses((status = 201, body = TeamView)))]
async fn add_unit(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<UnitIn>,
) -> Answer<(StatusCode, Json<TeamView>)> {
    units::add_unit(&app.db, &user, input.parent_id, &input.name).await?;
    Ok((StatusCode::CREATED, own(&app, &user).await?))
}

/// Gives a unit another name.
#[utoipa::path(put, path = "/team/units/{id}", tag = "accounts", params(("id" = UnitId, Path)), request_body = UnitNameIn, responses((status = 200, body = TeamView)))]
async fn rename_unit(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<UnitId>,
    Json(input): Json<UnitNameIn>,
) -> Answer<Json<TeamView>> {
    units::rename_unit(&app.db, &user, id, &input.name).await?;
    own(&app, &user).await
}

/// Closes a unit in which nobody works any more.
#[utoipa::path(post, path = "/team/units/{id}/close", tag = "accounts", params(("id" = UnitId, Path)), responses((status = 200, body = TeamView)))]
async fn close_unit(State(app): State<AppState>, user: AnyUser, Path(id): Path<UnitId>) -> Answer<Json<TeamView>> {
    units::close_unit(&app.db, &user, id).await?;
    own(&app, &user).await
}

/// Makes a sub-account; its one-time password is shown this once.
#[utoipa::path(post, path = "/team/accounts", tag = "accounts", request_body = SubAccountIn, responses((status = 201, body = AddedAccount)))]
async fn add(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<SubAccountIn>,
) -> Answer<(StatusCode, Json<AddedAccount>)> {
    let hasher = PasswordHasher::new(&app.settings);
    let added = subs::add_sub_account(&app.db, &app.vault, &hasher, &user, &input).await?;
    Ok((StatusCode::CREATED, Json(added)))
}

/// Changes a sub-account.
#[utoipa::path(put, path = "/team/accounts/{id}", tag = "accounts", params(("id" = AccountId, Path)), request_body = SubAccountChange, responses((status = 200, body = TeamView)))]
async fn change(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<AccountId>,
    Json(input): Json<SubAccountChange>,
) -> Answer<Json<TeamView>> {
    subs::change(&app.db, &app.vault, &user, id, &input).await?;
    own(&app, &user).await
}

/// Disables a sub-account; its sessions end at once.
#[utoipa::path(post, path = "/team/accounts/{id}/disable", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 200, body = TeamView)))]
async fn disable(State(app): State<AppState>, user: AnyUser, Path(id): Path<AccountId>) -> Answer<Json<TeamView>> {
    subs::set_active(&app.db, &user, id, false).await?;
    own(&app, &user).await
}

/// Enables a sub-account again.
#[utoipa::path(post, path = "/team/accounts/{id}/enable", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 200, body = TeamView)))]
async fn enable(State(app): State<AppState>, user: AnyUser, Path(id): Path<AccountId>) -> Answer<Json<TeamView>> {
    subs::set_active(&app.db, &user, id, true).await?;
    own(&app, &user).await
}

/// Gives a sub-account a new one-time password, shown this once.
#[utoipa::path(post, path = "/team/accounts/{id}/reset-password", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 200, body = AddedAccount)))]
async fn reset(State(app): State<AppState>, user: AnyUser, Path(id): Path<AccountId>) -> Answer<Json<AddedAccount>> {
    let hasher = PasswordHasher::new(&app.settings);
    Ok(Json(subs::reset_password(&app.db, &hasher, &user, id).await?))
}

/// Makes a sub-account the primary account in the actor's place.
#[utoipa::path(post, path = "/team/accounts/{id}/make-primary", tag = "accounts", params(("id" = AccountId, Path)), request_body = OwnPasswordIn, responses((status = 204)))]
async fn make_primary(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<AccountId>,
    Json(input): Json<OwnPasswordIn>,
) -> Answer<StatusCode> {
    let hasher = PasswordHasher::new(&app.settings);
    subs::hand_primary(&app.db, &hasher, &user, id, &input.password).await?;
    Ok(StatusCode::NO_CONTENT)
}

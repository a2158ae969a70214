//! The own profile.

use super::{
    grants::ENTERPRISE_PROFILE,
    profile::{ProfileIn, ProfileView},
    service,
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Routes, guarded};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(ENTERPRISE_PROFILE, routes!(read))).routes(guarded(ENTERPRISE_PROFILE, routes!(save)))
}

/// The own profile.
#[utoipa::path(get, path = "/enterprise/profile", tag = "enterprises", responses((status = 200, body = ProfileView)))]
async fn read(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<ProfileView>> {
    Ok(Json(service::view(&app.db, &app.vault, user.org).await?))
}

/// Writes the own profile, whole.
#[utoipa::path(put, path = "/enterprise/profile", tag = "enterprises", params(IfMatch), request_body = ProfileIn, responses((status = 200, body = ProfileView)))]
async fn save(
    State(app): State<AppState>,
    user: EnterpriseUser,
    IfMatch(version): IfMatch,
    Json(input): Json<ProfileIn>,
) -> Answer<Json<ProfileView>> {
    service::save_profile(&app.db, &app.vault, &user, version, &input).await?;
    Ok(Json(service::view(&app.db, &app.vault, user.org).await?))
}

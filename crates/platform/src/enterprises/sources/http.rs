//! The firm's own page of sources.

use super::{
    Register, Sources, pull,
    view::{self, VerificationView},
};
use crate::enterprises::grants::ENTERPRISE_PROFILE;
use axum::{Extension, extract::State};
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{Error, Result};
use serde::Deserialize;
use std::sync::Arc;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ENTERPRISE_PROFILE, routes!(read)))
        .routes(guarded(ENTERPRISE_PROFILE, routes!(authorize)))
        .routes(guarded(ENTERPRISE_PROFILE, routes!(again)))
        .routes(guarded(ENTERPRISE_PROFILE, routes!(revoke)))
}

/// The firm lets a register be asked.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct AuthorizeIn {
    /// Version of the authorisation that was read and accepted.
    authorization_version: i32,
}

fn connected(sources: &Sources) -> Result<Arc<dyn super::DataSource>> {
    let none = || Error::conflict("enterprises.no_source", "平台尚未接入这一数据来源");
    sources.0.clone().ok_or_else(none)
}

/// What each source says of the own firm, beside what it typed.
#[utoipa::path(get, path = "/enterprise/verification", tag = "enterprises", responses((status = 200, body = VerificationView)))]
async fn read(
    State(app): State<AppState>,
    Extension(sources): Extension<Sources>,
    user: EnterpriseUser,
) -> Answer<Json<VerificationView>> {
    Ok(Json(view::own(&app.db, &sources, user.org).await?))
}

/// Signs the authorisation to ask a register, which is asked at once.
#[utoipa::path(post, path = "/enterprise/verification/{register}/authorize", tag = "enterprises", params(("register" = Register, Path)), request_body = AuthorizeIn, responses((status = 200, body = VerificationView)))]
async fn authorize(
    State(app): State<AppState>,
    Extension(sources): Extension<Sources>,
    user: EnterpriseUser,
    Path(register): Path<Register>,
    Json(input): Json<AuthorizeIn>,
) -> Answer<Json<VerificationView>> {
    pull::authorize(&app.db, connected(&sources)?.as_ref(), &user, register, input.authorization_version).await?;
    Ok(Json(view::own(&app.db, &sources, user.org).await?))
}

/// Asks a register again, as long as the authorisation lasts.
#[utoipa::path(post, path = "/enterprise/verification/{register}/ask", tag = "enterprises", params(("register" = Register, Path)), responses((status = 200, body = VerificationView)))]
async fn again(
    State(app): State<AppState>,
    Extension(sources): Extension<Sources>,
    user: EnterpriseUser,
    Path(register): Path<Register>,
) -> Answer<Json<VerificationView>> {
    pull::again(&app.db, connected(&sources)?.as_ref(), &user, register).await?;
    Ok(Json(view::own(&app.db, &sources, user.org).await?))
}

/// Withdraws the authorisation: the register is not asked any more.
#[utoipa::path(post, path = "/enterprise/verification/{register}/revoke", tag = "enterprises", params(("register" = Register, Path)), responses((status = 200, body = VerificationView)))]
async fn revoke(
    State(app): State<AppState>,
    Extension(sources): Extension<Sources>,
    user: EnterpriseUser,
    Path(register): Path<Register>,
) -> Answer<Json<VerificationView>> {
    pull::revoke(&app.db, &user, register).await?;
    Ok(Json(view::own(&app.db, &sources, user.org).await?))
}

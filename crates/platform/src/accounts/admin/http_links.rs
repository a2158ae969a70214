//! What a person does with a link that works once. The token comes in the body: addresses get into logs.

use super::{
    authenticator::{self, Proof},
    links::{self, intent},
    model::LinkKind,
};
use crate::accounts::{PasswordHasher, totp};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, Json, Routes, Visitor, public};
use jinqiao_kernel::{DateTime, typed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A link's token.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkIn {
    #[schema(max_length = 128)]
    token: String,
}

/// What a link opens, and for whom.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct LinkView {
    kind: LinkKind,
    login: String,
    expires_at: DateTime,
    /// For an authenticator app: the `otpauth://` address of the new key …
    otpauth: Option<String>,
    /// … and the key itself, to be typed in.
    key: Option<String>,
}

/// A new password, by a link.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkPasswordIn {
    #[schema(max_length = 128)]
    token: String,
    /// 10 to 128 characters.
    #[schema(max_length = 128)]
    password: String,
}

/// A new authenticator, by a link, with proof.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LinkAuthenticatorIn {
    #[schema(max_length = 128)]
    token: String,
    /// The account's password.
    #[schema(max_length = 256)]
    password: String,
    /// A code of the new authenticator.
    #[serde(deserialize_with = "typed::read_code")]
    #[schema(max_length = 30)]
    code: String,
}

/// What is shown once.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct RecoveryCodes {
    /// Codes that work once each in place of the authenticator.
    recovery_codes: Vec<String>,
}

/// Routes for whoever has a link.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(look))).routes(public(routes!(choose_password))).routes(public(routes!(enrol)))
}

/// What a link opens. Looking does not use it up; the look is audited, because it shows the new key.
#[utoipa::path(post, path = "/account-links/look", tag = "accounts", request_body = LinkIn, responses((status = 200, body = LinkView)))]
async fn look(State(app): State<AppState>, visitor: Visitor, Json(input): Json<LinkIn>) -> Answer<Json<LinkView>> {
    let opened = links::find(&app.db, &app.vault, &input.token).await?;
    let seed = opened.link.seed.as_ref();
    let shown = seed.map(|seed| totp::shown(&app.vault, seed, &opened.account.login)).transpose()?;
    app.db.viewed(intent(&visitor.request, "accounts.open_link", &opened.account)).await?;
    let (otpauth, key) = shown.unzip();
    let (kind, expires_at) = (opened.link.kind, opened.link.expires_at);
    Ok(Json(LinkView { kind, login: opened.account.login, expires_at, otpauth, key }))
}

/// Chooses a new password by a link.
#[utoipa::path(post, path = "/account-links/password", tag = "accounts", request_body = LinkPasswordIn, responses((status = 204)))]
async fn choose_password(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<LinkPasswordIn>,
) -> Answer<StatusCode> {
    let hasher = PasswordHasher::new(&app.settings);
    links::choose_password(&app.db, &app.vault, &hasher, &visitor.request, &input.token, &input.password).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Enrols a new authenticator by a link.
#[utoipa::path(post, path = "/account-links/authenticator", tag = "accounts", request_body = LinkAuthenticatorIn, responses((status = 200, body = RecoveryCodes)))]
async fn enrol(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<LinkAuthenticatorIn>,
) -> Answer<Json<RecoveryCodes>> {
    let hasher = PasswordHasher::new(&app.settings);
    let proof = Proof { password: &input.password, code: &input.code };
    let recovery_codes =
        authenticator::enrol(&app.db, &app.vault, &hasher, &visitor.request, &input.token, &proof).await?;
    Ok(Json(RecoveryCodes { recovery_codes }))
}

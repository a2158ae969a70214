//! Codes for whoever registers, has forgotten a password, or proves the own contact.

use super::{
    codes::{self, Ordered, Wanted},
    forgotten::{self, NewPassword},
    model::{CodePurpose, ContactChannel},
    own,
};
use crate::accounts::{PasswordHasher, grants::ACCOUNT_OWN};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Routes, Visitor, guarded, public};
use jinqiao_kernel::{Checks, ContactCodeId, DateTime, typed};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A code is on its way, if there is anybody to send it to.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CodeSent {
    /// To be shown with the code.
    ticket: ContactCodeId,
    /// Until when it is taken.
    expires_at: DateTime,
}

impl From<Ordered> for CodeSent {
    fn from(Ordered { ticket, expires_at }: Ordered) -> Self {
        Self { ticket, expires_at }
    }
}

/// The phone of a registration.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct RegistrationCodeIn {
    /// Mobile number.
    #[serde(deserialize_with = "typed::read_mobile")]
    #[schema(max_length = 30)]
    mobile: String,
}

/// Whose password was forgotten.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ForgottenIn {
    /// Login name of the primary account.
    #[schema(max_length = 64)]
    login: String,
    /// Where the code is to go.
    channel: ContactChannel,
    /// The mobile number or e-mail address that the organisation has registered and proved.
    #[schema(max_length = 254)]
    contact: String,
}

/// A new password, by a code.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ForgottenPasswordIn {
    /// As it was answered.
    ticket: ContactCodeId,
    /// Six digits.
    #[serde(deserialize_with = "typed::read_code")]
    #[schema(max_length = 30)]
    code: String,
    /// Login name.
    #[schema(max_length = 64)]
    login: String,
    /// 10 to 128 characters.
    #[schema(max_length = 128)]
    password: String,
}

/// Which of the own contacts.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactCodeIn {
    /// The phone, or the mailbox.
    channel: ContactChannel,
}

/// The code that has come.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ContactConfirmIn {
    /// The phone, or the mailbox.
    channel: ContactChannel,
    /// As it was answered.
    ticket: ContactCodeId,
    /// Six digits.
    #[serde(deserialize_with = "typed::read_code")]
    #[schema(max_length = 30)]
    code: String,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(registration_code)))
        .routes(public(routes!(forgotten)))
        .routes(public(routes!(choose)))
        .routes(guarded(ACCOUNT_OWN, routes!(contact_code)))
        .routes(guarded(ACCOUNT_OWN, routes!(confirm)))
}

/// Sends a code to the phone of a registration.
#[utoipa::path(post, path = "/registrations/mobile-code", tag = "accounts", request_body = RegistrationCodeIn, responses((status = 202, body = CodeSent)))]
async fn registration_code(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<RegistrationCodeIn>,
) -> Answer<(StatusCode, Json<CodeSent>)> {
    let (channel, target) = (ContactChannel::Sms, input.mobile);
    Checks::new().mobile("mobile", &target).done()?;
    codes::count(&app.db, &app.vault, &visitor.request, channel, &target).await?;
    let ordered = Ordered::new(&app.db);
    let wanted = Wanted { purpose: CodePurpose::Registration, channel, target, account: None };
    codes::send(&app.db, &app.vault, &app.couriers, &wanted, ordered).await?;
    Ok((StatusCode::ACCEPTED, Json(ordered.into())))
}

/// Sends a code for a new password, if login name and proved contact belong together; the answer does not tell.
#[utoipa::path(post, path = "/forgotten-password", tag = "accounts", request_body = ForgottenIn, responses((status = 202, body = CodeSent)))]
async fn forgotten(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<ForgottenIn>,
) -> Answer<(StatusCode, Json<CodeSent>)> {
    let ordered = forgotten::ask(&app, &visitor.request, &input.login, input.channel, &input.contact).await?;
    Ok((StatusCode::ACCEPTED, Json(ordered.into())))
}

/// Chooses a new password by a code; all sessions of the account end.
#[utoipa::path(post, path = "/forgotten-password/choose", tag = "accounts", request_body = ForgottenPasswordIn, responses((status = 204)))]
async fn choose(
    State(app): State<AppState>,
    visitor: Visitor,
    Json(input): Json<ForgottenPasswordIn>,
) -> Answer<StatusCode> {
    let hasher = PasswordHasher::new(&app.settings);
    let ForgottenPasswordIn { ticket, code, login, password } = &input;
    let new = NewPassword { ticket: *ticket, code, login, password };
    forgotten::choose(&app.db, &app.vault, &hasher, &visitor.request, &new).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Sends a code to the own organisation's phone or mailbox.
#[utoipa::path(post, path = "/account/contact-codes", tag = "accounts", request_body = ContactCodeIn, responses((status = 202, body = CodeSent)))]
async fn contact_code(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<ContactCodeIn>,
) -> Answer<(StatusCode, Json<CodeSent>)> {
    let ordered = own::ask(&app.db, &app.vault, &app.couriers, &user, input.channel).await?;
    Ok((StatusCode::ACCEPTED, Json(ordered.into())))
}

/// Proves the own organisation's phone or mailbox by the code that has come.
#[utoipa::path(post, path = "/account/contact-codes/confirm", tag = "accounts", request_body = ContactConfirmIn, responses((status = 204)))]
async fn confirm(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<ContactConfirmIn>,
) -> Answer<StatusCode> {
    let code = (input.ticket, input.code.as_str());
    own::confirm(&app.db, &app.vault, &app.couriers, &user, input.channel, code).await?;
    Ok(StatusCode::NO_CONTENT)
}

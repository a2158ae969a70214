//! Accounts of all organisations, for the operator, and the suspension of an organisation.

use super::{
    model::{IdentityProof, ResetKind},
    resets::{self, Asked},
    service,
    store::{self, AccountFilter},
    suspension,
    view::{IssuedLink, ManagedAccount, ManagedAccountDetail, listed},
};
use crate::accounts::grants::ACCOUNTS_MANAGE;
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{AccountId, OrgId, Page, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Why something is done to an account or an organisation.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdminReasonIn {
    /// 5 to 200 characters, for those concerned and for the audit trail.
    #[schema(max_length = 200)]
    reason: String,
}

/// What an operator asks a colleague to agree to.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ResetIn {
    /// What is to be given.
    kind: ResetKind,
    /// How the person has shown who they are.
    proof: IdentityProof,
    /// 5 to 200 characters, for those concerned and for the audit trail.
    #[schema(max_length = 200)]
    reason: String,
}

/// A reset that two persons have agreed about.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ApprovedReset {
    /// To be handed over to the person; none where nothing is left to do.
    link: Option<IssuedLink>,
}

/// Routes for the operator.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ACCOUNTS_MANAGE, routes!(list)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(read)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(disable)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(enable)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(end_sessions)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(ask_reset)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(withdraw_reset)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(approve_reset)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(refuse_reset)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(suspend)))
        .routes(guarded(ACCOUNTS_MANAGE, routes!(resume)))
}

async fn detail(app: &AppState, user: &OperatorUser, id: AccountId) -> Answer<Json<ManagedAccountDetail>> {
    Ok(Json(ManagedAccountDetail::new(&app.db, &app.vault, user, id).await?))
}

/// Accounts of all organisations, newest first.
#[utoipa::path(get, path = "/operator/accounts", tag = "accounts", params(AccountFilter, PageQuery), responses((status = 200, body = Page<ManagedAccount>)))]
async fn list(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<AccountFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ManagedAccount>>> {
    let page = store::page(&app.db, &filter, &page).await?;
    Ok(Json(listed(&app.db, page).await?))
}

/// One account, with its sessions and what can be done.
#[utoipa::path(get, path = "/operator/accounts/{id}", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 200, body = ManagedAccountDetail)))]
async fn read(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
) -> Answer<Json<ManagedAccountDetail>> {
    detail(&app, &user, id).await
}

/// Disables an account; its sessions end.
#[utoipa::path(post, path = "/operator/accounts/{id}/disable", tag = "accounts", params(("id" = AccountId, Path)), request_body = AdminReasonIn, responses((status = 200, body = ManagedAccountDetail)))]
async fn disable(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
    Json(input): Json<AdminReasonIn>,
) -> Answer<Json<ManagedAccountDetail>> {
    service::disable(&app.db, &user, id, &input.reason).await?;
    detail(&app, &user, id).await
}

/// Enables an account again.
#[utoipa::path(post, path = "/operator/accounts/{id}/enable", tag = "accounts", params(("id" = AccountId, Path)), request_body = AdminReasonIn, responses((status = 200, body = ManagedAccountDetail)))]
async fn enable(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
    Json(input): Json<AdminReasonIn>,
) -> Answer<Json<ManagedAccountDetail>> {
    service::enable(&app.db, &user, id, &input.reason).await?;
    detail(&app, &user, id).await
}

/// Ends all sessions of an account.
#[utoipa::path(post, path = "/operator/accounts/{id}/end-sessions", tag = "accounts", params(("id" = AccountId, Path)), request_body = AdminReasonIn, responses((status = 200, body = ManagedAccountDetail)))]
async fn end_sessions(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
    Json(input): Json<AdminReasonIn>,
) -> Answer<Json<ManagedAccountDetail>> {
    service::end_sessions(&app.db, &user, id, &input.reason).await?;
    detail(&app, &user, id).await
}

/// Asks for a reset, which another operator decides about.
#[utoipa::path(post, path = "/operator/accounts/{id}/reset", tag = "accounts", params(("id" = AccountId, Path)), request_body = ResetIn, responses((status = 200, body = ManagedAccountDetail)))]
async fn ask_reset(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
    Json(input): Json<ResetIn>,
) -> Answer<Json<ManagedAccountDetail>> {
    let asked = Asked { kind: input.kind, proof: input.proof, reason: &input.reason };
    resets::ask(&app.db, &user, id, &asked).await?;
    detail(&app, &user, id).await
}

/// Takes the own wish for a reset back.
#[utoipa::path(delete, path = "/operator/accounts/{id}/reset", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 200, body = ManagedAccountDetail)))]
async fn withdraw_reset(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
) -> Answer<Json<ManagedAccountDetail>> {
    resets::withdraw(&app.db, &user, id).await?;
    detail(&app, &user, id).await
}

/// Approves a reset, as the second person. A link that follows from it is shown once.
#[utoipa::path(post, path = "/operator/accounts/{id}/reset/approve", tag = "accounts", params(("id" = AccountId, Path)), responses((status = 201, body = ApprovedReset)))]
async fn approve_reset(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
) -> Answer<(StatusCode, Json<ApprovedReset>)> {
    let issued = resets::approve(&app.db, &app.vault, &user, id).await?;
    let link = issued.map(|issued| IssuedLink::new(&app.settings, &issued));
    Ok((StatusCode::CREATED, Json(ApprovedReset { link })))
}

/// Refuses a reset, as the second person.
#[utoipa::path(post, path = "/operator/accounts/{id}/reset/refuse", tag = "accounts", params(("id" = AccountId, Path)), request_body = AdminReasonIn, responses((status = 200, body = ManagedAccountDetail)))]
async fn refuse_reset(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<AccountId>,
    Json(input): Json<AdminReasonIn>,
) -> Answer<Json<ManagedAccountDetail>> {
    resets::refuse(&app.db, &user, id, &input.reason).await?;
    detail(&app, &user, id).await
}

/// Suspends a firm, a bank or an agency.
#[utoipa::path(post, path = "/operator/organizations/{id}/suspend", tag = "accounts", params(("id" = OrgId, Path), IfMatch), request_body = AdminReasonIn, responses((status = 204)))]
async fn suspend(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdminReasonIn>,
) -> Answer<StatusCode> {
    suspension::suspend(&app.db, &user, id, version, &input.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Lets a suspended organisation go on.
#[utoipa::path(post, path = "/operator/organizations/{id}/resume", tag = "accounts", params(("id" = OrgId, Path), IfMatch), request_body = AdminReasonIn, responses((status = 204)))]
async fn resume(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AdminReasonIn>,
) -> Answer<StatusCode> {
    suspension::resume(&app.db, &user, id, version, &input.reason).await?;
    Ok(StatusCode::NO_CONTENT)
}

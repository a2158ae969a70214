//! Routes of the lead and of the other members.

use super::{
    lead_service::{self, JointIn},
    member_service::{self, CommitIn},
    read::{self, JointCandidate},
    store::JointFilter,
    view::InstitutionJointView,
};
use crate::orders::{ORDERS_INSTITUTION, ReasonIn, check_certified};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{JointCreditId, OrderId, OrgId, Page, PageQuery};
use jinqiao_platform::organizations::InstitutionFilter;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Further invitations.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JointInviteIn {
    /// Institutions that are asked by name, up to 20.
    #[serde(default)]
    institutions: Vec<OrgId>,
    /// Every certified institution may take a share.
    open: bool,
}

/// A member's grant.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JointApproveIn {
    /// Conditions in words, up to 1000 characters.
    #[schema(max_length = 1000)]
    conditions: Option<String>,
}

/// Routes of institutions.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(list)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(read_one)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(candidates)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(propose)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(invite)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(form)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(extend)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(propose_shrink)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(cancel)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(commit)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(pass)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(approve)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: JointCreditId) -> Answer<Json<InstitutionJointView>> {
    Ok(Json(read::institution_joint(&app.db, user, id).await?))
}

/// Joint credits that the own institution leads, takes part in or is invited to, and open calls; last changed first.
#[utoipa::path(get, path = "/institution/joint-credits", tag = "orders", params(JointFilter, PageQuery), responses((status = 200, body = Page<InstitutionJointView>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<JointFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<InstitutionJointView>>> {
    Ok(Json(read::institution_page(&app.db, &user, &filter, &page).await?))
}

/// One joint credit; the enterprise stays masked until it has opened its data to the own institution.
#[utoipa::path(get, path = "/institution/joint-credits/{id}", tag = "orders", params(("id" = JointCreditId, Path)), responses((status = 200, body = InstitutionJointView)))]
async fn read_one(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
) -> Answer<Json<InstitutionJointView>> {
    own(&app, &user, id).await
}

/// Certified institutions that may be invited, by name.
#[utoipa::path(get, path = "/institution/joint-candidates", tag = "orders", params(InstitutionFilter, PageQuery), responses((status = 200, body = Page<JointCandidate>)))]
async fn candidates(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<InstitutionFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<JointCandidate>>> {
    check_certified(&user)?;
    Ok(Json(read::candidates(&app.db, &user, &filter, &page).await?))
}

/// Proposes a joint credit on the own confirmed order; the version is that of the order.
#[utoipa::path(post, path = "/institution/orders/{id}/joint-credit", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = JointIn, responses((status = 201, body = InstitutionJointView)))]
async fn propose(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<JointIn>,
) -> Answer<(StatusCode, Json<InstitutionJointView>)> {
    let joint = lead_service::propose(&app.db, &user, id, version, &input).await?;
    Ok((StatusCode::CREATED, own(&app, &user, joint).await?))
}

/// Invites more institutions, or everybody.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/invite", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = JointInviteIn, responses((status = 200, body = InstitutionJointView)))]
async fn invite(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<JointInviteIn>,
) -> Answer<Json<InstitutionJointView>> {
    lead_service::invite(&app.db, &user, id, version, &input.institutions, input.open).await?;
    own(&app, &user, id).await
}

/// Closes the invitation before its end: enough has come together.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/form", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), responses((status = 200, body = InstitutionJointView)))]
async fn form(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionJointView>> {
    lead_service::form(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Gives more time, once.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/extend", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), responses((status = 200, body = InstitutionJointView)))]
async fn extend(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionJointView>> {
    lead_service::extend(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Asks the enterprise for a total of what has come together.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/shrink", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), responses((status = 200, body = InstitutionJointView)))]
async fn propose_shrink(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionJointView>> {
    lead_service::propose_shrink(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Gives it up; the own order goes on alone.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/cancel", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = InstitutionJointView)))]
async fn cancel(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<InstitutionJointView>> {
    lead_service::cancel(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Takes a share, or changes it; the version is that of the own part, 0 where there is none yet.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/commit", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = CommitIn, responses((status = 200, body = InstitutionJointView)))]
async fn commit(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<CommitIn>,
) -> Answer<Json<InstitutionJointView>> {
    member_service::commit(&app.db, &user, id, version, &input).await?;
    own(&app, &user, id).await
}

/// Takes no share; the version is that of the own part.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/pass", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = InstitutionJointView)))]
async fn pass(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<InstitutionJointView>> {
    member_service::pass(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Grants the own share; with the last grant the sheet goes to the enterprise. The version is that of the own part.
#[utoipa::path(post, path = "/institution/joint-credits/{id}/approve", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = JointApproveIn, responses((status = 200, body = InstitutionJointView)))]
async fn approve(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<JointApproveIn>,
) -> Answer<Json<InstitutionJointView>> {
    member_service::approve(&app.db, &user, id, version, input.conditions.as_deref()).await?;
    own(&app, &user, id).await
}

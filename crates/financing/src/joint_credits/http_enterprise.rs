//! Routes of the enterprise.

use super::{enterprise_service as service, read, store::JointFilter, view::EnterpriseJointView};
use crate::orders::{AcceptIn, ORDERS_ENTERPRISE, ReasonIn, SignatureIn};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{JointCreditId, JointMemberId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A member that is not wanted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct JointDropIn {
    member_id: JointMemberId,
    /// Why, 2 to 500 characters; the lead reads it.
    #[schema(min_length = 2, max_length = 500)]
    reason: String,
}

/// Routes of the enterprise.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(list)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(read_one)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(consent)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(reject)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(agree_shrink)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(refuse_shrink)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(open_data)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(drop_member)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(accept)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(decline)))
}

async fn own(app: &AppState, user: &EnterpriseUser, id: JointCreditId) -> Answer<Json<EnterpriseJointView>> {
    Ok(Json(read::enterprise_joint(&app.db, user, id).await?))
}

/// Joint credits on the own demands, last changed first.
#[utoipa::path(get, path = "/enterprise/joint-credits", tag = "orders", params(JointFilter, PageQuery), responses((status = 200, body = Page<EnterpriseJointView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<JointFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<EnterpriseJointView>>> {
    Ok(Json(read::enterprise_page(&app.db, &user, &filter, &page).await?))
}

/// One joint credit.
#[utoipa::path(get, path = "/enterprise/joint-credits/{id}", tag = "orders", params(("id" = JointCreditId, Path)), responses((status = 200, body = EnterpriseJointView)))]
async fn read_one(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
) -> Answer<Json<EnterpriseJointView>> {
    own(&app, &user, id).await
}

/// Lets others be invited; nobody learns who the enterprise is by that.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/consent", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), responses((status = 200, body = EnterpriseJointView)))]
async fn consent(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<EnterpriseJointView>> {
    service::consent(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Does not let others be invited.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/reject", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseJointView)))]
async fn reject(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::reject(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Agrees to a smaller total.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/agree-shrink", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), responses((status = 200, body = EnterpriseJointView)))]
async fn agree_shrink(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<EnterpriseJointView>> {
    service::agree_shrink(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Does not agree to a smaller total.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/refuse-shrink", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseJointView)))]
async fn refuse_shrink(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::refuse_shrink(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Opens the ticked data to every member that does not know the enterprise yet.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/open-data", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = SignatureIn, responses((status = 200, body = EnterpriseJointView)))]
async fn open_data(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<SignatureIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::open_data(&app.db, &user, id, version, &input.scopes, input.authorization_version).await?;
    own(&app, &user, id).await
}

/// Does not want a member; its share is placed again.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/drop-member", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = JointDropIn, responses((status = 200, body = EnterpriseJointView)))]
async fn drop_member(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<JointDropIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::drop_member(&app.db, &user, id, version, input.member_id, &input.reason).await?;
    own(&app, &user, id).await
}

/// Accepts the sheet.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/accept", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = AcceptIn, responses((status = 200, body = EnterpriseJointView)))]
async fn accept(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AcceptIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::accept(&app.db, &user, id, version, &input).await?;
    own(&app, &user, id).await
}

/// Does not accept the sheet.
#[utoipa::path(post, path = "/enterprise/joint-credits/{id}/decline", tag = "orders", params(("id" = JointCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseJointView)))]
async fn decline(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<JointCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseJointView>> {
    service::decline(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

//! Routes of both sides and of the operator.

use super::{
    model::RatingParty,
    service::{self, RatingIn},
    view::{AppealView, RatingsView},
};
use crate::orders::grants::{ORDERS_ENTERPRISE, ORDERS_INSTITUTION};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, InstitutionUser, Json, OperatorUser, Path, Routes, guarded};
use jinqiao_kernel::{Actor, OrderId, RatingId};
use jinqiao_platform::reviews::REVIEWS_HANDLE;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A reply to a rating.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingReplyIn {
    /// 2 to 500 characters.
    #[schema(min_length = 2, max_length = 500)]
    text: String,
}

/// An appeal against a rating.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingAppealIn {
    /// Why, 10 to 500 characters.
    #[schema(min_length = 10, max_length = 500)]
    reason: String,
}

/// The operator's ruling on an appeal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RatingRulingIn {
    /// The rating is struck.
    uphold: bool,
    /// Why, 5 to 500 characters; both sides read it.
    #[schema(min_length = 5, max_length = 500)]
    ruling: String,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(read_enterprise)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(rate_institution)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(reply_enterprise)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(appeal_enterprise)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(read_institution)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(rate_enterprise)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(reply_institution)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(appeal_institution)))
        .routes(guarded(REVIEWS_HANDLE, routes!(read_appeal)))
        .routes(guarded(REVIEWS_HANDLE, routes!(rule)))
}

async fn view(app: &AppState, user: &Actor, id: OrderId, party: RatingParty) -> Answer<Json<RatingsView>> {
    Ok(Json(service::view(&app.db, user, id, party).await?))
}

/// The ratings of an order, for the enterprise.
#[utoipa::path(get, path = "/enterprise/orders/{id}/ratings", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = RatingsView)))]
async fn read_enterprise(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<RatingsView>> {
    view(&app, &user, id, RatingParty::Enterprise).await
}

/// The ratings of an order, for the institution.
#[utoipa::path(get, path = "/institution/orders/{id}/ratings", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = RatingsView)))]
async fn read_institution(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<RatingsView>> {
    view(&app, &user, id, RatingParty::Institution).await
}

/// The enterprise rates the institution.
#[utoipa::path(post, path = "/enterprise/orders/{id}/ratings", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingIn, responses((status = 200, body = RatingsView)))]
async fn rate_institution(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingIn>,
) -> Answer<Json<RatingsView>> {
    service::rate(&app.db, &user, id, RatingParty::Enterprise, &input).await?;
    view(&app, &user, id, RatingParty::Enterprise).await
}

/// The institution rates the enterprise.
#[utoipa::path(post, path = "/institution/orders/{id}/ratings", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingIn, responses((status = 200, body = RatingsView)))]
async fn rate_enterprise(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingIn>,
) -> Answer<Json<RatingsView>> {
    service::rate(&app.db, &user, id, RatingParty::Institution, &input).await?;
    view(&app, &user, id, RatingParty::Institution).await
}

/// The enterprise replies to the institution's rating.
#[utoipa::path(post, path = "/enterprise/orders/{id}/ratings/reply", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingReplyIn, responses((status = 200, body = RatingsView)))]
async fn reply_enterprise(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingReplyIn>,
) -> Answer<Json<RatingsView>> {
    service::reply(&app.db, &user, id, RatingParty::Enterprise, &input.text).await?;
    view(&app, &user, id, RatingParty::Enterprise).await
}

/// The institution replies to the enterprise's rating.
#[utoipa::path(post, path = "/institution/orders/{id}/ratings/reply", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingReplyIn, responses((status = 200, body = RatingsView)))]
async fn reply_institution(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingReplyIn>,
) -> Answer<Json<RatingsView>> {
    service::reply(&app.db, &user, id, RatingParty::Institution, &input.text).await?;
    view(&app, &user, id, RatingParty::Institution).await
}

/// The enterprise appeals against the institution's rating.
#[utoipa::path(post, path = "/enterprise/orders/{id}/ratings/appeal", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingAppealIn, responses((status = 200, body = RatingsView)))]
async fn appeal_enterprise(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingAppealIn>,
) -> Answer<Json<RatingsView>> {
    service::appeal(&app.db, &user, id, RatingParty::Enterprise, &input.reason).await?;
    view(&app, &user, id, RatingParty::Enterprise).await
}

/// The institution appeals against the enterprise's rating.
#[utoipa::path(post, path = "/institution/orders/{id}/ratings/appeal", tag = "orders", params(("id" = OrderId, Path)), request_body = RatingAppealIn, responses((status = 200, body = RatingsView)))]
async fn appeal_institution(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RatingAppealIn>,
) -> Answer<Json<RatingsView>> {
    service::appeal(&app.db, &user, id, RatingParty::Institution, &input.reason).await?;
    view(&app, &user, id, RatingParty::Institution).await
}

/// An appeal, for the operator.
#[utoipa::path(get, path = "/operator/rating-appeals/{id}", tag = "orders", params(("id" = RatingId, Path)), responses((status = 200, body = AppealView)))]
async fn read_appeal(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<RatingId>,
) -> Answer<Json<AppealView>> {
    Ok(Json(service::appeal_view(&app.db, &user, id).await?))
}

/// Decides an appeal.
#[utoipa::path(post, path = "/operator/rating-appeals/{id}/rule", tag = "orders", params(("id" = RatingId, Path)), request_body = RatingRulingIn, responses((status = 200, body = AppealView)))]
async fn rule(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<RatingId>,
    Json(input): Json<RatingRulingIn>,
) -> Answer<Json<AppealView>> {
    service::rule(&app.db, &user, id, input.uphold, &input.ruling).await?;
    Ok(Json(service::appeal_view(&app.db, &user, id).await?))
}

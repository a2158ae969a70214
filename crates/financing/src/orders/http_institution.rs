//! Routes of the institution.

use super::{
    Contact, Decision, Disbursement, dispatch,
    grants::ORDERS_INSTITUTION,
    inputs::{CreditRefusalIn, ReasonIn},
    institution_service as service,
    list::OrderFilter,
    read,
    view::InstitutionOrderView,
};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{FileId, OrderId, Page, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A wish to see the whole mobile number.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RevealIn {
    /// Why, 2 to 200 characters; the enterprise reads it.
    #[schema(min_length = 2, max_length = 200)]
    reason: String,
}

/// The whole mobile number.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Revealed {
    mobile: String,
}

/// Routes of the institution.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(list)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(read_one)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(reveal)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(attachment)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(contact)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(start_review)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(approve)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(refuse)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(disburse)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(correct)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(retract)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(pass)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: OrderId) -> Answer<Json<InstitutionOrderView>> {
    Ok(Json(read::institution_order(&app.db, &app.vault, user, id).await?))
}

/// The own orders, last changed first.
#[utoipa::path(get, path = "/institution/orders", tag = "orders", params(OrderFilter, PageQuery), responses((status = 200, body = Page<InstitutionOrderView>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<OrderFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<InstitutionOrderView>>> {
    Ok(Json(read::institution_page(&app.db, &user, &filter, &page).await?))
}

/// One order, with what the enterprise's consent opens.
#[utoipa::path(get, path = "/institution/orders/{id}", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = InstitutionOrderView)))]
async fn read_one(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<InstitutionOrderView>> {
    own(&app, &user, id).await
}

/// Shows the whole mobile number; noted for the enterprise.
#[utoipa::path(post, path = "/institution/orders/{id}/reveal-mobile", tag = "orders", params(("id" = OrderId, Path)), request_body = RevealIn, responses((status = 200, body = Revealed)))]
async fn reveal(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<RevealIn>,
) -> Answer<Json<Revealed>> {
    let mobile = service::reveal_mobile(&app.db, &app.vault, &user, id, &input.reason).await?;
    Ok(Json(Revealed { mobile }))
}

/// Sends one of the demand's attachments, if the consent opens them; noted for the enterprise.
#[utoipa::path(get, path = "/institution/orders/{id}/attachments/{file}", tag = "orders", params(("id" = OrderId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path((id, file)): Path<(OrderId, FileId)>,
) -> Answer<Response> {
    Ok(read::attachment(&app, &user, id, file).await?)
}

/// Logs the first contact.
#[utoipa::path(post, path = "/institution/orders/{id}/contact", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = Contact, responses((status = 200, body = InstitutionOrderView)))]
async fn contact(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(contact): Json<Contact>,
) -> Answer<Json<InstitutionOrderView>> {
    service::contact(&app.db, &user, id, version, &contact).await?;
    own(&app, &user, id).await
}

/// The materials are complete: the decision begins.
#[utoipa::path(post, path = "/institution/orders/{id}/start-review", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 200, body = InstitutionOrderView)))]
async fn start_review(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionOrderView>> {
    service::start_review(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Grants credit.
#[utoipa::path(post, path = "/institution/orders/{id}/approve", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = Decision, responses((status = 200, body = InstitutionOrderView)))]
async fn approve(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(decision): Json<Decision>,
) -> Answer<Json<InstitutionOrderView>> {
    service::approve(&app.db, &user, id, version, &decision).await?;
    own(&app, &user, id).await
}

/// Refuses credit, with the reason that the enterprise reads.
#[utoipa::path(post, path = "/institution/orders/{id}/refuse", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = CreditRefusalIn, responses((status = 200, body = InstitutionOrderView)))]
async fn refuse(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<CreditRefusalIn>,
) -> Answer<Json<InstitutionOrderView>> {
    service::refuse(&app.db, &user, id, version, input.code, &input.text).await?;
    own(&app, &user, id).await
}

/// Records the payment.
#[utoipa::path(post, path = "/institution/orders/{id}/disburse", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = Disbursement, responses((status = 200, body = InstitutionOrderView)))]
async fn disburse(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(paid): Json<Disbursement>,
) -> Answer<Json<InstitutionOrderView>> {
    service::disburse(&app.db, &user, id, version, &paid).await?;
    own(&app, &user, id).await
}

/// Puts the recorded payment right while the enterprise disputes it.
#[utoipa::path(post, path = "/institution/orders/{id}/correct-payment", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = Disbursement, responses((status = 200, body = InstitutionOrderView)))]
async fn correct(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(paid): Json<Disbursement>,
) -> Answer<Json<InstitutionOrderView>> {
    service::correct(&app.db, &user, id, version, &paid).await?;
    own(&app, &user, id).await
}

/// Takes the own offer back before it was confirmed.
#[utoipa::path(post, path = "/institution/orders/{id}/retract", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = InstitutionOrderView)))]
async fn retract(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<InstitutionOrderView>> {
    service::retract(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Lets a dispatched demand pass.
#[utoipa::path(post, path = "/institution/orders/{id}/pass", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = InstitutionOrderView)))]
async fn pass(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<InstitutionOrderView>> {
    dispatch::pass(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

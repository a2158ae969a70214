//! Routes of the enterprise.

use super::{
    demand_service, enterprise_service as service,
    grants::ORDERS_ENTERPRISE,
    inputs::{AcceptIn, ReasonIn, SignatureIn},
    list::OrderFilter,
    model::OrderActionKind,
    read,
    view::EnterpriseOrderView,
};
use crate::demands::{self, DEMANDS_OWN, DemandView};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DemandId, FileId, OrderId, Page, PageQuery};
use utoipa_axum::routes;

/// Routes of the enterprise.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(list)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(read_one)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(offers)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(confirm)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(decline)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(withdraw)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(accept)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(decline_offer)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(confirm_disbursement)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(payment_file)))
        .routes(guarded(DEMANDS_OWN, routes!(withdraw_demand)))
        .routes(guarded(DEMANDS_OWN, routes!(complete_demand)))
}

async fn own(app: &AppState, user: &EnterpriseUser, id: OrderId) -> Answer<Json<EnterpriseOrderView>> {
    Ok(Json(read::enterprise_order(&app.db, &app.vault, user, id).await?))
}

/// Orders on the own demands, last changed first.
#[utoipa::path(get, path = "/enterprise/orders", tag = "orders", params(OrderFilter, PageQuery), responses((status = 200, body = Page<EnterpriseOrderView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<OrderFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<EnterpriseOrderView>>> {
    Ok(Json(read::enterprise_page(&app.db, &user, &filter, &page).await?))
}

/// One order.
#[utoipa::path(get, path = "/enterprise/orders/{id}", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = EnterpriseOrderView)))]
async fn read_one(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<EnterpriseOrderView>> {
    own(&app, &user, id).await
}

/// The offers on one of the own demands, oldest first.
#[utoipa::path(get, path = "/enterprise/demands/{id}/orders", tag = "orders", params(("id" = DemandId, Path)), responses((status = 200, body = Vec<EnterpriseOrderView>)))]
async fn offers(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<Vec<EnterpriseOrderView>>> {
    Ok(Json(read::offers(&app.db, &user, id).await?))
}

/// Chooses the institution and opens the ticked data to it.
#[utoipa::path(post, path = "/enterprise/orders/{id}/confirm", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = SignatureIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn confirm(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<SignatureIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    service::confirm(&app.db, &user, id, version, &input.scopes, input.authorization_version).await?;
    own(&app, &user, id).await
}

async fn left(
    app: &AppState,
    user: &EnterpriseUser,
    id: OrderId,
    version: i32,
    action: OrderActionKind,
    input: &ReasonIn,
) -> Answer<Json<EnterpriseOrderView>> {
    service::leave(&app.db, user, id, version, action, &input.reason).await?;
    own(app, user, id).await
}

/// Does not choose the institution.
#[utoipa::path(post, path = "/enterprise/orders/{id}/decline", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn decline(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    left(&app, &user, id, version, OrderActionKind::Decline, &input).await
}

/// Leaves after having confirmed.
#[utoipa::path(post, path = "/enterprise/orders/{id}/withdraw", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn withdraw(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    left(&app, &user, id, version, OrderActionKind::Withdraw, &input).await
}

/// Accepts what was granted.
#[utoipa::path(post, path = "/enterprise/orders/{id}/accept", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = AcceptIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn accept(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<AcceptIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    service::accept(&app.db, &user, id, version, &input).await?;
    own(&app, &user, id).await
}

/// Does not accept what was granted.
#[utoipa::path(post, path = "/enterprise/orders/{id}/decline-offer", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn decline_offer(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    left(&app, &user, id, version, OrderActionKind::DeclineOffer, &input).await
}

/// Confirms the figures of the payment.
#[utoipa::path(post, path = "/enterprise/orders/{id}/confirm-disbursement", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 200, body = EnterpriseOrderView)))]
async fn confirm_disbursement(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<EnterpriseOrderView>> {
    service::confirm_disbursement(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Sends a file of the payment: contract or voucher.
#[utoipa::path(get, path = "/enterprise/orders/{id}/payment-files/{file}", tag = "orders", params(("id" = OrderId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn payment_file(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path((id, file)): Path<(OrderId, FileId)>,
) -> Answer<Response> {
    Ok(read::payment_file(&app, &user, id, file).await?)
}

async fn demand(app: &AppState, user: &EnterpriseUser, id: DemandId) -> Answer<Json<DemandView>> {
    let row = demands::own(app.db.read(), user.org, id).await?;
    Ok(Json(demands::view_of(&app.db, row).await?))
}

/// Takes a demand back; its undecided orders end with it.
#[utoipa::path(post, path = "/enterprise/demands/{id}/withdraw", tag = "orders", params(("id" = DemandId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = DemandView)))]
async fn withdraw_demand(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<DemandView>> {
    demand_service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    demand(&app, &user, id).await
}

/// Takes no further offers for a demand.
#[utoipa::path(post, path = "/enterprise/demands/{id}/complete", tag = "orders", params(("id" = DemandId, Path), IfMatch), responses((status = 200, body = DemandView)))]
async fn complete_demand(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<DemandView>> {
    demand_service::complete(&app.db, &user, id, version).await?;
    demand(&app, &user, id).await
}

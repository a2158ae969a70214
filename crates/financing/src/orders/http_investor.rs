//! Routes of the investor: what differs from a lender's.

use super::{
    EquityOffer, TermSheet, Tranche,
    grab::{self, Bid},
    grants::ORDERS_INSTITUTION,
    investor_service as service, read,
    view::InstitutionOrderView,
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{Day, DemandId, Money, OrderId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A payment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TrancheIn {
    pub paid_on: Day,
    pub amount: Money,
    #[schema(min_length = 3, max_length = 60)]
    pub voucher_no: String,
    /// No further payment will come.
    pub last: bool,
}

/// Routes of the investor.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(invest)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(propose)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(pay)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: OrderId) -> Answer<Json<InstitutionOrderView>> {
    Ok(Json(read::institution_order(&app.db, &app.vault, user, id).await?))
}

/// Grabs an equity demand with an indicative offer.
#[utoipa::path(post, path = "/market/demands/{id}/invest", tag = "orders", params(("id" = DemandId, Path)), request_body = EquityOffer, responses((status = 201, body = InstitutionOrderView)))]
async fn invest(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DemandId>,
    Json(offer): Json<EquityOffer>,
) -> Answer<(StatusCode, Json<InstitutionOrderView>)> {
    let order = grab::grab(&app.db, &user, id, &Bid::Investment(offer)).await?;
    Ok((StatusCode::CREATED, own(&app, &user, order).await?))
}

/// Proposes the terms of the investment.
#[utoipa::path(post, path = "/institution/orders/{id}/term-sheet", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = TermSheet, responses((status = 200, body = InstitutionOrderView)))]
async fn propose(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(sheet): Json<TermSheet>,
) -> Answer<Json<InstitutionOrderView>> {
    service::propose(&app.db, &user, id, version, &sheet).await?;
    own(&app, &user, id).await
}

/// Records a payment of the investor.
#[utoipa::path(post, path = "/institution/orders/{id}/tranches", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = TrancheIn, responses((status = 200, body = InstitutionOrderView)))]
async fn pay(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<TrancheIn>,
) -> Answer<Json<InstitutionOrderView>> {
    let TrancheIn { paid_on, amount, voucher_no, last } = input;
    service::pay(&app.db, &user, id, version, &Tranche { paid_on, amount, voucher_no }, last).await?;
    own(&app, &user, id).await
}

//! The market of masked demands, and the grab.

use super::{
    Offer,
    grab::{self, Bid, check_certified},
    grants::{MARKET_READ, ORDERS_INSTITUTION},
    read,
    view::InstitutionOrderView,
};
use crate::demands::{MarketDemand, MarketFilter};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DemandId, Page, PageQuery};
use utoipa_axum::routes;

/// Routes of the market.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(MARKET_READ, routes!(list)))
        .routes(guarded(MARKET_READ, routes!(read_one)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(grab_it)))
}

/// Demands on the market, masked; for certified institutions.
#[utoipa::path(get, path = "/market/demands", tag = "orders", params(MarketFilter, PageQuery), responses((status = 200, body = Page<MarketDemand>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<MarketFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<MarketDemand>>> {
    check_certified(&user)?;
    Ok(Json(read::market(&app.db, &user, &filter, &page).await?))
}

/// One demand, masked.
#[utoipa::path(get, path = "/market/demands/{id}", tag = "orders", params(("id" = DemandId, Path)), responses((status = 200, body = MarketDemand)))]
async fn read_one(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<MarketDemand>> {
    check_certified(&user)?;
    Ok(Json(read::market_demand(&app.db, &user, id).await?))
}

/// Grabs a demand with an indicative offer.
#[utoipa::path(post, path = "/market/demands/{id}/grab", tag = "orders", params(("id" = DemandId, Path)), request_body = Offer, responses((status = 201, body = InstitutionOrderView)))]
async fn grab_it(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DemandId>,
    Json(offer): Json<Offer>,
) -> Answer<(StatusCode, Json<InstitutionOrderView>)> {
    let order = grab::grab(&app.db, &user, id, &Bid::Loan(offer)).await?;
    Ok((StatusCode::CREATED, Json(read::institution_order(&app.db, &app.vault, &user, order).await?)))
}

//! 导出: the own orders and the market as lists that leave the platform, without what needs a consent; the trail notes each.

use super::{
    grab::check_certified,
    grants::{MARKET_READ, ORDERS_ENTERPRISE, ORDERS_INSTITUTION},
    list::OrderFilter,
    read,
    view::{EnterpriseOrderView, InstitutionOrderView},
};
use crate::demands::{MarketDemand, MarketFilter};
use axum::extract::State;
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, EnterpriseUser, InstitutionUser, Json, Query, Routes, guarded};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(of_institution)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(of_enterprise)))
        .routes(guarded(MARKET_READ, routes!(of_market)))
}

/// The own orders by a filter, without the names of enterprises.
#[utoipa::path(post, path = "/institution/orders/export", tag = "orders", params(OrderFilter), responses((status = 200, body = Vec<InstitutionOrderView>)))]
async fn of_institution(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<OrderFilter>,
) -> Answer<Json<Vec<InstitutionOrderView>>> {
    let (db, actor, filter) = (&app.db, &*user, &filter);
    let page = |page| async move { read::unnamed_page(db, actor, filter, &page).await };
    Ok(Json(db.exported(Intent::by(actor, "orders.export"), page).await?))
}

/// The own orders by a filter.
#[utoipa::path(post, path = "/enterprise/orders/export", tag = "orders", params(OrderFilter), responses((status = 200, body = Vec<EnterpriseOrderView>)))]
async fn of_enterprise(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<OrderFilter>,
) -> Answer<Json<Vec<EnterpriseOrderView>>> {
    let (db, actor, filter) = (&app.db, &*user, &filter);
    let page = |page| async move { read::enterprise_page(db, actor, filter, &page).await };
    Ok(Json(db.exported(Intent::by(actor, "orders.export"), page).await?))
}

/// Demands on the market by a filter, masked as they are there.
#[utoipa::path(post, path = "/market/demands/export", tag = "orders", params(MarketFilter), responses((status = 200, body = Vec<MarketDemand>)))]
async fn of_market(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<MarketFilter>,
) -> Answer<Json<Vec<MarketDemand>>> {
    check_certified(&user)?;
    let (db, actor, filter) = (&app.db, &*user, &filter);
    let page = |page| async move { read::market(db, actor, filter, &page).await };
    Ok(Json(db.exported(Intent::by(actor, "demands.export_market"), page).await?))
}

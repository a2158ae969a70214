//! The government's list of demands.

use super::{
    grants::SUPPLY_READ,
    looks::{self, SupplyEnterprise},
    view::{self, SupplyDemand, SupplyDemandDetail},
};
use axum::extract::State;
use jinqiao_db::Intent;
use jinqiao_financing::{
    demands::PublishedFilter,
    products::{ShelfFilter, ShelfItem, shelf_page},
};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DemandId, Page, PageQuery};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(SUPPLY_READ, routes!(list)))
        .routes(guarded(SUPPLY_READ, routes!(read_one)))
        .routes(guarded(SUPPLY_READ, routes!(enterprise)))
        .routes(guarded(SUPPLY_READ, routes!(export)))
        .routes(guarded(SUPPLY_READ, routes!(export_products)))
}

/// What enterprises have looked for, what was handed in last first; without names.
#[utoipa::path(get, path = "/government/supply/demands", tag = "supply", params(PublishedFilter, PageQuery), responses((status = 200, body = Page<SupplyDemand>)))]
async fn list(
    State(app): State<AppState>,
    _: AnyUser,
    Query(filter): Query<PublishedFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<SupplyDemand>>> {
    Ok(Json(view::page(&app.db, &filter, &page).await?))
}

/// One demand with what institutions did about it; without the enterprise's name.
#[utoipa::path(get, path = "/government/supply/demands/{id}", tag = "supply", params(("id" = DemandId, Path)), responses((status = 200, body = SupplyDemandDetail)))]
async fn read_one(
    State(app): State<AppState>,
    _: AnyUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<SupplyDemandDetail>> {
    Ok(Json(view::detail(&app.db, id).await?))
}

/// Whose demand it is; the enterprise reads who looked.
#[utoipa::path(post, path = "/government/supply/demands/{id}/enterprise", tag = "supply", params(("id" = DemandId, Path)), responses((status = 200, body = SupplyEnterprise)))]
async fn enterprise(
    State(app): State<AppState>,
    user: AnyUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<SupplyEnterprise>> {
    Ok(Json(looks::enterprise(&app.db, &user, id).await?))
}

/// The demands by a filter, without names.
#[utoipa::path(post, path = "/government/supply/demands/export", tag = "supply", params(PublishedFilter), responses((status = 200, body = Vec<SupplyDemand>)))]
async fn export(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<PublishedFilter>,
) -> Answer<Json<Vec<SupplyDemand>>> {
    let (db, filter) = (&app.db, &filter);
    let page = |page| async move { view::page(db, filter, &page).await };
    Ok(Json(db.exported(Intent::by(&user, "supply.export"), page).await?))
}

/// The products on the shelf by a filter, as everybody sees them.
#[utoipa::path(post, path = "/government/supply/products/export", tag = "supply", params(ShelfFilter), responses((status = 200, body = Vec<ShelfItem>)))]
async fn export_products(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<ShelfFilter>,
) -> Answer<Json<Vec<ShelfItem>>> {
    let (db, filter) = (&app.db, &filter);
    let page = |page| async move { shelf_page(db, filter, &page).await };
    Ok(Json(db.exported(Intent::by(&user, "supply.export_products"), page).await?))
}

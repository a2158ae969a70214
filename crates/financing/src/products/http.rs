//! Routes of the operator, and what everybody may see.

use super::{
    lists::{self, ProductFilter},
    rates::{self, RateBands, RateFilter},
    review_service as service,
    shelf::{self, ShelfFilter},
    store,
    view::{self, OperatorProductView, ProductView, PublicProduct, ShelfInstitution, ShelfItem},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded, public};
use jinqiao_kernel::{Page, PageQuery, ProductId, local_date};
use jinqiao_platform::reviews::{REVIEWS_HANDLE, RefusalIn, ReturnIn};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    super::http_institution::routes()
        .routes(guarded(REVIEWS_HANDLE, routes!(known)))
        .routes(guarded(REVIEWS_HANDLE, routes!(review)))
        .routes(guarded(REVIEWS_HANDLE, routes!(approve)))
        .routes(guarded(REVIEWS_HANDLE, routes!(give_back)))
        .routes(guarded(REVIEWS_HANDLE, routes!(refuse)))
        .routes(guarded(REVIEWS_HANDLE, routes!(force_off)))
        .routes(public(routes!(page)))
        .routes(public(routes!(institutions)))
        .routes(public(routes!(lowest_rates)))
        .routes(public(routes!(read)))
}

/// Products on the shelf, or in another state, last changed first.
#[utoipa::path(get, path = "/operator/products", tag = "products", params(ProductFilter, PageQuery), responses((status = 200, body = Page<ProductView>)))]
async fn known(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<ProductFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ProductView>>> {
    let rows = lists::known_page(&app.db, &filter, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

async fn reviewed(app: &AppState, id: ProductId) -> Answer<Json<OperatorProductView>> {
    let row = store::submitted(app.db.read(), id).await?;
    Ok(Json(view::for_operator(&app.db, row).await?))
}

/// One product with its newest version and the one on the shelf.
#[utoipa::path(get, path = "/operator/products/{id}", tag = "products", params(("id" = ProductId, Path)), responses((status = 200, body = OperatorProductView)))]
async fn review(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(id): Path<ProductId>,
) -> Answer<Json<OperatorProductView>> {
    reviewed(&app, id).await
}

/// Approves the newest version: it comes on the shelf.
#[utoipa::path(post, path = "/operator/products/{id}/approve", tag = "products", params(("id" = ProductId, Path), IfMatch), responses((status = 200, body = OperatorProductView)))]
async fn approve(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<OperatorProductView>> {
    service::approve(&app.db, &user, id, version).await?;
    reviewed(&app, id).await
}

/// Returns the newest version with everything that has to be corrected.
#[utoipa::path(post, path = "/operator/products/{id}/return", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = ReturnIn, responses((status = 200, body = OperatorProductView)))]
async fn give_back(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReturnIn>,
) -> Answer<Json<OperatorProductView>> {
    input.check()?;
    service::give_back(&app.db, &user, id, version, &input.defects).await?;
    reviewed(&app, id).await
}

/// Refuses the newest version.
#[utoipa::path(post, path = "/operator/products/{id}/refuse", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = RefusalIn, responses((status = 200, body = OperatorProductView)))]
async fn refuse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<RefusalIn>,
) -> Answer<Json<OperatorProductView>> {
    input.check()?;
    service::refuse(&app.db, &user, id, version, &input.reason).await?;
    reviewed(&app, id).await
}

/// Takes a product off the shelf.
#[utoipa::path(post, path = "/operator/products/{id}/force-off", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = RefusalIn, responses((status = 200, body = OperatorProductView)))]
async fn force_off(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<RefusalIn>,
) -> Answer<Json<OperatorProductView>> {
    input.check()?;
    service::force_off(&app.db, &user, id, version, &input.reason).await?;
    reviewed(&app, id).await
}

/// Products on the shelf, for everybody.
#[utoipa::path(get, path = "/products", tag = "products", params(ShelfFilter, PageQuery), responses((status = 200, body = Page<ShelfItem>)))]
async fn page(
    State(app): State<AppState>,
    Query(filter): Query<ShelfFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ShelfItem>>> {
    Ok(Json(view::shelf_page(&app.db, &filter, &page).await?))
}

/// Institutions with products on the shelf, those with the most first.
#[utoipa::path(get, path = "/products/institutions", tag = "products", responses((status = 200, body = Vec<ShelfInstitution>)))]
async fn institutions(State(app): State<AppState>) -> Answer<Json<Vec<ShelfInstitution>>> {
    Ok(Json(view::institutions(&app.db).await?))
}

/// One product on the shelf, for everybody.
#[utoipa::path(get, path = "/products/{id}", tag = "products", params(("id" = ProductId, Path)), responses((status = 200, body = PublicProduct)))]
async fn read(State(app): State<AppState>, Path(id): Path<ProductId>) -> Answer<Json<PublicProduct>> {
    let offered = shelf::on_shelf(app.db.read(), id, local_date(app.db.world().now())).await?;
    Ok(Json(view::public(&app.db, offered).await?))
}

/// 利率分布: at which rates the loans on the shelf begin.
#[utoipa::path(get, path = "/products/rates", tag = "products", params(RateFilter), responses((status = 200, body = RateBands)))]
async fn lowest_rates(State(app): State<AppState>, Query(filter): Query<RateFilter>) -> Answer<Json<RateBands>> {
    Ok(Json(rates::bands(&app.db, filter).await?))
}

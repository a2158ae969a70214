//! Routes of the institution.

use super::{
    ProductContent,
    grants::PRODUCTS_OWN,
    lists::{self, ProductFilter},
    service::{self, ShelfAction},
    sheet::{SheetTrial, SheetTrialIn, try_sheet},
    sheet_names::{SheetNameView, dictionary},
    store,
    view::{self, ProductView},
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery, ProductId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A step on the shelf.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductShelfIn {
    /// Why, at most 500 characters.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// Routes of the institution.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(PRODUCTS_OWN, routes!(list)))
        .routes(guarded(PRODUCTS_OWN, routes!(create)))
        .routes(guarded(PRODUCTS_OWN, routes!(sheet_names)))
        .routes(guarded(PRODUCTS_OWN, routes!(sheet)))
        .routes(guarded(PRODUCTS_OWN, routes!(read)))
        .routes(guarded(PRODUCTS_OWN, routes!(edit)))
        .routes(guarded(PRODUCTS_OWN, routes!(submit)))
        .routes(guarded(PRODUCTS_OWN, routes!(recall)))
        .routes(guarded(PRODUCTS_OWN, routes!(take_off)))
        .routes(guarded(PRODUCTS_OWN, routes!(put_on)))
        .routes(guarded(PRODUCTS_OWN, routes!(archive)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: ProductId) -> Answer<Json<ProductView>> {
    let row = store::own(app.db.read(), user.org, id).await?;
    Ok(Json(view::detail(&app.db, row).await?))
}

/// The own products, last changed first; archived ones only when asked for.
#[utoipa::path(get, path = "/institution/products", tag = "products", params(ProductFilter, PageQuery), responses((status = 200, body = Page<ProductView>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<ProductFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ProductView>>> {
    let rows = lists::own_page(&app.db, user.org, &filter, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// Keeps a new draft.
#[utoipa::path(post, path = "/institution/products", tag = "products", request_body = ProductContent, responses((status = 201, body = ProductView)))]
async fn create(
    State(app): State<AppState>,
    user: InstitutionUser,
    Json(content): Json<ProductContent>,
) -> Answer<(StatusCode, Json<ProductView>)> {
    let id = service::create(&app.db, &user, &content).await?;
    Ok((StatusCode::CREATED, own(&app, &user, id).await?))
}

/// The names that a rule sheet may use.
#[utoipa::path(get, path = "/institution/products/sheet", tag = "products", responses((status = 200, body = Vec<SheetNameView>)))]
async fn sheet_names(_: InstitutionUser) -> Json<Vec<SheetNameView>> {
    Json(dictionary())
}

/// Tries a rule sheet with made-up values; changes nothing.
#[utoipa::path(post, path = "/institution/products/sheet", tag = "products", request_body = SheetTrialIn, responses((status = 200, body = SheetTrial)))]
async fn sheet(_: InstitutionUser, Json(input): Json<SheetTrialIn>) -> Answer<Json<SheetTrial>> {
    Ok(Json(try_sheet(&input)?))
}

/// One of the own products.
#[utoipa::path(get, path = "/institution/products/{id}", tag = "products", params(("id" = ProductId, Path)), responses((status = 200, body = ProductView)))]
async fn read(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
) -> Answer<Json<ProductView>> {
    own(&app, &user, id).await
}

/// Writes the newest version, or begins the next one.
#[utoipa::path(put, path = "/institution/products/{id}", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = ProductContent, responses((status = 200, body = ProductView)))]
async fn edit(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(content): Json<ProductContent>,
) -> Answer<Json<ProductView>> {
    service::edit(&app.db, &user, id, version, &content).await?;
    own(&app, &user, id).await
}

/// Submits the newest version for review.
#[utoipa::path(post, path = "/institution/products/{id}/submit", tag = "products", params(("id" = ProductId, Path), IfMatch), responses((status = 200, body = ProductView)))]
async fn submit(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<ProductView>> {
    service::submit(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Takes the newest version back from review.
#[utoipa::path(post, path = "/institution/products/{id}/recall", tag = "products", params(("id" = ProductId, Path), IfMatch), responses((status = 200, body = ProductView)))]
async fn recall(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<ProductView>> {
    service::recall(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

async fn shelved(
    app: &AppState,
    user: &InstitutionUser,
    id: ProductId,
    version: i32,
    action: ShelfAction,
    input: &ProductShelfIn,
) -> Answer<Json<ProductView>> {
    service::shelve(&app.db, user, id, version, action, input.reason.as_deref()).await?;
    own(app, user, id).await
}

/// Takes the product off the shelf.
#[utoipa::path(post, path = "/institution/products/{id}/take-off", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = ProductShelfIn, responses((status = 200, body = ProductView)))]
async fn take_off(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ProductShelfIn>,
) -> Answer<Json<ProductView>> {
    shelved(&app, &user, id, version, ShelfAction::TakeOff, &input).await
}

/// Puts the product on the shelf again, with the version that was there last.
#[utoipa::path(post, path = "/institution/products/{id}/put-on", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = ProductShelfIn, responses((status = 200, body = ProductView)))]
async fn put_on(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ProductShelfIn>,
) -> Answer<Json<ProductView>> {
    shelved(&app, &user, id, version, ShelfAction::PutOn, &input).await
}

/// Files the product away, finally.
#[utoipa::path(post, path = "/institution/products/{id}/archive", tag = "products", params(("id" = ProductId, Path), IfMatch), request_body = ProductShelfIn, responses((status = 200, body = ProductView)))]
async fn archive(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ProductShelfIn>,
) -> Answer<Json<ProductView>> {
    shelved(&app, &user, id, version, ShelfAction::Archive, &input).await
}

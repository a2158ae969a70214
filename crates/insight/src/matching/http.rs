//! Routes of both directions.

use super::{
    reverse, service,
    view::{DemandMatches, InstitutionMatches, ProductMatches},
};
use axum::extract::State;
use jinqiao_financing::{demands::DEMANDS_OWN, orders::MARKET_READ};
use jinqiao_http::{Answer, AppState, EnterpriseUser, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{DemandId, ProductId};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(DEMANDS_OWN, routes!(for_demand)))
        .routes(guarded(DEMANDS_OWN, routes!(for_firm)))
        .routes(guarded(MARKET_READ, routes!(for_product)))
        .routes(guarded(MARKET_READ, routes!(for_institution)))
}

/// Products on the shelf that suit one of the own demands, with reasons and near misses.
#[utoipa::path(get, path = "/enterprise/demands/{id}/matches", tag = "matching", params(("id" = DemandId, Path)), responses((status = 200, body = DemandMatches)))]
async fn for_demand(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<DemandId>,
) -> Answer<Json<DemandMatches>> {
    Ok(Json(service::for_demand(&app.db, &user, id).await?))
}

/// Masked demands on the market that suit one of the own products.
#[utoipa::path(get, path = "/institution/products/{id}/matches", tag = "matching", params(("id" = ProductId, Path)), responses((status = 200, body = ProductMatches)))]
async fn for_product(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<ProductId>,
) -> Answer<Json<ProductMatches>> {
    Ok(Json(reverse::for_product(&app.db, &user, id).await?))
}

/// Loans on the shelf that suit the own firm as it is, before it has said what it wants.
#[utoipa::path(get, path = "/enterprise/matches", tag = "matching", responses((status = 200, body = DemandMatches)))]
async fn for_firm(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<DemandMatches>> {
    Ok(Json(service::for_firm(&app.db, &user).await?))
}

/// Masked demands on the market that suit what the own institution has on the shelf.
#[utoipa::path(get, path = "/institution/matches", tag = "matching", responses((status = 200, body = InstitutionMatches)))]
async fn for_institution(State(app): State<AppState>, user: InstitutionUser) -> Answer<Json<InstitutionMatches>> {
    Ok(Json(reverse::for_institution(&app.db, &user).await?))
}

//! Routes of both directions.

use super::{
    service,
    view::{DemandMatches, ProductMatches},
};
use crate::permissions::perm;
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{DemandId, ProductId};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(perm::DEMANDS_OWN, routes!(for_demand)))
        .routes(guarded(perm::MARKET_READ, routes!(for_product)))
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
    Ok(Json(service::for_product(&app.db, &user, id).await?))
}

//! The page of a firm, for each who may read it.

use super::{
    access,
    gather::gathered,
    grants::{PANORAMA_ORDERS, PANORAMA_OWN, PANORAMA_READ},
    view::Panorama,
};
use axum::extract::State;
use jinqiao_http::{Answer, AnyUser, AppState, EnterpriseUser, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{OrderId, OrgId};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(PANORAMA_READ, routes!(of_firm)))
        .routes(guarded(PANORAMA_OWN, routes!(own)))
        .routes(guarded(PANORAMA_ORDERS, routes!(of_order)))
}

/// A firm on one page, for the operator and for departments that have to do with it; that it was looked at is noted for the firm.
#[utoipa::path(get, path = "/firms/{id}/panorama", tag = "panorama", params(("id" = OrgId, Path)), responses((status = 200, body = Panorama)))]
async fn of_firm(State(app): State<AppState>, user: AnyUser, Path(id): Path<OrgId>) -> Answer<Json<Panorama>> {
    let seen = access::by_role(&app.db, &user, id).await?;
    Ok(Json(gathered(&app.db, seen).await?))
}

/// The own firm on one page: what others see of it.
#[utoipa::path(get, path = "/enterprise/panorama", tag = "panorama", responses((status = 200, body = Panorama)))]
async fn own(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<Panorama>> {
    let seen = access::own(&app.db, &user).await?;
    Ok(Json(gathered(&app.db, seen).await?))
}

/// The firm of an order on one page, as far as its consent opens it; that it was looked at is noted for the firm.
#[utoipa::path(get, path = "/institution/orders/{id}/panorama", tag = "panorama", params(("id" = OrderId, Path)), responses((status = 200, body = Panorama)))]
async fn of_order(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<Panorama>> {
    let seen = access::of_order(&app.db, &user, id).await?;
    Ok(Json(gathered(&app.db, seen).await?))
}

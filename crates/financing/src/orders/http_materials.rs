//! Routes of both sides of a request for materials.

use super::{
    grants::{ORDERS_ENTERPRISE, ORDERS_INSTITUTION},
    materials::{self, MaterialItem, MaterialsIn},
    read::{enterprise_order, institution_order},
    view::{EnterpriseOrderView, InstitutionOrderView},
};
use axum::{extract::State, response::Response};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{FileId, OrderId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A request for materials.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MaterialRequestIn {
    /// Everything that is missing, 1 to 20.
    items: Vec<MaterialItem>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(ask)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(recall)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(material)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(provide)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: OrderId) -> Answer<Json<InstitutionOrderView>> {
    Ok(Json(institution_order(&app.db, &app.vault, user, id).await?))
}

/// Asks the enterprise for materials; the institution's clock stands still until they come.
#[utoipa::path(post, path = "/institution/orders/{id}/request-materials", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = MaterialRequestIn, responses((status = 200, body = InstitutionOrderView)))]
async fn ask(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<MaterialRequestIn>,
) -> Answer<Json<InstitutionOrderView>> {
    materials::ask(&app.db, &user, id, version, &input.items).await?;
    own(&app, &user, id).await
}

/// Takes the open request back.
#[utoipa::path(post, path = "/institution/orders/{id}/recall-materials", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 200, body = InstitutionOrderView)))]
async fn recall(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionOrderView>> {
    materials::recall(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Sends one of the materials that were provided, while the consent holds; noted for the enterprise.
#[utoipa::path(get, path = "/institution/orders/{id}/materials/{file}", tag = "orders", params(("id" = OrderId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn material(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path((id, file)): Path<(OrderId, FileId)>,
) -> Answer<Response> {
    Ok(materials::for_institution(&app, &user, id, file).await?)
}

/// Provides the materials that were asked for.
#[utoipa::path(post, path = "/enterprise/orders/{id}/provide-materials", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = MaterialsIn, responses((status = 200, body = EnterpriseOrderView)))]
async fn provide(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<MaterialsIn>,
) -> Answer<Json<EnterpriseOrderView>> {
    materials::provide(&app.db, &user, id, version, &input).await?;
    Ok(Json(enterprise_order(&app.db, &app.vault, &user, id).await?))
}

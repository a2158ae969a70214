//! Routes of the direct application.

use super::{
    apply_service::{self as service, Application},
    grants::{ORDERS_ENTERPRISE, ORDERS_INSTITUTION},
    read,
    view::{EnterpriseOrderView, InstitutionOrderView},
};
use crate::demands::DemandIn;
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{OrderId, ProductId};
use jinqiao_platform::consents::ConsentScope;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// An application for a product.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationIn {
    /// Number of the product's version that was read.
    number: i32,
    /// What is wanted.
    demand: DemandIn,
    /// What is opened to the institution; identity and contact always.
    scopes: Vec<ConsentScope>,
    /// Version of the data authorisation that was read and accepted.
    authorization_version: i32,
}

/// Routes of the direct application.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(apply)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(take_on)))
}

/// Applies for a product on the shelf; the ticked data are opened to its institution.
#[utoipa::path(post, path = "/products/{id}/apply", tag = "orders", params(("id" = ProductId, Path)), request_body = ApplicationIn, responses((status = 201, body = EnterpriseOrderView)))]
async fn apply(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(product): Path<ProductId>,
    Json(input): Json<ApplicationIn>,
) -> Answer<(StatusCode, Json<EnterpriseOrderView>)> {
    let wanted = Application {
        product,
        number: input.number,
        draft: input.demand.draft(),
        scopes: input.scopes,
        authorization: input.authorization_version,
    };
    let id = service::apply(&app.db, &user, &wanted).await?;
    Ok((StatusCode::CREATED, Json(read::enterprise_order(&app.db, &app.vault, &user, id).await?)))
}

/// Takes an application on.
#[utoipa::path(post, path = "/institution/orders/{id}/take-on", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 200, body = InstitutionOrderView)))]
async fn take_on(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<InstitutionOrderView>> {
    service::take_on(&app.db, &user, id, version).await?;
    Ok(Json(read::institution_order(&app.db, &app.vault, &user, id).await?))
}

//! Routes about who handles what.

use super::{
    grants::ORDERS_INSTITUTION,
    hand_over,
    officers::{OfficerView, officers},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Routes, guarded};
use jinqiao_kernel::{AccountId, OrderId, OrgId};
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A hand-over.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverIn {
    /// Who goes on.
    officer_id: AccountId,
    /// Words for the colleague, 2 to 200 characters; the enterprise does not read them.
    #[schema(min_length = 2, max_length = 200)]
    note: String,
}

/// What a hand-over leaves.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct HandedOverView {
    /// Whether the one who handed over still sees the order.
    visible: bool,
}

/// Routes about who handles what.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(list)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(guarantors)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(hand_it_over)))
}

/// A guarantor that can be chosen.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct GuarantorView {
    id: OrgId,
    name: String,
}

/// Certified guarantors and insurers, by name, at most 200.
#[utoipa::path(get, path = "/institution/guarantors", tag = "orders", responses((status = 200, body = Vec<GuarantorView>)))]
async fn guarantors(State(app): State<AppState>, _: InstitutionUser) -> Answer<Json<Vec<GuarantorView>>> {
    let known = organizations::guarantors(app.db.read(), 200).await?;
    Ok(Json(known.into_iter().map(|org| GuarantorView { id: org.id, name: org.name }).collect()))
}

/// Colleagues with their running orders, as far as the reader sees them.
#[utoipa::path(get, path = "/institution/officers", tag = "orders", responses((status = 200, body = Vec<OfficerView>)))]
async fn list(State(app): State<AppState>, user: InstitutionUser) -> Answer<Json<Vec<OfficerView>>> {
    Ok(Json(officers(&app.db, &user).await?))
}

/// Hands an order over to a colleague.
#[utoipa::path(post, path = "/institution/orders/{id}/hand-over", tag = "orders", params(("id" = OrderId, Path), IfMatch), request_body = HandOverIn, responses((status = 200, body = HandedOverView)))]
async fn hand_it_over(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
    Json(input): Json<HandOverIn>,
) -> Answer<Json<HandedOverView>> {
    let HandOverIn { officer_id, note } = input;
    let visible = hand_over::hand_over(&app.db, &user, id, version, officer_id, &note).await?;
    Ok(Json(HandedOverView { visible }))
}

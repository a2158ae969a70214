//! Routes: what the own institution can serve.

use super::{
    capacity::{self, CapacityIn},
    shares,
};
use axum::extract::State;
use jinqiao_db::Db;
use jinqiao_financing::products::PRODUCTS_OWN;
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Routes, guarded};
use jinqiao_kernel::{OrgId, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What the own institution can serve, and what it got.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CapacityView {
    version: i32,
    /// Dispatches within thirty days; none for any number.
    capacity: Option<i32>,
    /// Dispatches of the last thirty days.
    dispatches: i64,
    /// It gets no further ones for now.
    full: bool,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(PRODUCTS_OWN, routes!(read))).routes(guarded(PRODUCTS_OWN, routes!(save)))
}

async fn view(db: &Db, institution: OrgId) -> Result<CapacityView> {
    let said = capacity::of(db.read(), institution).await?;
    let recent = shares::recent(db.read(), db.world().now()).await?;
    let dispatches = recent.get(&institution).map_or(0, |share| share.count);
    let full = capacity::full(said.capacity, dispatches);
    Ok(CapacityView { version: said.version, capacity: said.capacity, dispatches, full })
}

/// How many dispatches the own institution can serve in thirty days, and how many it got.
#[utoipa::path(get, path = "/institution/dispatch-capacity", tag = "matching", responses((status = 200, body = CapacityView)))]
async fn read(State(app): State<AppState>, user: InstitutionUser) -> Answer<Json<CapacityView>> {
    Ok(Json(view(&app.db, user.org).await?))
}

/// Says how many dispatches the own institution can serve in thirty days; it counts from the next round on.
#[utoipa::path(put, path = "/institution/dispatch-capacity", tag = "matching", params(IfMatch), request_body = CapacityIn, responses((status = 200, body = CapacityView)))]
async fn save(
    State(app): State<AppState>,
    user: InstitutionUser,
    IfMatch(version): IfMatch,
    Json(input): Json<CapacityIn>,
) -> Answer<Json<CapacityView>> {
    capacity::save(&app.db, &user, version, input).await?;
    Ok(Json(view(&app.db, user.org).await?))
}

//! What everybody may see.

use super::view::{self, PolicyNote};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, Path, Routes, public};
use jinqiao_kernel::PolicyId;
use utoipa_axum::routes;

/// Routes for everybody.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(notes)))
}

/// How an item has changed beside its versions, newest first.
#[utoipa::path(get, path = "/policies/{id}/notes", tag = "adjustments", params(("id" = PolicyId, Path)), responses((status = 200, body = Vec<PolicyNote>)))]
async fn notes(State(app): State<AppState>, Path(id): Path<PolicyId>) -> Answer<Json<Vec<PolicyNote>>> {
    Ok(Json(view::notes(&app.db, id).await?))
}

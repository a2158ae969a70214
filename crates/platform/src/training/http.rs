//! Routes of the operator.

use super::{grants::TRAINING_MOVE, service};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Routes, guarded};
use jinqiao_kernel::DateTime;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The platform's time.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PlatformTime {
    now: DateTime,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(TRAINING_MOVE, routes!(move_on)))
}

/// Moves the platform's time to the next working day; only on a server with demo data.
#[utoipa::path(post, path = "/operator/training/next-working-day", tag = "training", responses((status = 200, body = PlatformTime)))]
async fn move_on(State(app): State<AppState>, user: OperatorUser) -> Answer<Json<PlatformTime>> {
    service::next_working_day(&app.db, &user).await?;
    Ok(Json(PlatformTime { now: app.db.world().now() }))
}

//! The own score, and the operator's weights.

use super::{
    ScoreTableIn, service,
    view::{ScoreTableView, ScoreView},
};
use crate::enterprises::{
    grants::{ENTERPRISE_PROFILE, SCORE_MANAGE},
    of_org, years_of,
};
use axum::extract::State;
use jinqiao_db::Db;
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, OperatorUser, Routes, guarded};
use jinqiao_kernel::{Result, local_date};
use utoipa_axum::routes;

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ENTERPRISE_PROFILE, routes!(read)))
        .routes(guarded(SCORE_MANAGE, routes!(tables)))
        .routes(guarded(SCORE_MANAGE, routes!(save)))
}

/// The own score with all that made it.
#[utoipa::path(get, path = "/enterprise/score", tag = "enterprises", responses((status = 200, body = ScoreView)))]
async fn read(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<ScoreView>> {
    let (db, now) = (&app.db, app.db.world().now());
    let profile = of_org(db.read(), user.org).await?;
    let years = years_of(db.read(), user.org).await?;
    let (score, table) = service::with_table(db.read(), &profile, &years, now).await?;
    Ok(Json(ScoreView::new(score.as_ref(), table, now)))
}

async fn views(db: &Db) -> Result<Vec<ScoreTableView>> {
    let today = local_date(db.world().now());
    let counts = service::in_force(db.read(), today).await?.effective_on;
    let rows = service::all(db.read()).await?;
    Ok(rows.into_iter().map(|row| ScoreTableView::new(row.clone(), row.effective_on == counts, today)).collect())
}

/// All tables of weights, newest first; the last one came with the platform.
#[utoipa::path(get, path = "/operator/score-weights", tag = "enterprises", responses((status = 200, body = Vec<ScoreTableView>)))]
async fn tables(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<ScoreTableView>>> {
    Ok(Json(views(&app.db).await?))
}

/// Writes the table that counts from a day on, today at the earliest.
#[utoipa::path(put, path = "/operator/score-weights", tag = "enterprises", params(IfMatch), request_body = ScoreTableIn, responses((status = 200, body = Vec<ScoreTableView>)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    IfMatch(version): IfMatch,
    Json(input): Json<ScoreTableIn>,
) -> Answer<Json<Vec<ScoreTableView>>> {
    service::save_table(&app.db, &user, version, &input).await?;
    Ok(Json(views(&app.db).await?))
}

//! Policies in figures.

use super::{
    count::{StatisticsFilter, counted},
    grants::POLICY_STATISTICS,
    model::PolicyStatistics,
};
use axum::extract::State;
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AnyUser, AppState, Json, Query, Routes, guarded};
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(POLICY_STATISTICS, routes!(statistics)))
        .routes(guarded(POLICY_STATISTICS, routes!(export)))
}

/// Applications, reviews, budgets and firms in figures: of the own department, or of all for those who watch over them.
#[utoipa::path(get, path = "/policy-statistics", tag = "stats", params(StatisticsFilter), responses((status = 200, body = PolicyStatistics)))]
async fn statistics(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<StatisticsFilter>,
) -> Answer<Json<PolicyStatistics>> {
    Ok(Json(counted(&app.db, &user, &filter).await?))
}

/// The same figures to be taken out of the platform; that is noted.
#[utoipa::path(post, path = "/policy-statistics/export", tag = "stats", params(StatisticsFilter), responses((status = 200, body = PolicyStatistics)))]
async fn export(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<StatisticsFilter>,
) -> Answer<Json<PolicyStatistics>> {
    let figures = counted(&app.db, &user, &filter).await?;
    let detail = format!("{} 年度，{} 个政策事项", figures.year, figures.funds.items);
    app.db.viewed(Intent::by(&user, "policy_statistics.export").detail(detail)).await?;
    Ok(Json(figures))
}

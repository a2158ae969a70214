//! 月度走势 of the figures: what was added to each in each of the last months, for everybody.

use super::model::FigureKey;
use axum::extract::State;
use jinqiao_db::{LastMonths, shared};
use jinqiao_financing::{
    demands,
    servicing::{MONTHS, paid_by_month},
};
use jinqiao_http::{Answer, AppState, Json, Routes, public};
use jinqiao_kernel::{DateTime, OrgKind, Result};
use jinqiao_platform::organizations::registered_by_month;
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What was added to a figure.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct FigureTrend {
    key: FigureKey,
    /// In each month, in the unit of the figure.
    added: Vec<i64>,
}

/// How the figures have gone. Those of which is not known when they were added to are left out.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct Trends {
    /// When they were counted.
    at: DateTime,
    /// The last twelve as `yyyymm`, in Shanghai, the oldest first; the last one still runs.
    months: Vec<String>,
    trends: Vec<FigureTrend>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(trends)))
}

async fn counted(conn: &impl ConnectionTrait, at: DateTime) -> Result<Trends> {
    let months = LastMonths::at(at, MONTHS);
    let of = |key, added| FigureTrend { key, added };
    let trends = vec![
        of(FigureKey::Enterprises, registered_by_month(conn, OrgKind::Enterprise, &months).await?),
        of(FigureKey::Demands, demands::published_by_month(conn, &months).await?),
        of(FigureKey::Disbursed, paid_by_month(conn, &months).await?),
    ];
    Ok(Trends { at, months: months.names(), trends })
}

/// What was added to the figures in each of the last twelve months, for everybody.
#[utoipa::path(get, path = "/stats/trends", tag = "stats", responses((status = 200, body = Trends)))]
async fn trends(State(app): State<AppState>) -> Answer<Json<Trends>> {
    let (conn, at) = (&app.db.answer(), app.db.world().now());
    Ok(Json(shared(conn, "", counted(conn, at)).await?))
}

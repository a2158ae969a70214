//! The holiday table, for the operator.

use super::{
    csv,
    grants::CALENDAR_MANAGE,
    store::{self, CalendarDay, CalendarYear, CalendarYearIn},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Routes, guarded};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A file to be read.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarCsvIn {
    /// `日期,类型,名称` in lines.
    #[schema(max_length = 100000)]
    csv: String,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(CALENDAR_MANAGE, routes!(list)))
        .routes(guarded(CALENDAR_MANAGE, routes!(save)))
        .routes(guarded(CALENDAR_MANAGE, routes!(read_csv)))
}

/// All years of the table.
#[utoipa::path(get, path = "/operator/calendar", tag = "calendar", responses((status = 200, body = Vec<CalendarYear>)))]
async fn list(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<CalendarYear>>> {
    Ok(Json(store::years(app.db.read()).await?))
}

/// Replaces one year, or adds it.
#[utoipa::path(put, path = "/operator/calendar/{year}", tag = "calendar", params(("year" = i32, Path), IfMatch), request_body = CalendarYearIn, responses((status = 200, body = Vec<CalendarYear>)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(year): Path<i32>,
    IfMatch(version): IfMatch,
    Json(input): Json<CalendarYearIn>,
) -> Answer<Json<Vec<CalendarYear>>> {
    store::save_year(&app.db, &user, year, version, &input).await?;
    Ok(Json(store::years(app.db.read()).await?))
}

/// Reads a file into days; nothing is stored.
#[utoipa::path(post, path = "/operator/calendar/read-csv", tag = "calendar", request_body = CalendarCsvIn, responses((status = 200, body = Vec<CalendarDay>)))]
async fn read_csv(_: OperatorUser, Json(input): Json<CalendarCsvIn>) -> Answer<Json<Vec<CalendarDay>>> {
    Ok(Json(csv::parse(&input.csv)?))
}

//! The table, for everybody to read and for the operator to keep.

use super::{
    LprQuote, csv,
    grants::LPR_MANAGE,
    store::{self, newest},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded, public};
use jinqiao_kernel::{Day, local_date};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Quotes to be kept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LprCsvIn {
    /// `公布日期,1年期,5年期以上` in lines, rates in percent; at most 200.
    #[schema(max_length = 20000)]
    csv: String,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(public(routes!(list)))
        .routes(guarded(LPR_MANAGE, routes!(save)))
        .routes(guarded(LPR_MANAGE, routes!(remove)))
}

/// The LPR, newest first, up to five years.
#[utoipa::path(get, path = "/lpr", tag = "lpr", responses((status = 200, body = Vec<LprQuote>)))]
async fn list(State(app): State<AppState>) -> Answer<Json<Vec<LprQuote>>> {
    Ok(Json(newest(app.db.read()).await?))
}

/// Keeps the quotes of a sheet, all of them or none, each in place of one of the same day.
#[utoipa::path(post, path = "/operator/lpr", tag = "lpr", request_body = LprCsvIn, responses((status = 200, body = Vec<LprQuote>)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    Json(input): Json<LprCsvIn>,
) -> Answer<Json<Vec<LprQuote>>> {
    let quotes = csv::parse(&input.csv, local_date(app.db.world().now()))?;
    store::save(&app.db, &user, &quotes).await?;
    Ok(Json(newest(app.db.read()).await?))
}

/// Takes out a quote that was entered by mistake.
#[utoipa::path(delete, path = "/operator/lpr/{day}", tag = "lpr", params(("day" = Day, Path)), responses((status = 200, body = Vec<LprQuote>)))]
async fn remove(State(app): State<AppState>, user: OperatorUser, Path(day): Path<Day>) -> Answer<Json<Vec<LprQuote>>> {
    store::remove(&app.db, &user, day).await?;
    Ok(Json(newest(app.db.read()).await?))
}

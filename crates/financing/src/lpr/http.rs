//! The table, for everybody to read and for the operator to keep.

use super::{
    LprQuote,
    grants::LPR_MANAGE,
    store::{self, newest},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Routes, guarded, public};
use jinqiao_kernel::{Day, Error, local_date};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// As many as are entered at once: more than have ever been published.
const MOST: usize = 200;

/// Quotes to be kept.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LprQuotesIn {
    /// 1 to 200, one a day.
    #[schema(min_items = 1, max_items = 200)]
    quotes: Vec<LprQuote>,
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

/// Keeps quotes, each in place of one of the same day.
#[utoipa::path(post, path = "/operator/lpr", tag = "lpr", request_body = LprQuotesIn, responses((status = 200, body = Vec<LprQuote>)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    Json(input): Json<LprQuotesIn>,
) -> Answer<Json<Vec<LprQuote>>> {
    if input.quotes.is_empty() || input.quotes.len() > MOST {
        return Err(Error::field("quotes", "请填写 1 至 200 期 LPR").into());
    }
    let today = local_date(app.db.world().now());
    input.quotes.iter().try_for_each(|quote| quote.check(today))?;
    store::save(&app.db, &user, &input.quotes).await?;
    Ok(Json(newest(app.db.read()).await?))
}

/// Takes out a quote that was entered by mistake.
#[utoipa::path(delete, path = "/operator/lpr/{day}", tag = "lpr", params(("day" = Day, Path)), responses((status = 200, body = Vec<LprQuote>)))]
async fn remove(State(app): State<AppState>, user: OperatorUser, Path(day): Path<Day>) -> Answer<Json<Vec<LprQuote>>> {
    store::remove(&app.db, &user, day).await?;
    Ok(Json(newest(app.db.read()).await?))
}

//! What everybody may see.

use super::{
    store::{self, ForecastFilter},
    view::{self, PublicForecast},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, Path, Query, Routes, public};
use jinqiao_kernel::{Page, PageQuery};
use utoipa_axum::routes;
use uuid::Uuid;

/// Routes for everybody.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(page))).routes(public(routes!(read)))
}

/// Items that are expected, the next first; after them those whose month is over, the last first.
#[utoipa::path(get, path = "/forecasts", tag = "forecasts", params(ForecastFilter, PageQuery), responses((status = 200, body = Page<PublicForecast>)))]
async fn page(
    State(app): State<AppState>,
    Query(filter): Query<ForecastFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PublicForecast>>> {
    let rows = store::public_page(&app.db, &filter, &page).await?;
    Ok(Json(view::public_page(&app.db, rows).await?))
}

/// One of them, also after it has become an item or was withdrawn.
#[utoipa::path(get, path = "/forecasts/{id}", tag = "forecasts", params(("id" = Uuid, Path)), responses((status = 200, body = PublicForecast)))]
async fn read(State(app): State<AppState>, Path(id): Path<Uuid>) -> Answer<Json<PublicForecast>> {
    let row = store::listed(app.db.read(), id).await?;
    Ok(Json(view::public(&app.db, row).await?))
}

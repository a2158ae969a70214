//! Routes of the firms that want to be told.

use super::{
    grants::FORECASTS_SUBSCRIBE,
    store, subscriptions,
    view::{self, ForecastSubscription, SubscribedForecast},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, EnterpriseUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery};
use utoipa_axum::routes;
use uuid::Uuid;

/// Routes of the firms.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(FORECASTS_SUBSCRIBE, routes!(list)))
        .routes(guarded(FORECASTS_SUBSCRIBE, routes!(read)))
        .routes(guarded(FORECASTS_SUBSCRIBE, routes!(subscribe)))
        .routes(guarded(FORECASTS_SUBSCRIBE, routes!(unsubscribe)))
}

/// What the own firm subscribed to, newest first.
#[utoipa::path(get, path = "/enterprise/forecasts", tag = "forecasts", params(PageQuery), responses((status = 200, body = Page<SubscribedForecast>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<SubscribedForecast>>> {
    let rows = store::of_enterprise(&app.db, user.org, &page).await?;
    Ok(Json(view::subscribed_page(&app.db, rows).await?))
}

/// Whether the own firm is told of a forecast.
#[utoipa::path(get, path = "/enterprise/forecasts/{id}", tag = "forecasts", params(("id" = Uuid, Path)), responses((status = 200, body = ForecastSubscription)))]
async fn read(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<ForecastSubscription>> {
    store::listed(app.db.read(), id).await?;
    Ok(Json(view::subscription(&app.db, user.org, id).await?))
}

/// Wants to be told when it moves, is given up, or becomes an item.
#[utoipa::path(post, path = "/enterprise/forecasts/{id}/subscribe", tag = "forecasts", params(("id" = Uuid, Path)), responses((status = 200, body = ForecastSubscription)))]
async fn subscribe(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<ForecastSubscription>> {
    subscriptions::subscribe(&app.db, &user, id).await?;
    Ok(Json(view::subscription(&app.db, user.org, id).await?))
}

/// Does not want to be told any more.
#[utoipa::path(post, path = "/enterprise/forecasts/{id}/unsubscribe", tag = "forecasts", params(("id" = Uuid, Path)), responses((status = 200, body = ForecastSubscription)))]
async fn unsubscribe(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<ForecastSubscription>> {
    subscriptions::unsubscribe(&app.db, &user, id).await?;
    Ok(Json(view::subscription(&app.db, user.org, id).await?))
}

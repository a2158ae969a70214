//! Routes of the operator's tuning page.

use super::effect::{TuningEffect, effect};
use crate::matching::{
    dispatch::{self, Share},
    grants::MATCHING_TUNE,
    settings::{self, MatchSettings, MatchSettingsIn, Version},
};
use axum::extract::State;
use jinqiao_db::Db;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Routes, guarded};
use jinqiao_kernel::{BasisPoints, Checks, DateTime, OrgId, Result};
use jinqiao_matching::market::beyond_cap;
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A version of the settings.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct MatchSettingsView {
    /// 0 for what the platform ships.
    version: i32,
    /// Since when it counts; none for what the platform ships.
    at: Option<DateTime>,
    reason: String,
    settings: MatchSettings,
}

/// An institution's part of the dispatches of thirty days.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct DispatchShare {
    institution_id: OrgId,
    institution_name: String,
    dispatches: i64,
    /// Of all, basis points.
    share: i64,
    /// More than the cap.
    beyond: bool,
    /// What it said it can serve in thirty days; none for any number.
    capacity: Option<i32>,
    /// It has as many, and gets no further ones for now.
    full: bool,
    /// Dispatches that it got above the cap because its score led.
    led: i64,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(MATCHING_TUNE, routes!(versions)))
        .routes(guarded(MATCHING_TUNE, routes!(save)))
        .routes(guarded(MATCHING_TUNE, routes!(try_out)))
        .routes(guarded(MATCHING_TUNE, routes!(shares)))
}

async fn views(db: &Db) -> Result<Vec<MatchSettingsView>> {
    let rows = settings::versions(db.read()).await?;
    let view = |row: Version| MatchSettingsView {
        version: row.version,
        at: (row.version > 0).then_some(row.at),
        reason: row.reason,
        settings: row.body.0.0,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// The settings of the matching, newest version first; the first one counts.
#[utoipa::path(get, path = "/operator/matching/settings", tag = "matching", responses((status = 200, body = Vec<MatchSettingsView>)))]
async fn versions(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<MatchSettingsView>>> {
    Ok(Json(views(&app.db).await?))
}

/// Writes the next version; it counts for what is matched from now on.
#[utoipa::path(put, path = "/operator/matching/settings", tag = "matching", params(IfMatch), request_body = MatchSettingsIn, responses((status = 200, body = Vec<MatchSettingsView>)))]
async fn save(
    State(app): State<AppState>,
    user: OperatorUser,
    IfMatch(version): IfMatch,
    Json(input): Json<MatchSettingsIn>,
) -> Answer<Json<Vec<MatchSettingsView>>> {
    settings::save(&app.db, &user, version, &input).await?;
    Ok(Json(views(&app.db).await?))
}

/// What these settings would have done in the last thirty days; changes nothing.
#[utoipa::path(post, path = "/operator/matching/effect", tag = "matching", request_body = MatchSettings, responses((status = 200, body = TuningEffect)))]
async fn try_out(
    State(app): State<AppState>,
    _: OperatorUser,
    Json(settings): Json<MatchSettings>,
) -> Answer<Json<TuningEffect>> {
    let mut checks = Checks::new();
    settings.check(&mut checks);
    checks.done()?;
    Ok(Json(effect(&app.db, &settings).await?))
}

/// Who got the dispatches of the last thirty days, most first.
#[utoipa::path(get, path = "/operator/matching/shares", tag = "matching", responses((status = 200, body = Vec<DispatchShare>)))]
async fn shares(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<DispatchShare>>> {
    let (conn, now) = (&app.db.answer(), app.db.world().now());
    let counted = dispatch::recent(conn, now).await?;
    let ((_, settings), capacities) = (settings::current(conn).await?, dispatch::capacities(conn).await?);
    let all: i64 = counted.values().map(|share| share.count).sum();
    let orgs = organizations::names(conn, counted.keys().copied()).await?;
    let view = |(id, Share { count, led }): (OrgId, Share)| {
        let capacity = capacities.get(&id).copied();
        DispatchShare {
            institution_id: id,
            institution_name: orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default(),
            dispatches: count,
            share: i64::from(BasisPoints::of(count, all).0),
            beyond: beyond_cap(count, all, BasisPoints(settings.share_cap)).is_some(),
            capacity,
            full: dispatch::full(capacity, count),
            led,
        }
    };
    let mut shares: Vec<_> = counted.into_iter().map(view).collect();
    shares.sort_by(|a, b| b.dispatches.cmp(&a.dispatches).then_with(|| a.institution_name.cmp(&b.institution_name)));
    Ok(Json(shares))
}

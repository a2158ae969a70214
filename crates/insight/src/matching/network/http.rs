//! Routes: the operator's view of the network, and the government's of the clusters.

use super::{
    links::NetworkSide,
    report::{MethodTrial, SideReport},
    segments, store,
    told::SegmentsView,
};
use crate::matching::grants::{MATCHING_TUNE, SEGMENTS_READ};
use axum::extract::State;
use jinqiao_db::{Db, Intent};
use jinqiao_http::{Answer, AnyUser, AppState, Json, OperatorUser, Routes, guarded};
use jinqiao_kernel::{DateTime, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A graph of the network.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct NetworkGraph {
    side: NetworkSide,
    /// Firms with an order.
    firms: usize,
    /// Products or institutions with an order.
    items: usize,
    links: usize,
    /// What was tried on hidden links, best first; nothing while there are too few links, and the default blend serves.
    trials: Vec<MethodTrial>,
}

/// The network as it was last computed.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct NetworkView {
    /// When; none until it was computed for the first time.
    at: Option<DateTime>,
    /// It is about to be computed anew, because somebody asked for it.
    asked: bool,
    /// How long it took, milliseconds.
    millis: i64,
    /// After so many days an order counted half.
    half_life: Option<i32>,
    /// Clusters of firms.
    clusters: usize,
    /// Firms in them.
    firms: i32,
    /// How well they separate, thousandths; from about 250 on there is structure.
    silhouette: i32,
    graphs: Vec<NetworkGraph>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(MATCHING_TUNE, routes!(read)))
        .routes(guarded(MATCHING_TUNE, routes!(compute_anew)))
        .routes(guarded(SEGMENTS_READ, routes!(clusters)))
}

async fn view(db: &Db) -> Result<NetworkView> {
    let run = store::newest(db.read()).await?;
    let clusters = match &run {
        Some(run) => store::clusters(db.read(), run.number).await?.iter().filter(|one| one.label > 0).count(),
        None => 0,
    };
    let run = run.as_ref();
    let graph = |report: &SideReport| NetworkGraph {
        side: report.side,
        firms: report.users,
        items: report.items,
        links: report.links,
        trials: report.trials.clone(),
    };
    Ok(NetworkView {
        at: run.map(|run| run.at),
        asked: run.is_some_and(|run| run.asked_at.is_some()),
        millis: run.map_or(0, |run| run.millis),
        half_life: run.map(|run| run.settings.half_life),
        clusters,
        firms: run.map_or(0, |run| run.firms),
        silhouette: run.map_or(0, |run| run.silhouette),
        graphs: run.map(|run| run.sides.iter().map(graph).collect()).unwrap_or_default(),
    })
}

/// The network as it was last computed, and how each method did on hidden links.
#[utoipa::path(get, path = "/operator/matching/network", tag = "matching", responses((status = 200, body = NetworkView)))]
async fn read(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<NetworkView>> {
    Ok(Json(view(&app.db).await?))
}

/// Asks for the network to be computed anew; that happens beside requests, within seconds while it is small.
#[utoipa::path(post, path = "/operator/matching/network", tag = "matching", responses((status = 200, body = NetworkView)))]
async fn compute_anew(State(app): State<AppState>, user: OperatorUser) -> Answer<Json<NetworkView>> {
    let intent = Intent::by(&user, "matching.compute_network");
    app.db.write(intent, |tx| async move { store::ask(&tx).await }).await?;
    Ok(Json(view(&app.db).await?))
}

/// Clusters of firms, in words and figures.
#[utoipa::path(get, path = "/government/segments", tag = "matching", responses((status = 200, body = SegmentsView)))]
async fn clusters(State(app): State<AppState>, _: AnyUser) -> Answer<Json<SegmentsView>> {
    Ok(Json(segments::view(&app.db.answer()).await?))
}

//! What is kept and shown of a run.

use super::{compute::Side, graphs, links::NetworkSide};
use jinqiao_matching::network::{Blend, Method};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a method did on links that were hidden from it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct MethodTrial {
    /// Its name in the literature; none for the blend of several.
    method: Option<String>,
    /// r: mean place of a hidden link among the nodes that the firm does not have, hundred-thousandths; less is better.
    ranking_score: i32,
    /// Of the first 20 nodes, those that were hidden; hundred-thousandths.
    precision: i32,
    /// The one that serves.
    chosen: bool,
}

/// One side of a run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SideReport {
    /// Which.
    pub side: NetworkSide,
    /// Firms with a link.
    pub users: usize,
    /// Nodes with a link.
    pub items: usize,
    /// Links.
    pub links: usize,
    /// What serves.
    pub blend: Blend,
    /// What was tried, best first.
    pub trials: Vec<MethodTrial>,
    /// Of the graph and the method.
    pub digest: String,
}

fn hundred_thousandths(value: f64) -> i32 {
    (value * 100_000.0).round().clamp(0.0, 1e9) as i32
}

impl SideReport {
    /// The report of `side`, with its graph.
    pub fn new(side: &Side) -> (Self, Vec<u8>) {
        let bytes = graphs::to_bytes(&side.network);
        let blend = side.choice.blend.clone();
        let alone = |method: Method| Blend::single(method) == blend;
        let any_alone = side.choice.tried.iter().filter_map(|one| one.method).any(alone);
        let trials = side.choice.tried.iter().map(|one| MethodTrial {
            method: one.method.map(Method::name),
            ranking_score: hundred_thousandths(one.trial.ranking_score),
            precision: hundred_thousandths(one.trial.precision),
            chosen: one.method.map_or(!any_alone, alone),
        });
        let graph = &side.network.graph;
        let digest = graphs::digest(&bytes, &format!("{blend:?}"));
        let report = Self {
            side: side.side,
            users: graph.users.len(),
            items: graph.items.len(),
            links: graph.links(),
            trials: trials.collect(),
            digest,
            blend,
        };
        (report, bytes)
    }
}

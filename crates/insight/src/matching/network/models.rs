//! What serves a run, in this process: tables of each side by what they are of.

use super::{
    graphs,
    links::NetworkSide,
    report::SideReport,
    store::{self, Run},
};
use crate::matching::cache::GenerationalCache;
use jinqiao_db::Reading;
use jinqiao_kernel::{Error, Result};
use jinqiao_matching::network::{Blend, Graph, Keep, Model, Weight};
use std::sync::{Arc, LazyLock, Mutex, PoisonError};
use uuid::Uuid;

/// Kilobytes of one generation, two of which are kept.
const KILOBYTES: usize = 128 * 1_024;

/// Links of a graph that is fitted while somebody waits for it, which takes some 0.2 s; a greater one is fitted ahead only.
const AT_ONCE: usize = 20_000;

/// A model with the keys of its items, ascending.
pub struct Serving {
    /// Scores.
    pub model: Model,
    /// Who is linked with what, by numbers alone.
    pub graph: Graph,
    /// The number of an item is its place.
    pub items: Vec<Uuid>,
}

impl Serving {
    /// The number of an item.
    pub fn number(&self, item: Uuid) -> Option<u32> {
        u32::try_from(self.items.binary_search(&item).ok()?).ok()
    }

    /// Firms that chose both items.
    pub fn firms_with_both(&self, one: u32, other: u32) -> usize {
        let (one, other) = (self.graph.items.of(one as usize), self.graph.items.of(other as usize));
        let chose = |firm: u32| {
            let place = other.binary_search_by_key(&firm, |(firm, _)| *firm);
            place.is_ok_and(|place| Weight::is_choice(other[place].1))
        };
        one.iter().filter(|(firm, weight)| Weight::is_choice(*weight) && chose(*firm)).count()
    }
}

static KNOWN: LazyLock<Mutex<GenerationalCache<String, Arc<Serving>>>> =
    LazyLock::new(|| Mutex::new(GenerationalCache::new(KILOBYTES)));
/// Who asks while one is being fitted waits for it.
static FITTING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

fn known(digest: &str) -> Option<Arc<Serving>> {
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).get(digest)
}

fn fit(bytes: &[u8], blend: &Blend) -> Option<Serving> {
    let (graph, items) = graphs::from_bytes(bytes)?;
    Some(Serving { model: Model::new(&graph, blend, Keep::COMPACT), graph, items })
}

/// What serves the side `report` of `run`; none where the run is gone, or while a great one is being fitted.
pub async fn serving(conn: &impl Reading, run: &Run, report: &SideReport) -> Result<Option<Arc<Serving>>> {
    match known(&report.digest) {
        None if report.links <= AT_ONCE => fitted(conn, run, report).await,
        found => Ok(found),
    }
}

async fn fitted(conn: &impl Reading, run: &Run, report: &SideReport) -> Result<Option<Arc<Serving>>> {
    let _turn = FITTING.lock().await;
    if let Some(found) = known(&report.digest) {
        return Ok(Some(found));
    }
    let Some([products, institutions]) = store::graphs(conn, run.number).await? else { return Ok(None) };
    let bytes = if report.side == NetworkSide::Products { products } else { institutions };
    let blend = report.blend.clone();
    let fitted = tokio::task::spawn_blocking(move || fit(&bytes, &blend)).await.map_err(Error::internal)?;
    let Some(serving) = fitted.map(Arc::new) else { return Ok(None) };
    let weight = serving.model.bytes() / 1_024 + 1;
    KNOWN.lock().unwrap_or_else(PoisonError::into_inner).put(report.digest.clone(), serving.clone(), weight);
    Ok(Some(serving))
}

/// Fits what serves the newest run, so that no person waits for it.
pub async fn warm(conn: &impl Reading) -> Result<()> {
    if let Some(run) = store::newest(conn).await? {
        for report in &run.sides {
            fitted(conn, &run, report).await?;
        }
    }
    Ok(())
}

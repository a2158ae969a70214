//! Answers that are the same for everybody and take long: computed once for all who wait, and kept for a while.

use crate::{Reading, memo::Cache};
use jinqiao_kernel::Result;
use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
};
use tokio::{sync::Mutex as Turn, time::Instant};

/// Answers of one kind that are kept at most; which are asked for is a matter of a few.
const MOST: usize = 16;

/// What was computed last, and when. Whoever holds it computes; others wait for it, and not for the database.
type Cell<T> = Arc<Turn<Option<(Instant, T)>>>;

/// The answers of type `T`, by what was asked.
struct Cells<T>(Arc<Mutex<HashMap<String, Cell<T>>>>);

impl<T> Clone for Cells<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Cells<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Send + 'static> Cells<T> {
    fn of(&self, key: &str) -> Cell<T> {
        let mut cells = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if cells.len() >= MOST && !cells.contains_key(key) {
            cells.clear();
        }
        cells.entry(key.to_owned()).or_default().clone()
    }
}

/// The answer to `key`: as this process has computed it for somebody within the time that answers are kept
/// ([`crate::Options::share_answers`]), or what `compute` finds. Time is the machine's own, which cannot be set back. A write
/// waits for nobody, and what it computes itself is not kept: it may be rolled back.
///
/// # Errors
/// What `compute` returns; that is not kept.
pub async fn shared<T, F>(conn: &impl Reading, key: &str, compute: F) -> Result<T>
where
    T: Clone + Send + 'static,
    F: Future<Output = Result<T>>,
{
    let cache: &Cache = conn.cache();
    let cell = cache.entry::<Cells<T>>().of(key);
    let fresh = |held: &Option<(Instant, T)>| {
        held.as_ref().filter(|(since, _)| since.elapsed() < cache.keep()).map(|(_, known)| known.clone())
    };
    if conn.is_write() {
        return match cell.try_lock().ok().and_then(|held| fresh(&held)) {
            Some(known) => Ok(known),
            None => compute.await,
        };
    }
    let mut held = cell.lock().await;
    if let Some(known) = fresh(&held) {
        return Ok(known);
    }
    let found = compute.await?;
    *held = Some((Instant::now(), found.clone()));
    Ok(found)
}

//! Answers that are the same for everybody and take long: computed once for all who wait, and kept for a while.

use crate::{Reading, memo::Cache};
use jinqiao_kernel::Result;
use std::{
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::Mutex as Turn, time::Instant};

/// Answers of one kind that are kept at most; which are asked for is a matter of a few.
const MOST: usize = 16;

/// While somebody computes it anew, others are told what is at most so many times as old as it should be.
const OLD: u32 = 10;

/// What was computed last, and when.
type Known<T> = Mutex<Option<(Instant, T)>>;

/// An answer, and the turn to compute it: whoever has it computes, and others wait for it and not for the database.
struct Answer<T> {
    known: Known<T>,
    turn: Turn<()>,
}

impl<T> Default for Answer<T> {
    fn default() -> Self {
        Self { known: Mutex::default(), turn: Turn::default() }
    }
}

impl<T: Clone> Answer<T> {
    /// What was computed within this time.
    fn within(&self, time: Duration) -> Option<T> {
        let known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
        known.as_ref().filter(|(since, _)| since.elapsed() < time).map(|(_, found)| found.clone())
    }
}

/// The answers of type `T`, by what was asked.
struct Answers<T>(Arc<Mutex<HashMap<String, Arc<Answer<T>>>>>);

impl<T> Clone for Answers<T> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<T> Default for Answers<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T: Send + 'static> Answers<T> {
    fn of(&self, key: &str) -> Arc<Answer<T>> {
        let mut answers = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if answers.len() >= MOST && !answers.contains_key(key) {
            answers.clear();
        }
        answers.entry(key.to_owned()).or_default().clone()
    }
}

/// The answer to `key`: as this process has computed it for somebody within the time that answers are kept
/// ([`crate::Options::share_answers`]), or what `compute` finds. While somebody computes it anew, whoever else asks is told the last one.
/// Time is the machine's own, which cannot be set back. A write waits for nobody, and what it computes itself is not kept: it may be rolled back.
///
/// # Errors
/// What `compute` returns; that is not kept.
pub async fn shared<T, F>(conn: &impl Reading, key: &str, compute: F) -> Result<T>
where
    T: Clone + Send + 'static,
    F: Future<Output = Result<T>>,
{
    let cache: &Cache = conn.cache();
    let answer = cache.entry::<Answers<T>>().of(key);
    let (keep, fresh) = (cache.keep(), || answer.within(cache.keep()));
    if let Some(known) = fresh() {
        return Ok(known);
    }
    if conn.is_write() {
        return compute.await;
    }
    let _turn = match answer.turn.try_lock() {
        Ok(turn) => turn,
        Err(_) => match answer.within(keep * OLD) {
            Some(last) => return Ok(last),
            None => answer.turn.lock().await,
        },
    };
    if let Some(known) = fresh() {
        return Ok(known);
    }
    let found = compute.await?;
    *answer.known.lock().unwrap_or_else(PoisonError::into_inner) = Some((Instant::now(), found.clone()));
    Ok(found)
}

//! The only way to write.

use crate::{Db, Intent, Tx, audit, group::Fate, tx::TxInner};
use jinqiao_kernel::{DatabaseFailure, Error, Result};
use sea_orm::DbErr;
use std::{
    error::Error as _,
    future::Future,
    sync::{Arc, Mutex, OnceLock, atomic::AtomicBool, atomic::Ordering},
    time::Duration,
};

const ATTEMPTS: u32 = 6;

/// An attempt that came to nothing.
struct Failed {
    error: Error,
    /// COMMIT was sent, and its answer may be what was lost: another try could do everything twice.
    at_commit: bool,
    /// Another write of the same commit took this one along.
    taken_along: bool,
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { error, at_commit: false, taken_along: false }
    }
}

impl Db {
    /// Runs `work` in one transaction with its audit row: all of it is there afterwards, or nothing. Only SQL may be
    /// awaited inside. `work` may run again, from the start: when PostgreSQL asks for it, when another write that shared its
    /// commit took it along, and once when the connection was lost before anything could have become durable.
    ///
    /// # Errors
    /// Whatever `work` returns, after rolling back; `unavailable` or `storage.full` when nothing can be written now.
    pub async fn write<T, F, Fut>(&self, intent: Intent, mut work: F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let (mut attempt, mut lost, mut alone) = (1, false, false);
        loop {
            let failed = match self.write_attempt(&intent, alone, &mut work).await {
                Ok(value) => return Ok(value),
                Err(failed) => failed,
            };
            match failure_of(&failed.error) {
                // Alone, nobody can take it along again.
                _ if failed.taken_along && !alone => alone = true,
                Some(DatabaseFailure::Clash) if attempt < ATTEMPTS => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt)).await;
                    attempt += 1;
                }
                Some(DatabaseFailure::Lost) if !failed.at_commit && !lost => lost = true,
                _ => return Err(failed.error),
            }
        }
    }

    async fn write_attempt<T, F, Fut>(&self, intent: &Intent, alone: bool, work: &mut F) -> Result<T, Failed>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let tx = Tx(Arc::new(TxInner {
            conn: self.0.writer.begin(alone).await?,
            db: self.0.clone(),
            now: self.0.world.now(),
            real_now: self.0.world.real_now(),
            intent: intent.clone(),
            subject: OnceLock::new(),
            note: Mutex::default(),
            left_jobs: AtomicBool::new(false),
            left_facts: AtomicBool::new(false),
            replayed: AtomicBool::new(false),
        }));
        let result = work(tx.clone()).await;
        // Without its audit row nothing may stay.
        let result = match result {
            Ok(value) if intent.audited && !tx.0.replayed.load(Ordering::Relaxed) => {
                audit::append(&tx).await.map(|()| value)
            }
            result => result,
        };
        let inner = Arc::into_inner(tx.0).ok_or_else(|| Error::internal("a write's handle outlived the write"))?;
        match self.0.writer.finish(inner.conn, result.is_ok(), alone).await {
            Fate::Settled => {}
            Fate::Lost => {
                let error = Error::unavailable().caused_by("another write of the same commit failed");
                return Err(Failed { error, at_commit: false, taken_along: true });
            }
            Fate::Failed { error, at_commit } => {
                return Err(Failed { error: error.into(), at_commit, taken_along: false });
            }
        }
        let value = result?;
        if inner.left_jobs.into_inner() {
            self.0.wake.notify_one();
        }
        if inner.left_facts.into_inner() {
            self.0.live.wake();
        }
        Ok(value)
    }
}

fn failure_of(error: &Error) -> Option<DatabaseFailure> {
    error.source().and_then(|cause| cause.downcast_ref::<DbErr>()).map(DatabaseFailure::of)
}

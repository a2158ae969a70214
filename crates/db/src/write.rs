//! The only way to write.

use crate::{Db, Intent, Tx, audit, tx::TxInner};
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
}

impl From<Error> for Failed {
    fn from(error: Error) -> Self {
        Self { error, at_commit: false }
    }
}

impl Db {
    /// Runs `work` in one transaction with its audit row: all of it is there afterwards, or nothing. Only SQL may be
    /// awaited inside. `work` may run again, from the start: when PostgreSQL asks for it, and once when the connection was lost
    /// before anything could have become durable.
    ///
    /// # Errors
    /// Whatever `work` returns, after rolling back; `unavailable` or `storage.full` when nothing can be written now.
    pub async fn write<T, F, Fut>(&self, intent: Intent, mut work: F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let (mut attempt, mut lost) = (1, false);
        loop {
            let failed = match self.write_attempt(&intent, &mut work).await {
                Ok(value) => return Ok(value),
                Err(failed) => failed,
            };
            match failure_of(&failed.error) {
                Some(DatabaseFailure::Clash) if attempt < ATTEMPTS => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt)).await;
                    attempt += 1;
                }
                Some(DatabaseFailure::Lost) if !failed.at_commit && !lost => lost = true,
                _ => return Err(failed.error),
            }
        }
    }

    async fn write_attempt<T, F, Fut>(&self, intent: &Intent, work: &mut F) -> Result<T, Failed>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let tx = Tx(Arc::new(TxInner {
            conn: self.0.writer.begin().await?,
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
        match result {
            Ok(value) => {
                inner.conn.commit().await.map_err(|error| Failed { error: error.into(), at_commit: true })?;
                if inner.left_jobs.into_inner() {
                    self.0.wake.notify_one();
                }
                if inner.left_facts.into_inner() {
                    self.0.live.wake();
                }
                Ok(value)
            }
            Err(error) => {
                inner.conn.rollback().await;
                Err(error.into())
            }
        }
    }
}

fn failure_of(error: &Error) -> Option<DatabaseFailure> {
    error.source().and_then(|cause| cause.downcast_ref::<DbErr>()).map(DatabaseFailure::of)
}

//! The only way to write.

use crate::{Db, Engine, Intent, Tx, audit, tx::TxInner};
use jinqiao_kernel::{Error, Result};
use sea_orm::{
    DatabaseTransaction, DbErr, RuntimeErr, SqliteTransactionMode, SqlxError, TransactionOptions, TransactionTrait,
};
use std::{
    error::Error as _,
    future::Future,
    sync::{Arc, Mutex, OnceLock, atomic::AtomicBool, atomic::Ordering},
    time::Duration,
};

const ATTEMPTS: u32 = 6;

impl Db {
    /// Runs `work` in one transaction with its audit row: all of it is there afterwards, or nothing. Only SQL may be
    /// awaited inside. `work` may run again, from the start, when PostgreSQL asks for it.
    ///
    /// # Errors
    /// Whatever `work` returns, after rolling back.
    pub async fn write<T, F, Fut>(&self, intent: Intent, mut work: F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let mut attempt = 1;
        loop {
            match self.write_attempt(&intent, &mut work).await {
                Err(error) if attempt < ATTEMPTS && must_retry(&error) => {
                    tokio::time::sleep(Duration::from_millis(5 << attempt)).await;
                    attempt += 1;
                }
                result => return result,
            }
        }
    }

    async fn write_attempt<T, F, Fut>(&self, intent: &Intent, work: &mut F) -> Result<T>
    where
        F: FnMut(Tx) -> Fut + Send,
        Fut: Future<Output = Result<T>> + Send,
        T: Send,
    {
        let tx = Tx(Arc::new(TxInner {
            conn: self.begin().await?,
            db: self.0.clone(),
            now: self.0.world.now(),
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
                inner.conn.commit().await?;
                if inner.left_jobs.into_inner() {
                    self.0.wake.notify_one();
                }
                if inner.left_facts.into_inner() {
                    self.0.live.wake();
                }
                Ok(value)
            }
            Err(error) => {
                // The first error says more than a failing roll-back; dropping the connection rolls back as well.
                let _ = inner.conn.rollback().await;
                Err(error)
            }
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the one place that opens a transaction")]
    pub(crate) async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = match self.engine() {
            // A deferred transaction would fail with "database is locked" when it turns into a writer.
            Engine::Sqlite => Some(SqliteTransactionMode::Immediate),
            Engine::Postgres => None,
        };
        let options = TransactionOptions { isolation_level: None, access_mode: None, sqlite_transaction_mode };
        self.0.writer.begin_with_options(options).await
    }
}

/// PostgreSQL rolled the transaction back for a reason that another try can cure: serialization failure or deadlock.
fn must_retry(error: &Error) -> bool {
    let cause = error.source().and_then(|cause| cause.downcast_ref::<DbErr>());
    let Some(DbErr::Exec(runtime) | DbErr::Query(runtime) | DbErr::Conn(runtime)) = cause else { return false };
    let RuntimeErr::SqlxError(sqlx) = runtime else { return false };
    let sqlx: &SqlxError = sqlx;
    sqlx.as_database_error().and_then(|e| e.code()).is_some_and(|code| code == "40001" || code == "40P01")
}

//! The way to a connection for writing: one after the other, and not for ever.

use crate::{
    Faults,
    conn::Conn,
    connect::Engine,
    group::{Fate, Held, Shelf},
    memo::Cache,
    open::{EngineConnection, Open},
};
use jinqiao_kernel::{DatabaseFailure, Error, Result};
use sea_orm::{DbErr, RuntimeErr, sqlx};
use std::{
    pin::pin,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, timeout},
};

/// When no write has ended for so long, those who wait are told to come back. A queue that moves is waited for longer.
const STALLED: Duration = Duration::from_millis(1_800);
/// Longest wait in a queue that moves.
const LONGEST: Duration = Duration::from_secs(15);
/// How often a waiting write looks whether the queue moves.
const LOOK: Duration = Duration::from_millis(100);
/// Opening a connection and beginning get at least so long, however long the wait was.
const LEAST: Duration = Duration::from_millis(200);

pub(crate) enum Pool {
    Sqlite(sqlx::SqlitePool),
    Postgres(sqlx::PgPool),
}

/// Connections for writing and the permits for them.
pub(crate) struct Writer {
    pool: Pool,
    permits: Arc<Semaphore>,
    connections: u32,
    last_end: Arc<Mutex<Instant>>,
    faults: Option<Arc<dyn Faults>>,
    cache: Cache,
    /// Writes that wait for their turn.
    waiting: AtomicUsize,
    /// The transaction that those who wait may join. PostgreSQL groups commits itself.
    shelf: Shelf,
}

/// Counts as waiting until it is dropped.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn new(count: &'a AtomicUsize) -> Self {
        count.fetch_add(1, Ordering::SeqCst);
        Self(count)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

/// The right to one connection; given back when dropped.
pub(crate) struct ConnectionPermit {
    last_end: Arc<Mutex<Instant>>,
    _permit: OwnedSemaphorePermit,
}

impl ConnectionPermit {
    /// A transaction has ended in good order, so the queue moves.
    pub fn ended(&self) {
        *self.last_end.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
    }
}

impl Writer {
    pub fn new(pool: Pool, connections: u32, faults: Option<Arc<dyn Faults>>, cache: Cache) -> Self {
        let permits = Arc::new(Semaphore::new(usize::try_from(connections).unwrap_or(1)));
        let last_end = Arc::new(Mutex::new(Instant::now()));
        let (waiting, shelf) = (AtomicUsize::new(0), Shelf::default());
        Self { pool, permits, connections, last_end, faults, cache, waiting, shelf }
    }

    /// A connection at the beginning of a write: inside a fresh transaction, or, unless it shall be `alone`, in that of others
    /// who wait for their commit.
    ///
    /// # Errors
    /// `unavailable` when the queue does not move, or the database cannot be reached.
    pub async fn begin(&self, alone: bool) -> Result<Conn> {
        let asked = Instant::now();
        let permit = self.permit(asked).await?;
        let left = STALLED.saturating_sub(self.still_since(asked).elapsed()).max(LEAST);
        match timeout(left, self.begin_in(permit, alone)).await {
            Ok(begun) => Ok(begun?),
            Err(_) => Err(Error::unavailable().caused_by("no connection for writing in time")),
        }
    }

    /// Since when nothing has moved, as far as concerns who asked at `asked`.
    fn still_since(&self, asked: Instant) -> Instant {
        asked.max(*self.last_end.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Ends a write, as [`Held::finish`] says.
    pub async fn finish(&self, conn: Conn, keep: bool, alone: bool) -> Fate {
        let others = !alone && self.engine() == Engine::Sqlite && self.waiting.load(Ordering::SeqCst) > 0;
        conn.into_held().finish(keep, others, &self.shelf, self.faults.clone(), || self.close_after_these()).await
    }

    /// Commits the group after those who wait already, however many of them have gone by then.
    fn close_after_these(&self) {
        let (permits, shelf) = (self.permits.clone(), self.shelf.clone());
        let (last_end, faults) = (self.last_end.clone(), self.faults.clone());
        tokio::spawn(async move {
            let Ok(permit) = permits.acquire_owned().await else { return };
            if let Some((open, group)) = shelf.take() {
                let permit = ConnectionPermit { last_end, _permit: permit };
                Held::closing(open, group, permit).commit(faults).await;
            }
        });
    }

    async fn permit(&self, asked: Instant) -> Result<ConnectionPermit> {
        let _waiting = Waiting::new(&self.waiting);
        let mut permit = pin!(self.permits.clone().acquire_owned());
        loop {
            if let Ok(permit) = timeout(LOOK, &mut permit).await {
                let permit = permit.map_err(|_| Error::unavailable())?;
                return Ok(ConnectionPermit { last_end: self.last_end.clone(), _permit: permit });
            }
            if self.still_since(asked).elapsed() >= STALLED || asked.elapsed() >= LONGEST {
                return Err(Error::unavailable().caused_by("the queue of writes does not move"));
            }
        }
    }

    /// Connections that are dead, or inside a transaction against all expectation, are closed; the pool opens others.
    async fn begin_in(&self, mut permit: ConnectionPermit, alone: bool) -> Result<Conn, DbErr> {
        if let Some((open, group)) = self.shelf.take() {
            if alone {
                permit = Held::closing(open, group, permit).commit(self.faults.clone()).await.1;
            } else {
                match Held::joining(open, group, permit).await {
                    Ok(held) => return Ok(self.conn(held)),
                    Err(back) => permit = back,
                }
            }
        }
        let mut spare = self.connections;
        loop {
            let mut open = Open::new(self.acquire().await?);
            let failed = match open.begin().await {
                Ok(()) => return Ok(self.conn(Held::alone(open, permit))),
                Err(failed) => DbErr::Conn(RuntimeErr::SqlxError(failed.into())),
            };
            // Busy: another process writes.
            if spare == 0 || DatabaseFailure::of(&failed) == DatabaseFailure::Unavailable {
                return Err(failed);
            }
            tracing::warn!(error = %failed, "a connection that could not begin is closed");
            spare -= 1;
        }
    }

    fn conn(&self, held: Held) -> Conn {
        Conn::new(self.engine(), held, self.faults.clone(), self.cache.clone())
    }

    fn engine(&self) -> Engine {
        match self.pool {
            Pool::Sqlite(_) => Engine::Sqlite,
            Pool::Postgres(_) => Engine::Postgres,
        }
    }

    async fn acquire(&self) -> Result<EngineConnection, DbErr> {
        match &self.pool {
            Pool::Sqlite(pool) => pool.acquire().await.map(EngineConnection::Sqlite),
            Pool::Postgres(pool) => pool.acquire().await.map(EngineConnection::Postgres),
        }
        .map_err(|error| DbErr::Conn(RuntimeErr::SqlxError(error.into())))
    }
}

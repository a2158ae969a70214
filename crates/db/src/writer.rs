//! The way to a connection for writing: one after the other, and not for ever.

use crate::{
    Faults,
    conn::{Conn, EngineConnection, Open},
    connect::Engine,
    memo::Cache,
};
use jinqiao_kernel::{DatabaseFailure, Error, Result};
use sea_orm::{DbErr, RuntimeErr, sqlx};
use std::{
    pin::pin,
    sync::{Arc, Mutex, PoisonError},
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
        Self { pool, permits, connections, last_end: Arc::new(Mutex::new(Instant::now())), faults, cache }
    }

    /// A connection inside a fresh transaction.
    ///
    /// # Errors
    /// `unavailable` when the queue does not move, or the database cannot be reached.
    pub async fn begin(&self) -> Result<Conn> {
        let asked = Instant::now();
        let permit = self.permit(asked).await?;
        let left = STALLED.saturating_sub(self.still_since(asked).elapsed()).max(LEAST);
        match timeout(left, self.begin_in(permit)).await {
            Ok(begun) => Ok(begun?),
            Err(_) => Err(Error::unavailable().caused_by("no connection for writing in time")),
        }
    }

    /// Since when nothing has moved, as far as concerns who asked at `asked`.
    fn still_since(&self, asked: Instant) -> Instant {
        asked.max(*self.last_end.lock().unwrap_or_else(PoisonError::into_inner))
    }

    async fn permit(&self, asked: Instant) -> Result<ConnectionPermit> {
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
    async fn begin_in(&self, permit: ConnectionPermit) -> Result<Conn, DbErr> {
        let mut spare = self.connections;
        loop {
            let mut open = Open::new(self.acquire().await?);
            let failed = match open.begin().await {
                Ok(()) => return Ok(Conn::new(self.engine(), open, permit, self.faults.clone(), self.cache.clone())),
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

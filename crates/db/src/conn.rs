//! The connection of a running write. Its state is known at every moment: only one whose transaction has certainly ended
//! goes back to the pool, any other is closed (ADR 0029).

use crate::{
    Fault, Faults,
    connect::Engine,
    memo::{Cache, Memo},
    writer::ConnectionPermit,
};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, SqlxError, Statement, Values,
    sqlx::{self, AssertSqlSafe, Executor, Postgres, Sqlite, pool::PoolConnection},
};
use sea_orm_migration::prelude::async_trait;
use sea_query_sqlx::SqlxValues;
use std::sync::Arc;
use tokio::sync::{Mutex, MutexGuard};

/// Statements of one write go through here, to either engine.
pub struct Conn {
    engine: Engine,
    held: Mutex<Held>,
    faults: Option<Arc<dyn Faults>>,
    pub(crate) memo: Memo,
    pub(crate) cache: Cache,
}

pub(crate) enum EngineConnection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A connection out of the pool. Unless its transaction has certainly ended, it is closed when it is dropped.
///
/// SQLite rolls back by itself when the disk is full, and a request may be dropped in the middle of a statement: the driver's
/// own count of transactions is wrong then, and the next write would be one inside another that nobody commits.
pub(crate) struct Open {
    live: EngineConnection,
    idle: bool,
}

impl Drop for Open {
    fn drop(&mut self) {
        if self.idle {
            return;
        }
        match &mut self.live {
            EngineConnection::Sqlite(connection) => connection.close_on_drop(),
            EngineConnection::Postgres(connection) => connection.close_on_drop(),
        }
    }
}

impl Open {
    pub fn new(live: EngineConnection) -> Self {
        Self { live, idle: false }
    }

    /// Begins a transaction; an error when the connection was in one already.
    pub async fn begin(&mut self) -> Result<(), SqlxError> {
        match &mut self.live {
            // A deferred transaction would fail with "database is locked" when it turns into a writer.
            EngineConnection::Sqlite(connection) => connection.execute("BEGIN IMMEDIATE").await.map(|_| ()),
            // One message: inside a transaction, its first moment is not that of the statement.
            EngineConnection::Postgres(connection) => {
                let idle = "SELECT transaction_timestamp() = statement_timestamp(); BEGIN";
                let rows = connection.fetch_all(idle).await?;
                match rows.first().map(|row| sqlx::Row::try_get::<bool, _>(row, 0)).transpose()? {
                    Some(true) => Ok(()),
                    _ => Err(SqlxError::Protocol("the connection was inside a transaction".into())),
                }
            }
        }
    }

    async fn run(&mut self, sql: &'static str) -> Result<(), SqlxError> {
        match &mut self.live {
            EngineConnection::Sqlite(connection) => connection.execute(sql).await.map(|_| ()),
            EngineConnection::Postgres(connection) => connection.execute(sql).await.map(|_| ()),
        }
    }
}

/// An open connection with the permit under which it was taken.
struct Held {
    open: Open,
    /// A statement failed, so there is nothing to commit: PostgreSQL would answer COMMIT with a roll-back, without an error.
    failed: bool,
    permit: ConnectionPermit,
}

impl Held {
    async fn end(&mut self, sql: &'static str) -> Result<(), SqlxError> {
        self.open.run(sql).await?;
        self.open.idle = true;
        self.permit.ended();
        Ok(())
    }
}

impl Conn {
    /// `open` is inside a transaction that has just begun.
    pub(crate) fn new(
        engine: Engine,
        open: Open,
        permit: ConnectionPermit,
        faults: Option<Arc<dyn Faults>>,
        cache: Cache,
    ) -> Self {
        Self { engine, held: Mutex::new(Held { open, failed: false, permit }), faults, memo: Memo::default(), cache }
    }

    /// Makes everything durable.
    ///
    /// # Errors
    /// When the engine does not, or when a statement had failed before: then nothing is kept.
    pub(crate) async fn commit(self) -> Result<(), DbErr> {
        let mut held = self.ready("COMMIT").await?;
        if held.failed {
            return Err(DbErr::Exec(RuntimeErr::Internal(
                "a write went on after one of its statements had failed".into(),
            )));
        }
        held.end("COMMIT").await.map_err(executed)
    }

    /// Leaves nothing of the write. What cannot be rolled back is closed, which does the same.
    pub(crate) async fn rollback(self) {
        if let Ok(mut held) = self.ready("ROLLBACK").await
            && let Err(error) = held.end("ROLLBACK").await
        {
            tracing::debug!(%error, "a connection that could not roll back is closed");
        }
    }

    /// The connection for one statement, unless a test wants something to go wrong here.
    async fn ready(&self, sql: &str) -> Result<MutexGuard<'_, Held>, DbErr> {
        let mut held = self.held.lock().await;
        match self.faults.as_ref().and_then(|faults| faults.before(sql)) {
            None => Ok(held),
            Some(Fault::RolledBack) => {
                held.failed = true;
                held.open.run("ROLLBACK").await.map_err(executed)?;
                Err(DbErr::Exec(RuntimeErr::Internal("the engine has rolled back by itself".into())))
            }
            Some(Fault::Lost) => {
                held.failed = true;
                Err(executed(SqlxError::Io(std::io::ErrorKind::ConnectionReset.into())))
            }
        }
    }
}

/// The result of a statement; a failure is remembered until the end of the write.
fn told<T>(held: &mut Held, result: Result<T, SqlxError>) -> Result<T, DbErr> {
    held.failed |= result.is_err();
    result.map_err(executed)
}

fn executed(error: SqlxError) -> DbErr {
    DbErr::Exec(RuntimeErr::SqlxError(error.into()))
}

fn values(statement: &mut Statement) -> SqlxValues {
    SqlxValues(statement.values.take().unwrap_or(Values(vec![])))
}

#[async_trait::async_trait]
impl ConnectionTrait for Conn {
    fn get_database_backend(&self) -> DbBackend {
        self.engine.backend()
    }

    async fn execute_raw(&self, mut statement: Statement) -> Result<ExecResult, DbErr> {
        let held = &mut *self.ready(&statement.sql).await?;
        let values = values(&mut statement);
        let result = match &mut held.open.live {
            EngineConnection::Sqlite(connection) => {
                let done = sqlx::query_with(AssertSqlSafe(statement.sql), values).execute(&mut **connection).await;
                done.map(ExecResult::from)
            }
            EngineConnection::Postgres(connection) => {
                let done = sqlx::query_with(AssertSqlSafe(statement.sql), values).execute(&mut **connection).await;
                done.map(ExecResult::from)
            }
        };
        told(held, result)
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        let held = &mut *self.ready(sql).await?;
        let sql = AssertSqlSafe(sql.to_owned());
        let result = match &mut held.open.live {
            EngineConnection::Sqlite(connection) => connection.execute(sql).await.map(ExecResult::from),
            EngineConnection::Postgres(connection) => connection.execute(sql).await.map(ExecResult::from),
        };
        told(held, result)
    }

    async fn query_one_raw(&self, mut statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        let held = &mut *self.ready(&statement.sql).await?;
        let values = values(&mut statement);
        let result = match &mut held.open.live {
            EngineConnection::Sqlite(connection) => {
                let row =
                    sqlx::query_with(AssertSqlSafe(statement.sql), values).fetch_optional(&mut **connection).await;
                row.map(|row| row.map(QueryResult::from))
            }
            EngineConnection::Postgres(connection) => {
                let row =
                    sqlx::query_with(AssertSqlSafe(statement.sql), values).fetch_optional(&mut **connection).await;
                row.map(|row| row.map(QueryResult::from))
            }
        };
        told(held, result)
    }

    async fn query_all_raw(&self, mut statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        let held = &mut *self.ready(&statement.sql).await?;
        let values = values(&mut statement);
        let result = match &mut held.open.live {
            EngineConnection::Sqlite(connection) => {
                let rows = sqlx::query_with(AssertSqlSafe(statement.sql), values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
            EngineConnection::Postgres(connection) => {
                let rows = sqlx::query_with(AssertSqlSafe(statement.sql), values).fetch_all(&mut **connection).await;
                rows.map(|rows| rows.into_iter().map(QueryResult::from).collect())
            }
        };
        told(held, result)
    }
}

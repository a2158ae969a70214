//! The connection of a running write. Its state is known at every moment: only one whose transaction has certainly ended
//! goes back to the pool, any other is closed (ADR 0029).

use crate::{
    Fault, Faults,
    connect::Engine,
    group::Held,
    memo::{Cache, Memo},
    open::EngineConnection,
};
use sea_orm::{
    ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr, SqlxError, Statement, Values,
    sqlx::{self, AssertSqlSafe, Executor},
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

impl Conn {
    /// `held` is inside a transaction, at the beginning of this write.
    pub(crate) fn new(engine: Engine, held: Held, faults: Option<Arc<dyn Faults>>, cache: Cache) -> Self {
        Self { engine, held: Mutex::new(held), faults, memo: Memo::default(), cache }
    }

    /// The connection, at the end of the write.
    pub(crate) fn into_held(self) -> Held {
        self.held.into_inner()
    }

    /// The connection for one statement, unless one before it has failed, or a test wants something to go wrong here. After a
    /// failure PostgreSQL refuses everything, and SQLite may have rolled back by itself: what came then would stand alone.
    async fn ready(&self, sql: &str) -> Result<MutexGuard<'_, Held>, DbErr> {
        let mut held = self.held.lock().await;
        if held.failed {
            return Err(went_on());
        }
        strike(&mut held, self.faults.as_deref(), sql).await?;
        Ok(held)
    }
}

/// What a write is told that goes on after one of its statements had failed.
pub(crate) fn went_on() -> DbErr {
    DbErr::Exec(RuntimeErr::Internal("a write went on after one of its statements had failed".into()))
}

/// What a test wants to go wrong at `sql`.
pub(crate) async fn strike(held: &mut Held, faults: Option<&dyn Faults>, sql: &str) -> Result<(), DbErr> {
    match faults.and_then(|faults| faults.before(sql)) {
        None => Ok(()),
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

/// The result of a statement; a failure is remembered until the end of the write.
fn told<T>(held: &mut Held, result: Result<T, SqlxError>) -> Result<T, DbErr> {
    held.failed |= result.is_err();
    result.map_err(executed)
}

pub(crate) fn executed(error: SqlxError) -> DbErr {
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

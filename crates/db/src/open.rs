//! A connection out of the pool, of either engine.

use sea_orm::{
    SqlxError,
    sqlx::{self, Executor, Postgres, Sqlite, pool::PoolConnection},
};

pub(crate) enum EngineConnection {
    Sqlite(PoolConnection<Sqlite>),
    Postgres(PoolConnection<Postgres>),
}

/// A connection out of the pool. Unless its transaction has certainly ended, it is closed when it is dropped.
///
/// SQLite rolls back by itself when the disk is full, and a request may be dropped in the middle of a statement: the driver's
/// own count of transactions is wrong then, and the next write would be one inside another that nobody commits.
pub(crate) struct Open {
    pub live: EngineConnection,
    /// Its transaction has certainly ended.
    pub idle: bool,
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

    /// Runs one statement that gives no rows.
    pub async fn run(&mut self, sql: &'static str) -> Result<(), SqlxError> {
        match &mut self.live {
            EngineConnection::Sqlite(connection) => connection.execute(sql).await.map(|_| ()),
            EngineConnection::Postgres(connection) => connection.execute(sql).await.map(|_| ()),
        }
    }
}

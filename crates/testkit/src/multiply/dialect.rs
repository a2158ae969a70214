//! Where the two engines differ.

use super::schema::Table;
use jinqiao_db::Engine;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr, QueryResult, Statement};
use std::{fs, path::PathBuf};

/// The words of an engine.
#[derive(Clone, Copy)]
pub struct Dialect(pub Engine);

impl Dialect {
    /// Of the database at `url`.
    pub fn of(url: &str) -> Self {
        Self(if url.starts_with("sqlite:") { Engine::Sqlite } else { Engine::Postgres })
    }

    /// The rows that `sql` finds.
    pub async fn rows(self, conn: &DatabaseConnection, sql: impl Into<String>) -> Result<Vec<QueryResult>, DbErr> {
        conn.query_all_raw(Statement::from_string(self.0.backend(), sql.into())).await
    }

    /// The texts in the first column of what `sql` finds.
    pub async fn texts(self, conn: &DatabaseConnection, sql: impl Into<String>) -> Result<Vec<String>, DbErr> {
        self.rows(conn, sql).await?.iter().map(|row| row.try_get_by_index(0)).collect()
    }

    /// The number that `sql` finds.
    pub async fn number(self, conn: &DatabaseConnection, sql: impl Into<String>) -> Result<i64, DbErr> {
        let rows = self.rows(conn, sql).await?;
        rows.first().map_or(Ok(0), |row| row.try_get_by_index(0))
    }

    /// Type of a column of ids in a table of one's own.
    pub fn id_type(self) -> &'static str {
        if self.0 == Engine::Sqlite { "BLOB" } else { "uuid" }
    }

    /// The first four digits of an id, as the table of beginnings holds them.
    pub fn beginning(self, id: &str) -> String {
        if self.0 == Engine::Sqlite { format!("substr({id}, 1, 2)") } else { format!("substr({id}::text, 1, 4)") }
    }

    /// Four digits as [`Dialect::beginning`] would find them.
    pub fn digits(self, four: &str) -> String {
        if self.0 == Engine::Sqlite { format!("x'{four}'") } else { format!("'{four}'") }
    }

    /// The id with another `beginning`; null if that is.
    pub fn begun_with(self, beginning: &str, id: &str) -> String {
        match self.0 {
            Engine::Sqlite => format!("CAST({beginning} || substr({id}, 3) AS BLOB)"),
            Engine::Postgres => format!("CAST({beginning} || substr({id}::text, 5) AS uuid)"),
        }
    }

    /// An id of 32 hex digits, as a value.
    pub fn id(self, hex: &str) -> String {
        if self.0 == Engine::Sqlite { format!("x'{hex}'") } else { format!("'{hex}'::uuid") }
    }

    /// The 32 hex digits of an id.
    pub fn hex(self, id: &str) -> String {
        if self.0 == Engine::Sqlite { format!("lower(hex({id}))") } else { format!("replace({id}::text, '-', '')") }
    }

    /// What tells one row from another in its table.
    pub fn row_id(self) -> &'static str {
        if self.0 == Engine::Sqlite { "CAST(rowid AS TEXT)" } else { "ctid::text" }
    }

    /// Whether it is the row that [`Dialect::row_id`] named.
    pub fn is_row(self, named: &str) -> String {
        if self.0 == Engine::Sqlite { format!("rowid = {named}") } else { format!("ctid = '{named}'::tid") }
    }

    /// A moment four years later.
    pub fn put_off(self, moment: &str) -> String {
        match self.0 {
            Engine::Sqlite => format!("CAST(substr({moment}, 1, 4) + 4 AS TEXT) || substr({moment}, 5)"),
            Engine::Postgres => format!("{moment} + interval '4 years'"),
        }
    }

    /// A moment so many seconds earlier; null if it is.
    pub fn earlier(self, moment: &str, seconds: &str) -> String {
        match self.0 {
            Engine::Sqlite => format!("strftime('%Y-%m-%dT%H:%M:%f+00:00', {moment}, (-({seconds})) || ' seconds')"),
            Engine::Postgres => format!("{moment} - ({seconds}) * interval '1 second'"),
        }
    }

    /// Nothing is looked at or waited for while it is filled.
    pub async fn prepare(self, conn: &DatabaseConnection) -> Result<(), DbErr> {
        let settings: &[&str] = match self.0 {
            Engine::Sqlite => &[
                "PRAGMA foreign_keys = OFF",
                "PRAGMA journal_mode = OFF",
                "PRAGMA synchronous = OFF",
                "PRAGMA cache_size = -262144",
                "PRAGMA locking_mode = EXCLUSIVE",
            ],
            Engine::Postgres => &[
                "SET session_replication_role = replica",
                "SET synchronous_commit = off",
                "SET maintenance_work_mem = '256MB'",
                "SET work_mem = '64MB'",
            ],
        };
        for setting in settings {
            conn.execute_unprepared(setting).await?;
        }
        Ok(())
    }

    /// What is there now under the name `source`: the file it is in, where it is one.
    pub async fn keep_source(
        self,
        conn: &DatabaseConnection,
        url: &str,
        tables: &[Table],
    ) -> Result<Option<PathBuf>, DbErr> {
        if self.0 == Engine::Postgres {
            conn.execute_unprepared("DROP SCHEMA IF EXISTS source CASCADE").await?;
            conn.execute_unprepared("CREATE SCHEMA source").await?;
            for Table { name, .. } in tables {
                let keep = format!(r#"CREATE UNLOGGED TABLE source."{name}" AS TABLE "{name}""#);
                conn.execute_unprepared(&keep).await?;
                conn.execute_unprepared(&format!(r#"ANALYZE source."{name}""#)).await?;
            }
            return Ok(None);
        }
        let file = PathBuf::from(format!("{}.source", url.trim_start_matches("sqlite://")));
        if file.exists() {
            fs::remove_file(&file).map_err(|error| DbErr::Custom(error.to_string()))?;
        }
        conn.execute_unprepared(&format!("VACUUM INTO '{}'", file.display())).await?;
        conn.execute_unprepared(&format!("ATTACH '{}' AS source", file.display())).await?;
        Ok(Some(file))
    }

    /// As a server would have left it.
    pub async fn finish(self, conn: &DatabaseConnection, tables: &[Table]) -> Result<(), DbErr> {
        if self.0 == Engine::Sqlite {
            for end in ["DETACH source", "PRAGMA locking_mode = NORMAL", "PRAGMA journal_mode = WAL"] {
                conn.execute_unprepared(end).await?;
            }
            return Ok(());
        }
        conn.execute_unprepared("DROP SCHEMA source CASCADE").await?;
        for table in tables {
            if let Some(column) = table.sequence() {
                let (name, from) = (&table.name, format!(r#"SELECT MAX("{column}") FROM "{}""#, table.name));
                let next = format!("SELECT setval(pg_get_serial_sequence('\"{name}\"', '{column}'), ({from}))");
                conn.execute_unprepared(&next).await?;
            }
        }
        conn.execute_unprepared("SET session_replication_role = origin").await?;
        Ok(())
    }
}

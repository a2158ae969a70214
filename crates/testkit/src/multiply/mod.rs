//! Multiplies a database that holds demo data, by SQL and with new ids, so that lists and details can be measured where there is much.
//!
//! Firms and all that belongs to them are copied; the platform and the institutions stay one, and have so much more to do. The tables
//! are read from the schema, so that a later concept is multiplied by itself; what is treated in a way of its own is listed in `rules`.
//!
//! An id is copied by another beginning: those of copies begin with digits of their own, those of what stays with other ones, so
//! that columns, documents and links all follow by the same rule, without looking anything up.

mod check;
mod codes;
mod dialect;
mod entries;
mod ids;
mod rules;
mod schema;
mod statement;

pub use check::{broken_keys, integrity};

use dialect::Dialect;
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbErr};
use std::{fs, path::Path, time::Duration};

/// What came of it.
#[derive(Debug)]
pub struct Multiplied {
    /// Rows that were added to each table, most first.
    pub added: Vec<(String, u64)>,
    /// How long it took.
    pub took: Duration,
}

/// Makes `factor` firms of each firm in the database at `url` (`sqlite://path` or `postgres://…`), which nobody else uses meanwhile.
/// A factor of 1 leaves it as it is. What breaks off leaves the database useless.
///
/// # Errors
/// When the database fails, or holds something that cannot be multiplied: the message says what.
///
/// # Panics
/// When `factor` is 0 or beyond [`MOST`].
pub async fn multiply(url: &str, factor: u32) -> Result<Multiplied, DbErr> {
    assert!((1..=MOST).contains(&factor), "a factor from 1 to {MOST}");
    let begun = std::time::Instant::now();
    let (conn, dialect) = connect(url).await?;
    let mut added = vec![];
    if factor > 1 {
        dialect.prepare(&conn).await?;
        let tables = schema::tables(&conn, dialect).await?;
        let classes = ids::sort(&conn, dialect, &tables).await?;
        let written = ids::rename(&conn, dialect, &tables, &classes).await?;
        let source = dialect.keep_source(&conn, url, &tables).await?;
        let passes = statement::passes(&conn, dialect, &classes, factor).await?;
        codes::vary(&conn, dialect, factor).await?;
        let indexes = schema::drop_indexes(&conn, dialect).await?;
        for pass in &passes {
            for table in tables.iter().filter(|table| !rules::left(&table.name)) {
                let Some(sql) = statement::copy(dialect, &tables, table, &written, pass) else { continue };
                let rows = conn.execute_unprepared(&sql).await?.rows_affected();
                added.push((table.name.clone(), rows));
            }
        }
        added.push(("points_ledger".into(), entries::copy(&conn, dialect, &tables, &passes[0]).await?));
        for index in &indexes {
            conn.execute_unprepared(index).await?;
        }
        dialect.finish(&conn, &tables).await?;
        if let Some(file) = source {
            fs::remove_file(file).map_err(|error| DbErr::Custom(error.to_string()))?;
        }
    }
    conn.close().await?;
    added.retain(|(_, rows)| *rows > 0);
    added.sort_by_key(|(_, rows)| std::cmp::Reverse(*rows));
    Ok(Multiplied { added, took: begun.elapsed() })
}

/// The largest factor: the beginnings of ids have so many variants.
pub const MOST: u32 = 1_000;

/// A connection alone, which lives as long as it is held.
async fn connect(url: &str) -> Result<(DatabaseConnection, Dialect), DbErr> {
    if let Some(file) = url.strip_prefix("sqlite://")
        && !Path::new(file).exists()
    {
        return Err(DbErr::Custom(format!("{file} does not exist")));
    }
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).min_connections(1).sqlx_logging(false);
    options.idle_timeout(FOR_EVER).max_lifetime(FOR_EVER).acquire_timeout(FOR_EVER);
    let conn = Database::connect(options).await?;
    Ok((conn, Dialect::of(url)))
}

const FOR_EVER: Duration = Duration::from_secs(24 * 3600);

//! Whether what was filled without looking holds together.

use super::{connect, dialect::Dialect};
use jinqiao_db::Engine;
use sea_orm::DbErr;

/// What the database at `url` says about its foreign keys: a line for each row that refers to nothing, at most a hundred.
///
/// # Errors
/// When the database fails.
pub async fn broken_keys(url: &str) -> Result<Vec<String>, DbErr> {
    let (conn, dialect) = connect(url).await?;
    let mut broken = vec![];
    match dialect.0 {
        Engine::Sqlite => {
            let sql = "SELECT \"table\" || ' row ' || rowid || ' refers to no row of ' || parent FROM pragma_foreign_key_check LIMIT 100";
            broken = dialect.texts(&conn, sql).await?;
        }
        Engine::Postgres => {
            for sql in dialect.texts(&conn, REFERENCES).await? {
                broken.extend(dialect.texts(&conn, sql).await?);
            }
        }
    }
    conn.close().await?;
    Ok(broken)
}

/// A statement for each foreign key of one column.
const REFERENCES: &str = "SELECT format('SELECT %L || c.%I::text || '' refers to nothing'' FROM %s c
    WHERE c.%I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %s p WHERE p.%I = c.%I) LIMIT 100',
    k.conrelid::regclass::text || '.' || a.attname || ' ', a.attname, k.conrelid::regclass, a.attname, k.confrelid::regclass,
    b.attname, a.attname)
    FROM pg_constraint k
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
    JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[1]
    WHERE k.contype = 'f' AND array_length(k.conkey, 1) = 1 ORDER BY 1";

/// What SQLite's own check of a file finds, CHECKs and indexes included: nothing where all is well. PostgreSQL has none.
///
/// # Errors
/// When the database fails.
pub async fn integrity(url: &str) -> Result<Vec<String>, DbErr> {
    let (conn, dialect): (_, Dialect) = connect(url).await?;
    let mut found = vec![];
    if dialect.0 == Engine::Sqlite {
        found = dialect.texts(&conn, "SELECT * FROM pragma_integrity_check").await?;
        found.retain(|line| line != "ok");
    }
    conn.close().await?;
    Ok(found)
}

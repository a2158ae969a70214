//! Unique constraints, mapped to a clear answer where the row is written.

use jinqiao_kernel::{Error, Result};
use sea_orm::{DbErr, SqlErr};

/// The result, with the violation of a unique index on `column` told as `taken`. Both engines name the column: SQLite
/// as `table.column`, PostgreSQL in the index's name (see [`crate::schema::unique`]).
///
/// # Errors
/// `taken`, or whatever else the database says.
pub fn unless_taken<T>(result: Result<T, DbErr>, column: &str, taken: impl FnOnce() -> Error) -> Result<T> {
    result.map_err(|error| match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(message)) if message.contains(column) => taken(),
        _ => error.into(),
    })
}

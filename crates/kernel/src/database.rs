//! What the database's errors mean for the one who asked: no room, not available now, or a fault of ours.

use crate::Error;
use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// What is wrong with the database, as far as a caller can act on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DatabaseFailure {
    /// The disk, or a quota on it, is full.
    NoSpace,
    /// It is busy, starting, stopping, or read-only: another try later may work.
    Unavailable,
    /// The connection is gone; whether the statement arrived is not known.
    Lost,
    /// It rolled back so that another transaction could go on: try again from the start.
    Clash,
    /// Anything else is a fault of ours.
    Fault,
}

impl DatabaseFailure {
    /// Reads the driver's error.
    pub fn of(error: &DbErr) -> Self {
        match error {
            DbErr::ConnectionAcquire(_) => Self::Unavailable,
            DbErr::Conn(RuntimeErr::SqlxError(sqlx))
            | DbErr::Exec(RuntimeErr::SqlxError(sqlx))
            | DbErr::Query(RuntimeErr::SqlxError(sqlx)) => Self::of_driver(sqlx),
            _ => Self::Fault,
        }
    }

    fn of_driver(error: &SqlxError) -> Self {
        match error {
            SqlxError::PoolTimedOut | SqlxError::PoolClosed => Self::Unavailable,
            SqlxError::Io(_) | SqlxError::Tls(_) | SqlxError::Protocol(_) | SqlxError::WorkerCrashed => Self::Lost,
            SqlxError::Database(error) => error.code().map_or(Self::Fault, |code| Self::of_code(&code)),
            _ => Self::Fault,
        }
    }

    /// PostgreSQL has five characters (its appendix A); SQLite a number whose low byte is the kind.
    fn of_code(code: &str) -> Self {
        if code.len() == 5 {
            return match code {
                "40001" | "40P01" => Self::Clash,
                "53100" => Self::NoSpace,
                // A lock or a statement that took too long, and a server that only reads (a standby).
                "55P03" | "57014" | "25006" => Self::Unavailable,
                "57P01" | "57P02" | "57P03" | "25P03" => Self::Lost,
                _ if code.starts_with("08") => Self::Lost,
                _ if code.starts_with("53") => Self::Unavailable,
                _ => Self::Fault,
            };
        }
        match code.parse::<i32>().map(|code| code & 0xff) {
            // SQLITE_FULL
            Ok(13) => Self::NoSpace,
            // SQLITE_BUSY, LOCKED, NOMEM, READONLY, INTERRUPT, IOERR, CANTOPEN
            Ok(5..=10 | 14) => Self::Unavailable,
            _ => Self::Fault,
        }
    }
}

impl From<DbErr> for Error {
    fn from(cause: DbErr) -> Self {
        match DatabaseFailure::of(&cause) {
            DatabaseFailure::NoSpace => Self::no_space().caused_by(cause),
            DatabaseFailure::Unavailable | DatabaseFailure::Lost | DatabaseFailure::Clash => {
                Self::unavailable().caused_by(cause)
            }
            DatabaseFailure::Fault => Self::internal(cause),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes() {
        for (code, failure) in [
            ("13", DatabaseFailure::NoSpace),
            ("5", DatabaseFailure::Unavailable),
            ("517", DatabaseFailure::Unavailable),
            ("778", DatabaseFailure::Unavailable),
            ("2067", DatabaseFailure::Fault),
            ("1", DatabaseFailure::Fault),
            ("40001", DatabaseFailure::Clash),
            ("40P01", DatabaseFailure::Clash),
            ("53100", DatabaseFailure::NoSpace),
            ("53300", DatabaseFailure::Unavailable),
            ("55P03", DatabaseFailure::Unavailable),
            ("57P01", DatabaseFailure::Lost),
            ("08006", DatabaseFailure::Lost),
            ("23505", DatabaseFailure::Fault),
        ] {
            assert_eq!(DatabaseFailure::of_code(code), failure, "{code}");
        }
    }

    #[test]
    fn a_full_disk_and_a_lost_database_are_no_fault_of_ours() {
        use crate::Kind;
        let full = std::io::Error::from(std::io::ErrorKind::StorageFull);
        assert_eq!(Error::from(full).kind(), Kind::NoSpace);
        let reset = std::io::Error::from(std::io::ErrorKind::ConnectionReset);
        let lost = DbErr::Query(RuntimeErr::SqlxError(SqlxError::Io(reset).into()));
        let told = Error::from(lost);
        assert_eq!((told.kind(), told.retry_after_seconds()), (Kind::Unavailable, Some(5)));
        assert_eq!(Error::from(DbErr::Custom("x".into())).kind(), Kind::Internal);
    }
}

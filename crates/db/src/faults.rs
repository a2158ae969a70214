//! Faults that a test asks for: what disks and networks do on their own time, at a statement of the test's choice.

/// What goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The engine rolls the transaction back by itself and the statement fails, as SQLite does when the disk is full.
    RolledBack,
    /// The connection is gone.
    Lost,
}

/// Decides before each statement of a write; only tests hand one in ([`crate::Options::faults`]).
pub trait Faults: Send + Sync {
    /// What happens instead of `sql` (`COMMIT` and `ROLLBACK` included), if anything.
    fn before(&self, sql: &str) -> Option<Fault>;
}

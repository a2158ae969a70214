//! SQLite's log is brought to the file beside the writes. By itself SQLite lets the commit do it that finds a thousand pages in the
//! log: that one write then waits for the disk twice, and everybody behind it as well (measured: tens of milliseconds).

use crate::{Db, Engine};
use sea_orm::ConnectionTrait as _;
use std::time::Duration;

/// Between two looks. What was written in the meantime is little, and a look at an empty log costs next to nothing.
const PAUSE: Duration = Duration::from_millis(500);

impl Db {
    /// Brings what is committed from the log to the file, again and again; for ever. A reader's connection does it, which neither
    /// waits for writes and readers nor makes them wait.
    pub(crate) async fn keep_log_short(&self) {
        if self.engine() == Engine::Postgres {
            return;
        }
        loop {
            tokio::time::sleep(PAUSE).await;
            // Where it fails, as on a full disk, the log keeps everything, and the writes say what is wrong.
            if let Err(error) = self.0.reader.pool.execute_unprepared("PRAGMA wal_checkpoint(PASSIVE)").await {
                tracing::debug!(%error, "the log stays as it is");
            }
        }
    }
}

//! How long SQLite's only writer is held.

use crate::{
    data::{self, Set},
    load::Took,
};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::task::JoinHandle;

/// Between two looks.
const PAUSE: Duration = Duration::from_millis(1);

/// Watches how long each commit held the writer, those included that several writes share.
pub struct Held {
    ends: Arc<AtomicBool>,
    watcher: Option<JoinHandle<Vec<Duration>>>,
}

/// Changes with each commit of another connection.
async fn commits(conn: &DatabaseConnection) -> i64 {
    let asked = Statement::from_string(conn.get_database_backend(), "PRAGMA data_version");
    let row = conn.query_one_raw(asked).await.expect("an answer").expect("a row");
    row.try_get_by_index(0).expect("a number")
}

impl Held {
    /// From now on; on PostgreSQL there is nothing to watch.
    pub async fn watch(set: &Set) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        if !set.url.starts_with("sqlite") {
            return Self { ends, watcher: None };
        }
        let conn = data::open(&set.url).await;
        conn.execute_unprepared("PRAGMA busy_timeout = 0").await.expect("it does not wait");
        let ended = ends.clone();
        let watcher = tokio::spawn(async move {
            let (mut done, mut held) = (vec![], None::<(Instant, i64)>);
            while !ended.load(Ordering::Relaxed) {
                let free = conn.execute_unprepared("BEGIN IMMEDIATE; ROLLBACK").await.is_ok();
                let last = commits(&conn).await;
                // Without a pause, one write follows the other: what was committed between two looks tells them apart.
                if let Some((since, _)) = held.filter(|(_, known)| free || *known != last) {
                    done.push(since.elapsed());
                    held = None;
                }
                if !free {
                    held.get_or_insert((Instant::now(), last));
                }
                tokio::time::sleep(PAUSE).await;
            }
            let _ = conn.close().await;
            done
        });
        Self { ends, watcher: Some(watcher) }
    }

    /// How long at p99 and at most, to about two milliseconds; nothing where nothing was watched.
    pub async fn told(self) -> Option<String> {
        self.ends.store(true, Ordering::Relaxed);
        let held = Took::of(self.watcher?.await.expect("the watcher"), Duration::from_secs(1));
        Some(format!("{:.0} ms, {:.0} ms of {}", held.percent(99), held.percent(100), held.count()))
    }
}

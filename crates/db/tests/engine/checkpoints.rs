//! SQLite's log is brought to its file beside the writes.

use crate::stage::{database, end, open, stroke};
use jinqiao_db::{Engine, Intent};
use jinqiao_testkit::engine;
use std::{fs, time::Duration};

/// More pages than those with which SQLite by itself would let a commit do it.
const MUCH: usize = 6 << 20;

#[tokio::test]
async fn the_worker_brings_to_the_file_what_no_commit_waits_for() {
    if engine() != Engine::Sqlite {
        return;
    }
    let database = database().await;
    let db = open(&database, 2, None).await;
    let file = database.url.strip_prefix("sqlite://").expect("a file").to_owned();
    let size = || usize::try_from(fs::metadata(&file).expect("a file").len()).expect("a size");
    let colour = "x".repeat(MUCH);
    db.write(Intent::system("pictures.paint"), |tx| {
        let colour = colour.clone();
        async move { stroke(&tx, &colour).await }
    })
    .await
    .expect("it is written");
    assert!(size() < MUCH, "the commit left it in the log");

    let worker = tokio::spawn({
        let db = db.clone();
        async move { db.work().await }
    });
    tokio::time::timeout(Duration::from_mins(1), async {
        while size() < MUCH {
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    })
    .await
    .expect("it comes to the file");
    worker.abort();
    end(database, [db]).await;
}

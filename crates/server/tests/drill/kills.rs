//! SIGKILL under load, again and again: each acknowledged change is there, none by half.

use crate::{
    arrange,
    drafts::Drafts,
    long,
    server::{login, setup},
};
use jinqiao_db::Engine;
use jinqiao_testkit::engine;
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

const WRITERS: usize = 8;

fn kills() -> usize {
    match (long(), engine()) {
        (true, Engine::Sqlite) => 200,
        (true, Engine::Postgres) => 20,
        (false, _) => 5,
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_under_load_lose_nothing_that_was_acknowledged() {
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    let drafts = Drafts::new(&arrange::people(&db, WRITERS).await);
    let mut person = None;
    for kill in 0..kills() {
        let server = setup(&database.url).ready().await;
        let person = match &person {
            Some(person) => person,
            None => person.insert(login(&server.base, "firm").await),
        };
        let enough = Arc::new(AtomicBool::new(false));
        let writers = drafts.written(person, &server.base, &enough);
        // Not always at the same moment of the same write.
        tokio::time::sleep(Duration::from_millis(150 + 37 * (kill as u64 % 11))).await;
        server.kill();
        enough.store(true, Ordering::Relaxed);
        for writer in writers {
            writer.await.expect("no panic");
        }
        drafts.check(&db, &format!("kill {kill}")).await;
    }
    drafts.check_audit(&db).await;
    println!("kills: {} kills, {} writes acknowledged, 0 lost", kills(), drafts.acknowledged());
    db.close().await.expect("it closes");
    database.remove().await;
}

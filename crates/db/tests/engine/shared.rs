//! An answer for everybody is computed once for all who wait, and what failed is not kept.

use crate::stage::{database, end, open};
use jinqiao_db::{Db, Followers, Intent, Options, shared};
use jinqiao_kernel::{Error, Result, World};
use std::{
    sync::atomic::{AtomicI64, Ordering},
    time::Duration,
};
use tokio::sync::Notify;

static COMPUTED: AtomicI64 = AtomicI64::new(0);

async fn figure(db: &Db, key: &str) -> Result<i64> {
    shared(db.read(), key, async {
        tokio::time::sleep(Duration::from_millis(20)).await;
        Ok(COMPUTED.fetch_add(1, Ordering::Relaxed))
    })
    .await
}

#[tokio::test]
async fn sixteen_who_ask_at_once_cost_one() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    let failed: Result<i64> = shared(db.read(), "a", async { Err(Error::unavailable()) }).await;
    assert_eq!(failed.expect_err("it failed").code(), "unavailable");
    let waiting: Vec<_> = (0..16)
        .map(|_| {
            let db = db.clone();
            tokio::spawn(async move { figure(&db, "a").await })
        })
        .collect();
    for one in waiting {
        assert_eq!(one.await.expect("it ran").expect("a figure"), 0, "all read what the first computed");
    }
    assert_eq!(figure(&db, "b").await.expect("another"), 1, "each question has its own answer");
    // Whoever goes away in the middle leaves the turn to the next.
    let gone = {
        let db = db.clone();
        tokio::spawn(async move { figure(&db, "c").await })
    };
    tokio::time::sleep(Duration::from_millis(5)).await;
    gone.abort();
    assert_eq!(figure(&db, "c").await.expect("computed by the next"), 2);
    // A write may be rolled back: what it has computed is its own.
    let written = db.write(Intent::bookkeeping("test.figure"), |tx| async move {
        let own = shared(tx.conn(), "d", async { Ok(99_i64) }).await?;
        let known = shared(tx.conn(), "c", async { Ok(98_i64) }).await?;
        Ok((own, known))
    });
    assert_eq!(written.await.expect("two figures"), (99, 2));
    assert_eq!(figure(&db, "d").await.expect("computed anew"), 3);
    end(database, [db]).await;
}

#[tokio::test]
async fn who_asks_while_it_is_computed_anew_is_told_the_last() {
    const KEEP: Duration = Duration::from_millis(200);
    let database = database().await;
    let options = Options { share_answers: KEEP, ..Options::new(database.url.clone(), 2) };
    let db = Db::open(&options, World::system(), Followers::default()).await.expect("the database opens");
    let ask = async |answer: i64, ready: &Notify| {
        shared(db.read(), "", async {
            ready.notified().await;
            Ok(answer)
        })
        .await
        .expect("a figure")
    };
    let (ready, never) = (Notify::new(), Notify::new());
    ready.notify_one();
    assert_eq!(ask(1, &ready).await, 1);
    tokio::time::sleep(KEEP * 2).await;
    let renewing = ask(2, &ready);
    let others = async {
        let last = ask(3, &never).await;
        ready.notify_one();
        last
    };
    assert_eq!(tokio::join!(renewing, others), (2, 1), "nobody but the first waits");
    end(database, [db]).await;
}

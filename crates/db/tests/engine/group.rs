//! Writes that wait for each other share one commit, and each of them ends as it would alone.

use crate::stage::{database, end, open};
use jinqiao_db::{Db, Engine, Fault, Faults, Intent};
use jinqiao_kernel::{Error, Kind, Result};
use jinqiao_testkit::engine;
use sea_orm::{ConnectionTrait, Statement};
use std::{
    future::Future,
    pin::pin,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll, Waker},
    time::Duration,
};
use tokio::{
    sync::{Notify, Semaphore},
    task::JoinHandle,
};

/// Counts what ends transactions, and strikes once before a statement that contains `part`.
#[derive(Default)]
struct Watch {
    commits: AtomicUsize,
    strike: Mutex<Option<(&'static str, Fault)>>,
}

impl Faults for Watch {
    fn before(&self, sql: &str) -> Option<Fault> {
        if sql == "COMMIT" {
            self.commits.fetch_add(1, Ordering::Relaxed);
        }
        let mut strike = self.strike.lock().expect("nobody panics");
        let hit = strike.filter(|(part, _)| sql.contains(part));
        if hit.is_some() {
            *strike = None;
        }
        hit.map(|(_, fault)| fault)
    }
}

async fn put(db: &Db, series: String) -> Result<i64> {
    db.write(Intent::bookkeeping("test.put"), |tx| {
        let series = series.clone();
        async move { tx.next_in(&series).await }
    })
    .await
}

/// What another connection reads of `series`.
async fn last(db: &Db, series: &str) -> Option<i64> {
    let statement = Statement::from_sql_and_values(
        db.engine().backend(),
        "SELECT last FROM numbers WHERE series = ?",
        [series.into()],
    );
    let row = db.read().query_one_raw(statement).await.expect("asked");
    row.map(|row| row.try_get_by_index(0).expect("a number"))
}

/// Holds the writer until told to go on, so that others come to wait.
fn held(db: &Db) -> (JoinHandle<Result<()>>, Arc<Notify>, Arc<Semaphore>) {
    let (inside, go_on) = (Arc::new(Notify::new()), Arc::new(Semaphore::new(0)));
    let (db, entered, leave) = (db.clone(), inside.clone(), go_on.clone());
    let holding = tokio::spawn(async move {
        db.write(Intent::bookkeeping("test.hold"), |tx| {
            let (entered, leave) = (entered.clone(), leave.clone());
            async move {
                entered.notify_one();
                let _ = leave.acquire().await;
                tx.next_in("held").await.map(|_| ())
            }
        })
        .await
    });
    (holding, inside, go_on)
}

/// Lets every spawned write come to wait for its turn.
async fn settle() {
    tokio::time::sleep(Duration::from_millis(30)).await;
}

#[tokio::test]
async fn who_waits_shares_a_commit_and_who_is_refused_fails_alone() {
    if engine() != Engine::Sqlite {
        return;
    }
    let database = database().await;
    let watch = Arc::new(Watch::default());
    let db = open(&database, 2, Some(watch.clone())).await;
    let (holding, inside, go_on) = held(&db);
    inside.notified().await;
    let refused = tokio::spawn({
        let db = db.clone();
        async move {
            db.write(Intent::bookkeeping("test.refuse"), |tx| async move {
                tx.next_in("refused").await?;
                Err::<(), _>(Error::stale())
            })
            .await
        }
    });
    let many: Vec<_> = (0..20)
        .map(|n| {
            let db = db.clone();
            tokio::spawn(async move { put(&db, format!("one {n}")).await })
        })
        .collect();
    settle().await;
    go_on.add_permits(1);
    holding.await.expect("no panic").expect("kept");
    assert_eq!(refused.await.expect("no panic").expect_err("refused").code(), "conflict.stale");
    for one in many {
        assert_eq!(one.await.expect("no panic").expect("kept"), 1);
    }
    // The one that took time is over before the others begin; theirs is one commit or, on a slow machine, two or three.
    assert!(watch.commits.load(Ordering::Relaxed) <= 8, "{:?}", watch.commits);
    for n in 0..20 {
        assert_eq!(last(&db, &format!("one {n}")).await, Some(1), "{n}");
    }
    assert_eq!(last(&db, "refused").await, None);
    end(database, [db]).await;
}

#[tokio::test]
async fn what_breaks_a_group_is_done_again_for_everybody_else() {
    if engine() != Engine::Sqlite {
        return;
    }
    for fault in [Fault::RolledBack, Fault::Lost] {
        for part in ["SAVEPOINT one_write", "RELEASE one_write", "COMMIT", "numbers"] {
            let database = database().await;
            let watch = Arc::new(Watch::default());
            let db = open(&database, 2, Some(watch.clone())).await;
            let (holding, inside, go_on) = held(&db);
            inside.notified().await;
            let many: Vec<_> = (0..8)
                .map(|n| {
                    let db = db.clone();
                    tokio::spawn(async move { (n, put(&db, format!("one {n}")).await) })
                })
                .collect();
            settle().await;
            *watch.strike.lock().expect("nobody panics") = Some((part, fault));
            go_on.add_permits(1);
            let mut refused = usize::from(holding.await.expect("no panic").is_err());
            for one in many {
                let (n, outcome) = one.await.expect("no panic");
                let kept = last(&db, &format!("one {n}")).await;
                assert_eq!(kept, outcome.as_ref().ok().copied(), "{fault:?} at {part}: {n} {outcome:?}");
                refused += usize::from(outcome.is_err());
            }
            // At the commit, its answer may be what was lost: all that were part of it are told so. Anything else is one's own.
            assert!(refused <= 1 || part == "COMMIT", "{fault:?} at {part}: {refused} refused");
            end(database, [db]).await;
        }
    }
}

#[tokio::test]
async fn a_client_that_goes_away_in_a_group_takes_nobody_along() {
    if engine() != Engine::Sqlite {
        return;
    }
    let database = database().await;
    let db = open(&database, 2, None).await;
    for polls in 1..30 {
        let (holding, inside, go_on) = held(&db);
        inside.notified().await;
        let many: Vec<_> = (0..4)
            .map(|n| {
                let db = db.clone();
                tokio::spawn(async move { put(&db, format!("one {polls} {n}")).await })
            })
            .collect();
        settle().await;
        go_on.add_permits(1);
        {
            let mut work = pin!(put(&db, format!("gone {polls}")));
            let mut context = Context::from_waker(Waker::noop());
            for _ in 0..polls {
                if matches!(work.as_mut().poll(&mut context), Poll::Ready(_)) {
                    break;
                }
                tokio::task::yield_now().await;
            }
        }
        holding.await.expect("no panic").expect("kept");
        for one in many {
            one.await.expect("no panic").expect("kept");
        }
        for n in 0..4 {
            assert_eq!(last(&db, &format!("one {polls} {n}")).await, Some(1));
        }
    }
    // A transaction that nobody waits for any more does not stay open.
    let beside = open(&database, 1, None).await;
    put(&beside, "beside".into()).await.expect("the file is free");
    end(database, [db, beside]).await;
}

#[tokio::test]
async fn what_is_too_much_for_the_disk_fails_alone() {
    if engine() != Engine::Sqlite {
        return;
    }
    let database = database().await;
    let db = open(&database, 2, None).await;
    let (holding, inside, go_on) = held(&db);
    inside.notified().await;
    let before = tokio::spawn({
        let db = db.clone();
        async move { put(&db, "before".into()).await }
    });
    settle().await;
    let full = tokio::spawn({
        let db = db.clone();
        async move {
            db.write(Intent::bookkeeping("test.fill"), |tx| async move {
                tx.conn().execute_unprepared("PRAGMA max_page_count = 1").await?;
                tx.next_in(&"x".repeat(1_000_000)).await
            })
            .await
        }
    });
    settle().await;
    let after = tokio::spawn({
        let db = db.clone();
        async move { put(&db, "after".into()).await }
    });
    settle().await;
    go_on.add_permits(1);
    holding.await.expect("no panic").expect("kept");
    before.await.expect("no panic").expect("kept");
    assert_eq!(full.await.expect("no panic").expect_err("no room").kind(), Kind::NoSpace);
    after.await.expect("no panic").expect("kept");
    assert_eq!((last(&db, "before").await, last(&db, "after").await), (Some(1), Some(1)));
    end(database, [db]).await;
}

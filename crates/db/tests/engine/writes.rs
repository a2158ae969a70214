//! What a write has acknowledged is kept, and what it has not is not there, whatever happens to disk, network and client.

use crate::stage::{database, end, open};
use jinqiao_db::{AuditFilter, Db, Engine, Fault, Faults, Intent, audit_page};
use jinqiao_kernel::{Error, Kind, PageQuery, Result, Vault};
use jinqiao_testkit::engine;
use sea_orm::ConnectionTrait;
use std::{
    future::Future,
    pin::{Pin, pin},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    task::{Context, Poll},
};
use tokio::sync::Notify;

/// A write of two rows: a number, and its audit row.
async fn note(db: &Db, detail: String) -> Result<()> {
    db.write(Intent::system("test.note").detail(detail), |tx| async move { tx.next_in("test").await.map(|_| ()) }).await
}

/// Details of the rows that another connection sees.
async fn kept(db: &Db) -> Vec<String> {
    let filter = AuditFilter { action: Some("test.note".into()), ..AuditFilter::default() };
    let mut kept = vec![];
    for page in 1.. {
        let query = PageQuery { page: Some(page), size: Some(100) };
        let rows = audit_page(db, filter.clone(), &query).await.expect("rows").items;
        if rows.is_empty() {
            break;
        }
        kept.extend(rows.into_iter().filter_map(|row| row.detail));
    }
    kept.reverse();
    kept
}

/// Polls a future so often, and then no more.
struct Impatient<'a, T> {
    work: Pin<&'a mut (dyn Future<Output = T> + Send)>,
    left: usize,
}

impl<T> Future for Impatient<'_, T> {
    type Output = Option<T>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        if self.left == 0 {
            return Poll::Ready(None);
        }
        self.left -= 1;
        match self.work.as_mut().poll(context) {
            Poll::Ready(value) => Poll::Ready(Some(value)),
            // The last poll is taken back at once, in the middle of what it had begun.
            Poll::Pending if self.left == 0 => Poll::Ready(None),
            Poll::Pending => Poll::Pending,
        }
    }
}

#[tokio::test]
async fn a_client_that_goes_away_at_any_moment_leaves_a_clean_connection() {
    let database = database().await;
    let (db, beside) = (open(&database, 2, None).await, open(&database, 2, None).await);
    let mut acknowledged = vec![];
    let mut dropped = 0;
    // A fast answer leaves nothing to drop, so the whole row of moments is walked more than once.
    for round in 0..50 {
        if dropped >= 12 {
            break;
        }
        for polls in 1.. {
            let detail = format!("dropped {round} {polls}");
            let done = {
                let mut work = pin!(note(&db, detail.clone()));
                Impatient { work: work.as_mut(), left: polls }.await
            };
            let finished = done.is_some();
            match done {
                Some(result) => result.expect("nothing is wrong"),
                None => dropped += 1,
            }
            let after = format!("after {round} {polls}");
            note(&db, after.clone()).await.expect("the next write starts clean");
            acknowledged.push(after);
            if finished {
                acknowledged.push(detail);
                break;
            }
        }
    }
    assert!(dropped >= 3, "begin, statements and commit were all dropped: {dropped}");
    let kept = kept(&beside).await;
    for detail in &acknowledged {
        assert_eq!(kept.iter().filter(|kept| *kept == detail).count(), 1, "{detail} is kept once");
    }
    // The pool has as many connections as before.
    let all = futures(&db, 8).await;
    assert!(all.iter().all(Result::is_ok));
    end(database, [db, beside]).await;
}

async fn futures(db: &Db, count: usize) -> Vec<Result<()>> {
    let running: Vec<_> = (0..count)
        .map(|n| {
            let db = db.clone();
            tokio::spawn(async move { note(&db, format!("beside {n}")).await })
        })
        .collect();
    let mut all = vec![];
    for one in running {
        all.push(one.await.expect("no panic"));
    }
    all
}

#[tokio::test]
async fn a_full_database_loses_nothing_that_is_acknowledged_later() {
    if engine() != Engine::Sqlite {
        return;
    }
    let database = database().await;
    let (db, beside) = (open(&database, 2, None).await, open(&database, 2, None).await);
    note(&db, "before".into()).await.expect("there is room");
    // The engine reports a full disk and rolls back by itself, as it does when the file system has no room.
    let full = db
        .write(Intent::system("test.fill"), |tx| async move {
            tx.conn().execute_unprepared("PRAGMA max_page_count = 1").await?;
            let much = format!("INSERT INTO numbers (series, last) VALUES ('{}', 1)", "x".repeat(1_000_000));
            tx.conn().execute_unprepared(&much).await?;
            Ok(())
        })
        .await;
    assert_eq!(full.expect_err("no room").kind(), Kind::NoSpace);
    note(&db, "first".into()).await.expect("there is room again");
    let refused = db.write(Intent::system("test.stale"), |_| async { Err::<(), _>(Error::stale()) }).await;
    assert_eq!(refused.expect_err("refused").code(), "conflict.stale");
    note(&db, "second".into()).await.expect("acknowledged");
    assert_eq!(kept(&beside).await, ["before", "first", "second"]);
    end(database, [db, beside]).await;
}

/// Strikes before the n-th statement of the writes.
struct Strike {
    at: AtomicUsize,
    fault: Fault,
}

impl Faults for Strike {
    fn before(&self, _: &str) -> Option<Fault> {
        (self.at.fetch_sub(1, Ordering::Relaxed) == 1).then_some(self.fault)
    }
}

#[tokio::test]
async fn a_fault_at_any_statement_loses_nothing_and_keeps_nothing_by_half() {
    let database = database().await;
    let beside = open(&database, 2, None).await;
    for fault in [Fault::RolledBack, Fault::Lost] {
        for at in 1..=6 {
            let strike = Arc::new(Strike { at: AtomicUsize::new(at), fault });
            let db = open(&database, 2, Some(strike.clone())).await;
            let mut acknowledged = vec![];
            for n in 0..3 {
                let detail = format!("{fault:?} {at} {n}");
                if note(&db, detail.clone()).await.is_ok() {
                    acknowledged.push(detail);
                }
            }
            assert!(acknowledged.len() >= 2, "only one write was struck: {acknowledged:?}");
            let mine = format!("{fault:?} {at} ");
            let kept: Vec<_> = kept(&beside).await.into_iter().filter(|kept| kept.starts_with(&mine)).collect();
            assert_eq!(kept, acknowledged, "kept is what was acknowledged");
            db.close().await.expect("it closes");
        }
    }
    end(database, [beside]).await;
}

#[tokio::test]
async fn a_connection_lost_before_the_commit_is_no_reason_to_fail() {
    let database = database().await;
    let strike = Arc::new(Strike { at: AtomicUsize::new(1), fault: Fault::Lost });
    let db = open(&database, 2, Some(strike)).await;
    note(&db, "once".into()).await.expect("tried once more");
    assert_eq!(kept(&db).await, ["once"]);
    end(database, [db]).await;
}

#[tokio::test]
async fn a_write_whose_statement_failed_cannot_be_acknowledged() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    let swallowed = db
        .write(Intent::bookkeeping("test.swallow"), |tx| async move {
            tx.conn().execute_unprepared("INSERT INTO numbers (series, last) VALUES ('swallow', 1)").await?;
            // PostgreSQL answers the COMMIT of such a transaction with a roll-back, without an error.
            let _ = tx.conn().execute_unprepared("INSERT INTO no_such_table VALUES (1)").await;
            Ok(())
        })
        .await;
    assert!(swallowed.is_err(), "what is not kept is not acknowledged");
    let next = db.write(Intent::bookkeeping("test.next"), |tx| async move { tx.next_in("swallow").await }).await;
    assert_eq!(next.expect("a number"), 1, "nothing of it is there");
    end(database, [db]).await;
}

#[tokio::test]
async fn who_waits_for_a_stuck_writer_is_told_to_come_back_and_reading_goes_on() {
    let database = database().await;
    let db = open(&database, 1, None).await;
    let (inside, go_on) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let stuck = tokio::spawn({
        let (db, inside, go_on) = (db.clone(), inside.clone(), go_on.clone());
        async move {
            db.write(Intent::system("test.note").detail("stuck"), |_| async {
                inside.notify_one();
                go_on.notified().await;
                Ok(())
            })
            .await
        }
    });
    inside.notified().await;
    let told = note(&db, "waits".into()).await.expect_err("the queue does not move");
    assert_eq!((told.kind(), told.retry_after_seconds().is_some()), (Kind::Unavailable, true));
    assert_eq!(db.ready().await.expect_err("not ready").kind(), Kind::Unavailable);
    assert_eq!(kept(&db).await, Vec::<String>::new(), "readers need no writer");
    go_on.notify_one();
    stuck.await.expect("no panic").expect("it was only slow");
    note(&db, "next".into()).await.expect("the queue moves again");
    assert_eq!(kept(&db).await, ["stuck", "next"]);
    end(database, [db]).await;
}

#[tokio::test]
async fn a_database_remembers_the_key_of_its_sealed_values() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    assert!(!db.has_key().await.expect("asked"));
    db.check_key(&Vault::new(&[7; 32])).await.expect("the first key");
    db.check_key(&Vault::new(&[7; 32])).await.expect("the same key");
    assert!(db.check_key(&Vault::new(&[8; 32])).await.is_err(), "another key");
    assert!(db.has_key().await.expect("asked"));
    end(database, [db]).await;
}

//! A fact and the jobs of those who react to it stand or fall with their write; each reaction runs once, in order.

use crate::stage::{Painted, database, end, open_with, paint, stroke, strokes};
use jinqiao_db::{Intent, Reaction, WorkerError, backoff, facts_of, job_page, retry_job};
use jinqiao_kernel::{Error, PageQuery};
use jinqiao_testkit::test_world;
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use uuid::Uuid;

/// Writes a row for each fact; `wants` the facts of pictures.
fn copies() -> Reaction {
    Reaction::new(
        "copies",
        |kind| kind.starts_with("pictures."),
        |tx, fact| Box::pin(async move { Ok(stroke(&tx, &fact.decode::<Painted>()?.colour).await?) }),
    )
}

/// As [`copies`], but black makes it fail, at first or for good, after it has written its row.
fn fussy(calm: &Arc<AtomicBool>, hopeless: bool) -> Reaction {
    let calm = calm.clone();
    Reaction::new(
        "fussy",
        |kind| kind.starts_with("pictures."),
        move |tx, fact| {
            let calm = calm.clone();
            Box::pin(async move {
                let colour = fact.decode::<Painted>()?.colour;
                stroke(&tx, &colour).await?;
                match (colour == "black" && !calm.load(Ordering::Relaxed), hopeless) {
                    (false, _) => Ok(()),
                    (true, true) => Err(WorkerError::Fail(Error::not_found())),
                    (true, false) => Err(Error::not_found().into()),
                }
            })
        },
    )
}

#[tokio::test]
async fn a_fact_is_on_the_timeline_and_each_that_wants_it_reacts_once() {
    let database = database().await;
    let other = Reaction::new("other", |kind| kind == "weather.changed", |_, _| Box::pin(async { Ok(()) }));
    let db = open_with(&database, test_world(1).0, vec![copies(), other]).await;
    paint(&db, 1, "red").await.expect("painted");
    paint(&db, 1, "blue").await.expect("painted");
    let undone = db
        .write(Intent::system("pictures.paint"), |tx| async move {
            tx.emit(&Painted::new(1, "grey")).await?;
            Err::<(), _>(Error::stale())
        })
        .await;
    assert!(undone.is_err());
    assert_eq!(db.jobs_left().await.expect("counted"), 2, "one for each fact that is there");
    let timeline = facts_of(db.read(), Uuid::from_u128(1)).await.expect("facts");
    let colours: Vec<_> = timeline.iter().map(|fact| fact.decode::<Painted>().expect("painted").colour).collect();
    assert_eq!(colours, ["red", "blue"]);
    assert!(facts_of(db.read(), Uuid::from_u128(2)).await.expect("facts").is_empty());
    assert_eq!(db.run_due_jobs().await.expect("they run"), 2);
    assert_eq!(db.run_due_jobs().await.expect("they run"), 0);
    assert_eq!(strokes(&db).await, ["red", "blue"]);
    end(database, [db]).await;
}

#[tokio::test]
async fn two_nodes_handle_each_fact_once() {
    let database = database().await;
    let open = || open_with(&database, test_world(1).0, vec![copies()]);
    let (one, two) = (open().await, open().await);
    let mut want: Vec<String> = (0..20).map(|n| format!("{n:02}")).collect();
    for (n, colour) in (0..).zip(&want) {
        paint(&one, n % 5, colour).await.expect("painted");
    }
    let (first, second) = tokio::join!(one.run_due_jobs(), two.run_due_jobs());
    assert_eq!(first.expect("they run") + second.expect("they run"), 20);
    let mut kept = strokes(&one).await;
    // What belongs to one picture is in order.
    for picture in 0..5 {
        let own = kept.iter().filter(|colour| colour.parse::<u128>().is_ok_and(|n| n % 5 == picture));
        assert!(own.is_sorted(), "{kept:?}");
    }
    kept.sort();
    want.sort();
    assert_eq!(kept, want);
    end(database, [one, two]).await;
}

#[tokio::test]
async fn a_failing_reaction_holds_up_its_own_subject_only_and_is_tried_again_later() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let calm = Arc::new(AtomicBool::new(false));
    let db = open_with(&database, world.clone(), vec![fussy(&calm, false)]).await;
    for (picture, colour) in [(1, "black"), (1, "red"), (2, "blue")] {
        paint(&db, picture, colour).await.expect("painted");
    }
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["blue"], "what it had begun is undone, and what comes after it waits");
    calm.store(true, Ordering::Relaxed);
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["blue"], "not before its pause is over");
    clock.set(world.now() + backoff(1));
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["blue", "black", "red"]);
    end(database, [db]).await;
}

#[tokio::test]
async fn a_hopeless_job_is_parked_until_somebody_sets_it_going_again() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let calm = Arc::new(AtomicBool::new(false));
    let db = open_with(&database, world.clone(), vec![fussy(&calm, true)]).await;
    paint(&db, 1, "black").await.expect("painted");
    paint(&db, 1, "red").await.expect("painted");
    db.run_due_jobs().await.expect("they run");
    clock.set(world.now() + backoff(10));
    db.run_due_jobs().await.expect("they run");
    let (job, kind) = job_page(&db, &PageQuery::default()).await.expect("jobs").items.remove(0);
    assert_eq!((job.parked, job.attempts, kind.as_deref()), (true, 1, Some("pictures.painted")));
    assert!(job.last_error.is_some_and(|told| told.contains("not_found")));
    calm.store(true, Ordering::Relaxed);
    let retry = |seq| db.write(Intent::system("jobs.retry"), move |tx| async move { retry_job(&tx, seq).await });
    assert_eq!(retry(9_999).await.expect_err("no such job").code(), "not_found");
    retry(job.seq).await.expect("it is there");
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["black", "red"]);
    assert_eq!(db.jobs_left().await.expect("counted"), 0);
    end(database, [db]).await;
}

#[tokio::test]
async fn a_reaction_that_this_node_does_not_know_is_left_to_another() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let newer = open_with(&database, world.clone(), vec![copies()]).await;
    let older = open_with(&database, world.clone(), vec![]).await;
    paint(&newer, 1, "red").await.expect("painted");
    assert_eq!(older.run_due_jobs().await.expect("they run"), 0);
    assert_eq!(newer.jobs_left().await.expect("counted"), 1);
    clock.set(world.now() + backoff(1));
    newer.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&newer).await, ["red"]);
    end(database, [newer, older]).await;
}

//! A timer's fact happens once, when it is due, unless it was disarmed; whatever the number of nodes and restarts.

use crate::stage::{Painted, database, end, open_with, stroke, strokes};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Reaction};
use jinqiao_kernel::{DateTime, Result};
use jinqiao_testkit::test_world;
use uuid::Uuid;

/// Writes a row when a timer's fact has happened.
fn notes() -> Vec<Reaction> {
    vec![Reaction::new(
        "notes",
        |kind| kind == "pictures.painted",
        |tx, fact| Box::pin(async move { Ok(stroke(&tx, &fact.decode::<Painted>()?.colour).await?) }),
    )]
}

async fn arm(db: &Db, due: DateTime, picture: u128, colour: &str) -> Result<()> {
    let painted = &Painted::new(picture, colour);
    db.write(Intent::system("pictures.plan"), |tx| async move { tx.arm(due, painted).await }).await
}

async fn disarm(db: &Db, picture: u128) {
    let picture = Uuid::from_u128(picture);
    let disarmed = db.write(Intent::system("pictures.forget"), |tx| async move { tx.disarm(picture).await }).await;
    disarmed.expect("disarmed");
}

#[tokio::test]
async fn it_happens_when_it_is_due_and_in_that_order() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let db = open_with(&database, world.clone(), notes()).await;
    let begun = world.now();
    let hours = |n| begun + TimeDelta::hours(n);
    for (picture, due, colour) in [(1, 3, "third"), (2, 1, "first"), (3, 2, "second"), (4, 2, "never"), (5, 9, "later")]
    {
        arm(&db, hours(due), picture, colour).await.expect("armed");
    }
    disarm(&db, 4).await;
    for (hour, want) in [
        (0, vec![]),
        (1, vec!["first"]),
        (2, vec!["first", "second"]),
        (8, vec!["first", "second", "third"]),
        (9, vec!["first", "second", "third", "later"]),
        (99, vec!["first", "second", "third", "later"]),
    ] {
        clock.set(hours(hour));
        db.run_due_jobs().await.expect("they run");
        assert_eq!(strokes(&db).await, want, "after {hour} hours");
    }
    end(database, [db]).await;
}

#[tokio::test]
async fn a_record_has_one_timer_of_a_kind_and_may_arm_it_anew() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let db = open_with(&database, world.clone(), notes()).await;
    let due = world.now() + TimeDelta::hours(1);
    arm(&db, due, 1, "first").await.expect("armed");
    assert!(arm(&db, due, 1, "twice").await.is_err(), "of two timers nobody would know which counts");
    disarm(&db, 1).await;
    disarm(&db, 1).await;
    arm(&db, due, 1, "anew").await.expect("armed");
    clock.set(due);
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["anew"]);
    arm(&db, due, 1, "once more").await.expect("what has happened is armed no longer");
    db.run_due_jobs().await.expect("they run");
    assert_eq!(strokes(&db).await, ["anew", "once more"], "what is due already happens at once");
    end(database, [db]).await;
}

#[tokio::test]
async fn no_restart_forgets_it_and_no_second_node_repeats_it() {
    let database = database().await;
    let (world, clock) = test_world(1);
    let db = open_with(&database, world.clone(), notes()).await;
    let due = world.now() + TimeDelta::hours(1);
    for picture in 1..=10 {
        arm(&db, due, picture, &format!("{picture:02}")).await.expect("armed");
    }
    db.close().await.expect("it closes");
    clock.set(due + TimeDelta::days(3));
    let open = || open_with(&database, world.clone(), notes());
    let (one, two) = (open().await, open().await);
    let (first, second) = tokio::join!(one.run_due_jobs(), two.run_due_jobs());
    first.expect("they run");
    second.expect("they run");
    // A job that the other node had just left may have been seen too late.
    one.run_due_jobs().await.expect("they run");
    let mut kept = strokes(&one).await;
    kept.sort();
    assert_eq!(kept, (1..=10).map(|n| format!("{n:02}")).collect::<Vec<_>>());
    end(database, [one, two]).await;
}

//! Steps run once, in the order of their names, whole or not at all.

use crate::stage::{database, end, open, steps, texts};
use jinqiao_db::schema::{Make, Step, column, index, unique};
use jinqiao_db::{Db, Engine, Followers, Intent, Options, unless_taken};
use jinqiao_kernel::{Error, World};
use jinqiao_testkit::engine;
use sea_orm::ConnectionTrait;
use sea_orm_migration::{
    prelude::Table,
    schema::{big_pk_auto, text},
};

fn and(more: impl IntoIterator<Item = Step>) -> Vec<Step> {
    steps().into_iter().chain(more).collect()
}

/// Two steps that lean on one another; handed over in the wrong order.
fn frames() -> [Step; 2] {
    let make = || {
        let table = Table::create().table("frames").col(big_pk_auto("seq")).col(text("name")).to_owned();
        vec![Make::table(table), unique("frames", &["name"]), index("frames", &["seq", "name"])]
    };
    let fill =
        || vec![column("frames", text("wood").default("oak")), Make::sql("INSERT INTO frames (name) VALUES ('a')")];
    [Step { name: "m20991231_000003_fill", make: fill }, Step { name: "m20991231_000002_frames", make }]
}

#[tokio::test]
async fn each_step_runs_once_in_the_order_of_the_names() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    for _ in 0..2 {
        db.migrate(and(frames())).await.expect("migrated");
        assert_eq!(texts(&db, "SELECT wood FROM frames").await, ["oak"], "the second time there is nothing to do");
    }
    end(database, [db]).await;
}

#[tokio::test]
async fn a_step_that_fails_leaves_nothing_of_itself_and_may_be_mended() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    let broken = || {
        let table = Table::create().table("halves").col(text("name")).to_owned();
        vec![Make::table(table), Make::sql("INSERT INTO no_such_table VALUES (1)")]
    };
    let whole = || vec![Make::table(Table::create().table("halves").col(text("name")).to_owned())];
    let step = |make| Step { name: "m20991231_000004_halves", make };
    let [fill, make] = frames();
    assert!(db.migrate(and([step(broken), make, fill])).await.is_err());
    assert_eq!(texts(&db, "SELECT wood FROM frames").await, ["oak"], "those before it stay");
    db.migrate(and([step(whole), make, fill])).await.expect("the table was not there");
    assert_eq!(texts(&db, "SELECT name FROM halves").await, Vec::<String>::new());
    end(database, [db]).await;
}

#[tokio::test]
async fn a_taken_name_is_told_on_both_engines() {
    let database = database().await;
    let db = open(&database, 2, None).await;
    db.migrate(and(frames())).await.expect("migrated");
    let named = async |column: &'static str| {
        db.write(Intent::bookkeeping("frames.name"), |tx| async move {
            let row = tx.conn().execute_unprepared("INSERT INTO frames (name) VALUES ('a')").await;
            unless_taken(row.map(|_| ()), column, || Error::conflict("frames.taken", "名称已被使用"))
        })
        .await
    };
    assert_eq!(named("name").await.expect_err("taken").code(), "frames.taken");
    assert_ne!(named("other").await.expect_err("taken").code(), "frames.taken");
    end(database, [db]).await;
}

#[tokio::test]
async fn nodes_that_start_together_migrate_one_after_the_other() {
    if engine() != Engine::Postgres {
        return;
    }
    let database = database().await;
    let (one, two) = (open(&database, 2, None).await, open(&database, 2, None).await);
    let (first, second) = tokio::join!(one.migrate(and(frames())), two.migrate(and(frames())));
    first.expect("migrated");
    second.expect("migrated, or nothing was left to do");
    assert_eq!(texts(&one, "SELECT wood FROM frames").await, ["oak"]);
    end(database, [one, two]).await;
}

#[tokio::test]
async fn a_database_that_acknowledges_before_it_keeps_is_refused() {
    if engine() != Engine::Postgres {
        return;
    }
    let database = database().await;
    let db = open(&database, 2, None).await;
    let name = database.url.rsplit('/').next().expect("a name").split('?').next().expect("a name").to_owned();
    let set = async |value: &str| {
        let sql = format!("ALTER DATABASE {name} SET synchronous_commit = {value}");
        let done = db.write(Intent::bookkeeping("test.set"), |tx| {
            let sql = sql.clone();
            async move { Ok(tx.conn().execute_unprepared(&sql).await.map(|_| ())?) }
        });
        done.await.expect("set");
    };
    let opened = async || Db::open(&Options::new(database.url.clone(), 2), World::system(), Followers::default()).await;
    for (value, taken) in [("off", false), ("local", true), ("on", true)] {
        set(value).await;
        match opened().await {
            Ok(opened) => {
                assert!(taken, "{value}");
                opened.close().await.expect("it closes");
            }
            Err(error) => {
                use std::error::Error as _;
                let cause = error.source().map(ToString::to_string).unwrap_or_default();
                assert!(!taken && cause.contains("synchronous_commit"), "{value}: {cause}");
            }
        }
    }
    end(database, [db]).await;
}

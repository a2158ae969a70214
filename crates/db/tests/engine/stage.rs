//! A database of a test's own with one table more, `strokes`, and a kind of fact that belongs to it.

use jinqiao_db::schema::{Make, Step};
use jinqiao_db::{Audience, Db, FactKind, Faults, Followers, Intent, Options, Reaction, Tx};
use jinqiao_kernel::{Result, Role, World};
use jinqiao_testkit::TestDatabase;
use sea_orm::{ConnectionTrait, Statement};
use sea_orm_migration::{
    prelude::Table,
    schema::{big_pk_auto, text},
};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

/// The crate's own steps and one of a made-up concept.
pub fn steps() -> Vec<Step> {
    let strokes = || {
        let table = Table::create().table("strokes").col(big_pk_auto("seq")).col(text("colour")).to_owned();
        vec![Make::table(table)]
    };
    [jinqiao_db::migrations(), vec![Step { name: "m20991231_000001_strokes", make: strokes }]].concat()
}

pub async fn database() -> TestDatabase {
    TestDatabase::new(
        World::system(),
        Box::new(|db| Box::pin(async { db.migrate(steps()).await.expect("it is migrated") })),
    )
    .await
}

pub async fn open(database: &TestDatabase, connections: u32, faults: Option<Arc<dyn Faults>>) -> Db {
    let options = Options { faults, ..Options::new(database.url.clone(), connections) };
    Db::open(&options, World::system(), Followers::default()).await.expect("the database opens")
}

pub async fn open_with(database: &TestDatabase, world: World, reactions: Vec<Reaction>) -> Db {
    Db::open(&Options::new(database.url.clone(), 4), world, Followers { reactions, ..Followers::default() })
        .await
        .expect("the database opens")
}

pub async fn end(database: TestDatabase, opened: impl IntoIterator<Item = Db>) {
    for db in opened {
        db.close().await.expect("it closes");
    }
    database.remove().await;
}

/// Somebody has painted something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Painted {
    pub picture: Uuid,
    pub colour: String,
}

impl Painted {
    pub fn new(picture: u128, colour: &str) -> Self {
        Self { picture: Uuid::from_u128(picture), colour: colour.into() }
    }
}

impl FactKind for Painted {
    fn kind(&self) -> String {
        "pictures.painted".into()
    }

    fn subject(&self) -> Uuid {
        self.picture
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

pub async fn paint(db: &Db, picture: u128, colour: &str) -> Result<()> {
    let painted = &Painted::new(picture, colour);
    db.write(Intent::system("pictures.paint"), |tx| async move { tx.emit(painted).await }).await
}

/// A row of the made-up table.
pub async fn stroke(tx: &Tx, colour: &str) -> Result<()> {
    tx.conn().execute_unprepared(&format!("INSERT INTO strokes (colour) VALUES ('{colour}')")).await?;
    Ok(())
}

/// The rows of the made-up table, oldest first.
pub async fn strokes(db: &Db) -> Vec<String> {
    texts(db, "SELECT colour FROM strokes ORDER BY seq").await
}

/// The first column of what `sql` finds.
pub async fn texts(db: &Db, sql: &str) -> Vec<String> {
    let rows = db.read().query_all_raw(Statement::from_string(db.engine().backend(), sql)).await.expect("rows");
    rows.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

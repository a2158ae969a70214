//! A database per test, copied from a migrated template.

use jinqiao_db::{Db, Engine, Followers, Options};
use jinqiao_kernel::World;
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
use std::{
    future::Future,
    path::{Path, PathBuf},
    pin::Pin,
};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// Which engine the tests of this run use.
///
/// # Panics
/// On a name that is no engine.
pub fn engine() -> Engine {
    match std::env::var("JINQIAO_TEST_ENGINE").as_deref() {
        Ok("postgres") => Engine::Postgres,
        Ok("sqlite") | Err(_) => Engine::Sqlite,
        Ok(other) => panic!("JINQIAO_TEST_ENGINE={other} is neither sqlite nor postgres"),
    }
}

/// Makes a fresh database ready: migrations, and what every start does.
pub type Prepare = Box<dyn for<'a> Fn(&'a Db) -> Pin<Box<dyn Future<Output = ()> + Send + 'a>> + Send + Sync>;

/// A test's own database; removed when dropped (SQLite) or by [`TestDatabase::remove`] (PostgreSQL).
pub struct TestDatabase {
    /// Address of the database.
    pub url: String,
    name: String,
    _folder: Option<TempDir>,
}

/// Where the template is; made once per test program.
enum Template {
    File(PathBuf, #[expect(dead_code, reason = "removes the folder at the end")] TempDir),
    Database(String),
}

static TEMPLATE: OnceCell<Template> = OnceCell::const_new();
/// PostgreSQL copies a template only while nobody else does.
static COPYING: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());
static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);

fn admin_url() -> String {
    std::env::var("JINQIAO_TEST_PG").expect("JINQIAO_TEST_PG is the address of a PostgreSQL superuser")
}

fn url_of(name: &str) -> String {
    let admin = admin_url();
    let server = admin.rsplit_once('/').expect("the address ends with a database name").0;
    format!("{server}/{name}")
}

async fn admin() -> DatabaseConnection {
    Database::connect(admin_url()).await.expect("the test cluster answers")
}

async fn prepared(url: &str, world: World, prepare: Prepare) {
    let db = Db::open(&Options::new(url, 2), world, Followers::default()).await.expect("template opens");
    prepare(&db).await;
    db.close().await.expect("template closes");
}

async fn template(world: World, prepare: Prepare) -> Template {
    match engine() {
        Engine::Sqlite => {
            let folder = TempDir::new().expect("a temporary folder");
            let file = folder.path().join("template.db");
            prepared(&format!("sqlite://{}", file.display()), world, prepare).await;
            Template::File(file, folder)
        }
        Engine::Postgres => {
            let name = format!("jinqiao_template_{}", std::process::id());
            admin().await.execute_unprepared(&format!("CREATE DATABASE {name}")).await.expect("template is made");
            prepared(&url_of(&name), world, prepare).await;
            Template::Database(name)
        }
    }
}

impl TestDatabase {
    /// One that is there already, and is not removed.
    pub fn existing(url: impl Into<String>) -> Self {
        Self { url: url.into(), name: String::new(), _folder: None }
    }

    /// An empty one called `name`, in place of an earlier one: on SQLite in `folder`.
    ///
    /// # Panics
    /// When the engine does not answer.
    pub async fn empty(folder: &Path, name: &str) -> Self {
        if engine() == Engine::Sqlite {
            return Self::existing(format!("sqlite://{}", folder.join(format!("{name}.db")).display()));
        }
        let conn = admin().await;
        for sql in [format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"), format!("CREATE DATABASE {name}")] {
            conn.execute_unprepared(&sql).await.expect("an empty database");
        }
        Self { url: url_of(name), name: name.to_owned(), _folder: None }
    }

    /// A copy of the template, which is made by `prepare` the first time.
    ///
    /// # Panics
    /// When the engine does not answer.
    pub async fn new(world: World, prepare: Prepare) -> Self {
        let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let name = format!("jinqiao_test_{}_{number}", std::process::id());
        match TEMPLATE.get_or_init(|| template(world, prepare)).await {
            Template::File(template, _) => {
                let folder = TempDir::new().expect("a temporary folder");
                let file = folder.path().join("jinqiao.db");
                std::fs::copy(template, &file).expect("the template is copied");
                Self { url: format!("sqlite://{}", file.display()), name, _folder: Some(folder) }
            }
            Template::Database(template) => {
                let _one_at_a_time = COPYING.lock().await;
                let copy = format!("CREATE DATABASE {name} TEMPLATE {template}");
                admin().await.execute_unprepared(&copy).await.expect("the template is copied");
                Self { url: url_of(&name), name, _folder: None }
            }
        }
    }

    /// Removes the database.
    ///
    /// # Panics
    /// When PostgreSQL does not.
    pub async fn remove(self) {
        if engine() == Engine::Postgres && !self.name.is_empty() {
            let drop = format!("DROP DATABASE {} WITH (FORCE)", self.name);
            admin().await.execute_unprepared(&drop).await.expect("the test's database is removed");
        }
    }
}

//! The data that a server is measured with: the demo, and many times of it.

use crate::settings::{PROGRAM, Settings};
use jinqiao_db::Engine;
use jinqiao_testkit::{TestDatabase, multiply::multiply};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, Statement};
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};
use tempfile::TempDir;

/// Larger sets are not kept for the next run: twice of them might fill a disk.
const KEPT_AT_MOST: u64 = 4 << 30;

/// A database of one's own, with its key and its files.
pub struct Set {
    /// How many firms it has of each of the demo's.
    pub factor: u32,
    /// Address of the database.
    pub url: String,
    /// Where its key and its files are.
    pub folder: TempDir,
    /// Bytes of the database.
    pub bytes: u64,
}

/// Runs `jinqiao demo` with all data in `folder`, on the database at `url`.
fn load(folder: &Path, url: &str) {
    let loaded = Command::new(PROGRAM)
        .arg("demo")
        .env("JINQIAO_DATABASE_URL", url)
        .env("JINQIAO_FILES_URL", format!("file://{}", folder.join("files").display()))
        .env("JINQIAO_MASTER_KEY_FILE", folder.join("master.key"))
        .env("JINQIAO_DEMO_CACHE", PathBuf::from(PROGRAM).with_file_name("demo-cache"))
        .env_remove("JINQIAO_MASTER_KEY")
        .env("RUST_LOG", "warn")
        .status();
    assert!(loaded.expect("it runs").success(), "the demo data load");
}

/// The database of a set, on SQLite in its folder.
fn file(folder: &Path) -> PathBuf {
    folder.join("jinqiao.db")
}

impl Set {
    /// Makes a set, or copies the one that an earlier run has made of the same demo data.
    pub async fn prepare(settings: &Settings, factor: u32) -> Self {
        let folder = TempDir::new_in(settings.cache()).expect("a folder");
        let url = match settings.engine {
            Engine::Sqlite => format!("sqlite://{}", file(folder.path()).display()),
            Engine::Postgres => TestDatabase::empty(folder.path(), &format!("jinqiao_bench_{factor}")).await.url,
        };
        println!("Data × {factor} …");
        load(folder.path(), &url);
        if factor > 1 {
            match settings.engine {
                Engine::Sqlite => multiplied(settings, folder.path(), factor).await,
                Engine::Postgres => told(&multiply(&url, factor).await.expect("it multiplies")),
            }
        }
        let conn = open(&url).await;
        // Whoever is not of the platform logs in with one password, that of the first firm of the demo.
        let password = "SELECT a.password FROM accounts a JOIN demo_accounts d ON d.account_id = a.id WHERE a.role = 'enterprise' LIMIT 1";
        let sql = format!("UPDATE accounts SET password = ({password}) WHERE role IN ('enterprise', 'institution')");
        conn.execute_unprepared(&sql).await.expect("passwords");
        let bytes = match settings.engine {
            Engine::Sqlite => fs::metadata(file(folder.path())).expect("a file").len(),
            Engine::Postgres => {
                u64::try_from(number(&conn, "SELECT pg_database_size(current_database())").await).unwrap_or_default()
            }
        };
        conn.close().await.expect("it closes");
        if settings.engine == Engine::Sqlite {
            // Gigabytes that were only just made would be written out at the server's first commit.
            fs::File::open(file(folder.path())).and_then(|file| file.sync_all()).expect("it is on the disk");
        }
        Self { factor, url, folder, bytes }
    }
}

fn told(done: &jinqiao_testkit::multiply::Multiplied) {
    let rows: u64 = done.added.iter().map(|(_, rows)| rows).sum();
    println!("{rows} rows added in {:.0} s.", done.took.as_secs_f64());
}

/// Multiplies the file in `folder`, or takes what an earlier run has made of the same file; kept in place of what others have made.
async fn multiplied(settings: &Settings, folder: &Path, factor: u32) {
    // This program multiplies them: another one may do it in another way.
    let this = std::env::current_exe().expect("this program");
    let mut content = Sha256::new();
    [file(folder), this].iter().for_each(|file| content.update(fs::read(file).expect("a file")));
    let hash: String = content.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    let kept = settings.cache().join(format!("{hash}-{factor}.db"));
    if !kept.exists() {
        for entry in fs::read_dir(settings.cache()).expect("a folder").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            if name.ends_with(".db") && !name.starts_with(&hash) {
                fs::remove_file(entry.path()).expect("an old one is removed");
            }
        }
        let making = settings.cache().join(format!("{hash}-{factor}.part"));
        fs::copy(file(folder), &making).expect("a copy");
        told(&multiply(&format!("sqlite://{}", making.display()), factor).await.expect("it multiplies"));
        fs::rename(&making, &kept).expect("it is kept");
    }
    let large = fs::metadata(&kept).expect("a file").len() > KEPT_AT_MOST;
    let placed = if large { fs::rename(&kept, file(folder)) } else { fs::copy(&kept, file(folder)).map(|_| ()) };
    placed.expect("it is in its place");
}

/// A connection beside the server's.
pub async fn open(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Database::connect(options).await.expect("the database opens")
}

/// The texts in the first column of what `sql` finds.
pub async fn texts(conn: &DatabaseConnection, sql: &str) -> Vec<String> {
    let found = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await.expect(sql);
    found.iter().map(|row| row.try_get_by_index(0).expect("a text")).collect()
}

/// The number that `sql` finds.
pub async fn number(conn: &DatabaseConnection, sql: &str) -> i64 {
    let found = conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await.expect(sql);
    found.first().map_or(0, |row| row.try_get_by_index(0).expect("a number"))
}

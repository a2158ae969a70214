//! What the same machine does without the platform, in the same run.

use crate::{
    load::{self, Took},
    settings::Settings,
    visit::asked,
};
use jinqiao_testkit::process::{client, free_port};
use sea_orm::{ConnectionTrait, DatabaseConnection, Statement};
use std::{
    env, fs,
    path::PathBuf,
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};
use tempfile::TempDir;
use tokio::net::TcpListener;

/// Tells this program to serve the bare route, on the port that it names.
const BARE: &str = "JINQIAO_BENCH_BARE";
/// Rows that are written to the bare database.
const COMMITS: usize = 200;

/// What there was to compare with.
#[derive(Default)]
pub struct Baselines {
    /// A route that answers a word, asked by one and by eight.
    pub bare: (Took, Took),
    /// nginx with a script of the pages, compressed; none where it is not installed.
    pub nginx: Option<(Took, Took)>,
    /// One row and its commit on SQLite, synced to the disk.
    pub commit: Took,
    /// Eight rows and their commit.
    pub eight: Took,
}

/// Is this process the bare route?
pub fn is_bare() -> bool {
    env::var_os(BARE).is_some()
}

/// Answers a word until it is ended.
pub async fn serve_bare() {
    let port = env::var(BARE).expect("a port");
    let route = axum::Router::new().route("/", axum::routing::get(|| async { "ok" }));
    let listener = TcpListener::bind(format!("127.0.0.1:{port}")).await.expect("the port is free");
    axum::serve(listener, route).await.expect("it serves");
}

/// A process that is ended with what it serves.
struct Ends(Child);

impl Drop for Ends {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Measures all of them.
pub async fn measure(settings: &Settings) -> Baselines {
    let port = free_port();
    let program = env::current_exe().expect("this program");
    let _process = Ends(Command::new(program).env(BARE, port.to_string()).spawn().expect("it starts"));
    let bare = both(settings, format!("http://127.0.0.1:{port}/")).await;
    Baselines {
        bare,
        nginx: nginx(settings).await,
        commit: commits(settings, 1).await,
        eight: commits(settings, 8).await,
    }
}

/// Waits until somebody answers at `url`, and measures it.
pub async fn both(settings: &Settings, url: String) -> (Took, Took) {
    let client = client();
    let waits = Instant::now();
    while client.get(&url).send().await.is_err() {
        assert!(waits.elapsed() < Duration::from_secs(10), "{url} does not answer");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let alone = load::alone(settings.each, |_| asked(packed(&client, &url))).await;
    let (client, url) = (client.clone(), url.clone());
    let together = load::together(8, settings.each, move |_, _| asked(packed(&client, &url))).await;
    (alone, together)
}

/// A GET of something that may be compressed.
pub fn packed(client: &reqwest::Client, url: &str) -> reqwest::RequestBuilder {
    client.get(url).header("accept-encoding", "gzip")
}

fn built_pages() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../web/dist")
}

/// The largest script of the built pages, as the address has it; none where they are not built.
pub fn script() -> Option<String> {
    let files = fs::read_dir(built_pages().join("assets")).ok()?.flatten();
    let scripts = files.filter(|file| file.file_name().to_string_lossy().ends_with(".js"));
    let largest = scripts.max_by_key(|file| file.metadata().map_or(0, |data| data.len()))?;
    Some(format!("/assets/{}", largest.file_name().to_string_lossy()))
}

/// nginx with the same script, packed beforehand as the program has it.
async fn nginx(settings: &Settings) -> Option<(Took, Took)> {
    let script = script()?;
    let folder = TempDir::new().expect("a folder");
    let root = folder.path();
    fs::create_dir_all(root.join("assets")).expect("a folder");
    let place = root.join(script.trim_start_matches('/'));
    fs::copy(built_pages().join(script.trim_start_matches('/')), &place).expect("a copy");
    Command::new("gzip").arg("-k").arg(&place).status().ok().filter(std::process::ExitStatus::success)?;
    let port = free_port();
    let conf = format!(
        "daemon off; worker_processes 2; pid {0}/pid; error_log /dev/null;
         events {{ worker_connections 256; }}
         http {{ access_log off; client_body_temp_path {0}; proxy_temp_path {0}; fastcgi_temp_path {0}; uwsgi_temp_path {0};
         scgi_temp_path {0}; gzip_static on; keepalive_requests 1000000; types {{ text/javascript js; }}
         server {{ listen 127.0.0.1:{port}; root {0}; }} }}",
        root.display()
    );
    fs::write(root.join("nginx.conf"), conf).expect("a file");
    // As root its workers belong to somebody else, who may not look into the folder otherwise.
    let _ = Command::new("chmod").args(["-R", "a+rX"]).arg(root).status();
    // Debian keeps it where only root looks.
    let mut process = ["nginx", "/usr/sbin/nginx"].iter().find_map(|program| {
        let nginx = Command::new(program).arg("-c").arg(root.join("nginx.conf")).stderr(Stdio::null()).spawn();
        nginx.ok().map(Ends)
    })?;
    let took = both(settings, format!("http://127.0.0.1:{port}{script}")).await;
    // It ends its workers when it is asked to, and not when it is killed.
    let _ = Command::new("kill").args(["-TERM", &process.0.id().to_string()]).status();
    let _ = process.0.wait();
    Some(took)
}

/// How long `sql` and its rows take on `conn`.
pub async fn statement(settings: &Settings, conn: &DatabaseConnection, sql: &str) -> Took {
    let asked = || async {
        conn.query_all_raw(Statement::from_string(conn.get_database_backend(), sql)).await.expect(sql);
    };
    load::alone(settings.each / 4, |_| asked()).await
}

/// So many rows a commit, as durable as the platform's.
async fn commits(settings: &Settings, rows: usize) -> Took {
    let folder = TempDir::new_in(settings.cache()).expect("a folder");
    let url = format!("sqlite://{}?mode=rwc", folder.path().join("bare.db").display());
    let conn = crate::data::open(&url).await;
    for sql in [
        "PRAGMA journal_mode = WAL",
        "PRAGMA synchronous = FULL",
        "CREATE TABLE kept (id INTEGER PRIMARY KEY, word TEXT NOT NULL)",
    ] {
        conn.execute_unprepared(sql).await.expect(sql);
    }
    let (begun, mut took) = (Instant::now(), vec![]);
    for _ in 0..COMMITS {
        let asked = Instant::now();
        let row = "INSERT INTO kept (word) VALUES ('word');";
        conn.execute_unprepared(&format!("BEGIN IMMEDIATE; {} COMMIT", row.repeat(rows))).await.expect("they are kept");
        took.push(asked.elapsed());
    }
    let took = Took::of(took, begun.elapsed());
    conn.close().await.expect("it closes");
    took
}

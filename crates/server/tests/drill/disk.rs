//! A disk that is full, and has room again: what is acknowledged is kept, before, meanwhile and after.

use crate::{
    arrange,
    drafts::Drafts,
    long,
    server::{Person, Server, login, setup},
    skipped,
};
use jinqiao_db::Engine;
use jinqiao_testkit::{TestDatabase, engine};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{
    fs,
    io::Write,
    path::Path,
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// Clients that write at once.
const WRITERS: usize = 8;

/// Where the data are, and how writing there becomes impossible.
enum Disk {
    /// A small file system of its own, for as long as it is held.
    Small(TempDir),
    /// An ordinary folder, and a limit on the size of the server's files: no user needs a right for that.
    Limited(TempDir),
}

impl Disk {
    fn new() -> Self {
        let folder = TempDir::new().expect("a folder");
        let mounted =
            Command::new("mount").args(["-t", "tmpfs", "-o", "size=24m", "tmpfs"]).arg(folder.path()).output();
        if mounted.is_ok_and(|output| output.status.success()) {
            return Self::Small(folder);
        }
        skipped(
            "a disk that is really full, as this user may not mount a tmpfs; the server's files are limited in its place",
        );
        Self::Limited(folder)
    }

    fn path(&self) -> &Path {
        match self {
            Self::Small(folder) | Self::Limited(folder) => folder.path(),
        }
    }

    /// From now on nothing more fits.
    fn fill(&self, server: &Server) {
        match self {
            Self::Small(_) => {
                let mut ballast = fs::File::create(self.path().join("ballast")).expect("a file");
                while ballast.write_all(&[1; 4096]).is_ok() {}
                while ballast.write_all(&[1; 1]).is_ok() {}
            }
            Self::Limited(_) => limit(server, "1"),
        }
    }

    fn free(&self, server: &Server) {
        match self {
            Self::Small(_) => fs::remove_file(self.path().join("ballast")).expect("removed"),
            Self::Limited(_) => limit(server, "unlimited"),
        }
    }
}

/// The largest file that a server may write.
fn limit(server: &Server, bytes: &str) {
    let limit = format!("--fsize={bytes}:unlimited");
    let set = Command::new("prlimit").args(["--pid", &server.pid().to_string(), &limit]).status();
    assert!(set.expect("prlimit runs").success(), "{limit}");
}

impl Drop for Disk {
    fn drop(&mut self) {
        if let Self::Small(folder) = self {
            let _ = Command::new("umount").arg("-l").arg(folder.path()).status();
        }
    }
}

/// A database on the disk, and the one of which it is a copy.
async fn placed(disk: &Disk) -> (TestDatabase, String) {
    let template = arrange::database().await;
    let file = disk.path().join("jinqiao.db");
    fs::copy(template.url.strip_prefix("sqlite://").expect("a file"), &file).expect("copied");
    (template, format!("sqlite://{}", file.display()))
}

async fn draft(person: &Person, server: &Server) -> (StatusCode, Value) {
    let url = format!("{}/api/enterprise/demands", server.base);
    let answer =
        person.post(url).json(&json!({"kind": "debt", "amount": 100_000_000})).send().await.expect("an answer");
    (answer.status(), answer.json().await.unwrap_or_default())
}

async fn edit(person: &Person, server: &Server, id: &str, version: i64, amount: i64) -> (StatusCode, Value) {
    let url = format!("{}/api/enterprise/demands/{id}", server.base);
    let body = json!({"kind": "debt", "amount": amount});
    let answer = person.put(url, version).json(&body).send().await.expect("an answer");
    (answer.status(), answer.json().await.unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_full_disk_and_back_loses_nothing_that_was_acknowledged() {
    if engine() != Engine::Sqlite {
        return;
    }
    let disk = Disk::new();
    let (template, url) = placed(&disk).await;
    let db = arrange::open(&url).await;
    arrange::people(&db, 1).await;
    db.close().await.expect("it closes");
    let files = format!("file://{}", disk.path().join("files").display());
    let setup = || setup(&url).set("JINQIAO_FILES_URL", &files);

    let server = setup().ready().await;
    let person = login(&server.base, "firm").await;
    disk.fill(&server);
    let mut slowest = Duration::ZERO;
    for _ in 0..5 {
        let begun = Instant::now();
        let (status, problem) = draft(&person, &server).await;
        slowest = slowest.max(begun.elapsed());
        assert!([507, 503].contains(&status.as_u16()), "{status}: {problem}");
        assert!(problem["detail"].as_str().is_some_and(|text| !text.is_empty()), "{problem}");
    }
    // A proof holds for a second, and the newest is from before.
    tokio::time::sleep(Duration::from_millis(1_100)).await;
    let ready = reqwest::get(format!("{}/readyz", server.base)).await.expect("an answer");
    assert_eq!(ready.status(), StatusCode::SERVICE_UNAVAILABLE, "readiness is proved by a write");
    let list = person.get(format!("{}/api/enterprise/demands", server.base)).send().await.expect("an answer");
    assert_eq!(list.status(), StatusCode::OK, "reading goes on");
    let upload =
        person.post(format!("{}/api/files?name=a.pdf", server.base)).body("%PDF-1.7").send().await.expect("an answer");
    assert_eq!(upload.status().as_u16(), 507, "no upload on a full disk");

    disk.free(&server);
    let (status, made) = draft(&person, &server).await;
    assert_eq!(status, StatusCode::CREATED, "there is room again: {made}");
    let id = made["id"].as_str().expect("an id").to_owned();
    assert_eq!(edit(&person, &server, &id, 99, 1_000_000).await.0, StatusCode::CONFLICT);
    let mut version = made["version"].as_i64().expect("a version");
    for n in 1..=10 {
        let (status, edited) = edit(&person, &server, &id, version, 100_000_000 + n * 1_000_000).await;
        assert_eq!(status, StatusCode::OK, "{edited}");
        version = edited["version"].as_i64().expect("a version");
    }
    let later = login(&server.base, "firm").await;
    server.kill();

    let server = setup().ready().await;
    let url = format!("{}/api/enterprise/demands/{id}", server.base);
    let kept: Value =
        later.get(url).send().await.expect("an answer").json().await.expect("the draft, and the session of later");
    assert_eq!((kept["version"].as_i64(), kept["amount"].as_i64()), (Some(version), Some(110_000_000)), "{kept}");
    println!("disk: slowest refusal on a full disk {slowest:?}, 12 writes acknowledged afterwards, 0 lost");
    server.kill();
    template.remove().await;
}

/// Writes that share a commit are refused together when there is no room for it, and each of them is told so.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_disk_that_fills_under_many_clients_loses_nothing_that_was_acknowledged() {
    if engine() != Engine::Sqlite {
        return;
    }
    let disk = Disk::new();
    let (template, url) = placed(&disk).await;
    let db = arrange::open(&url).await;
    let drafts = Drafts::new(&arrange::people(&db, WRITERS).await);
    let server = setup(&url).ready().await;
    let person = login(&server.base, "firm").await;
    let enough = Arc::new(AtomicBool::new(false));
    let writers = drafts.written(&person, &server.base, &enough);
    let rounds = if long() { 50 } else { 3 };
    for round in 0..rounds {
        // Not always at the same moment of the same write.
        tokio::time::sleep(Duration::from_millis(120 + 17 * (round % 7))).await;
        disk.fill(&server);
        // What the log has room for in its file already is still written.
        let before = drafts.refused();
        let refused = async {
            while drafts.refused() < before + WRITERS {
                tokio::time::sleep(Duration::from_millis(10)).await;
            }
        };
        let patience = Duration::from_secs(30);
        assert!(tokio::time::timeout(patience, refused).await.is_ok(), "round {round}: in the end nothing fits");
        disk.free(&server);
    }
    tokio::time::sleep(Duration::from_millis(200)).await;
    server.kill();
    enough.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.expect("no panic");
    }
    drafts.check(&db, "after the last round").await;
    drafts.check_audit(&db).await;
    let (kept, refused) = (drafts.acknowledged(), drafts.refused());
    println!("disk: full {rounds} times, {WRITERS} clients, {kept} writes acknowledged, {refused} refused, 0 lost");
    db.close().await.expect("it closes");
    template.remove().await;
}

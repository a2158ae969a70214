//! PostgreSQL stops under load and comes back: refused in time, nothing acknowledged is lost, nobody has to start anything anew.

use crate::{
    arrange, long,
    server::{Person, login, setup},
};
use jinqiao_db::Engine;
use jinqiao_financing::demands;
use jinqiao_testkit::engine;
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{
    process::Command,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

/// While the database is away, whoever asks is told so within this time.
const REFUSED: Duration = Duration::from_secs(2);

/// Stops or starts the cluster of this test run.
fn cluster(arguments: &[&str]) {
    let control = std::env::var("JINQIAO_TEST_PG_CTL").expect("scripts/postgres.sh tells how");
    assert!(Command::new(control).args(arguments).status().expect("it runs").success(), "{arguments:?}");
}

/// What one client saw.
#[derive(Default)]
struct Seen {
    version: i64,
    refused: usize,
    slowest_refusal: Duration,
}

async fn write(person: Person, base: String, id: String, over: Arc<AtomicBool>) -> Seen {
    let mut seen = Seen { version: 1, ..Seen::default() };
    while !over.load(Ordering::Relaxed) {
        let begun = Instant::now();
        let body = json!({"kind": "debt", "amount": 100_000_000 + 1_000_000 * (seen.version + 1)});
        let url = format!("{base}/api/enterprise/demands/{id}");
        let answer = person.put(url, seen.version).json(&body).send().await.expect("the server itself stays");
        match answer.status() {
            StatusCode::OK => {
                seen.version = answer.json::<Value>().await.expect("json")["version"].as_i64().expect("a version");
            }
            // The answer to the last COMMIT was lost with the database; the write itself was not.
            StatusCode::CONFLICT => seen.version += 1,
            StatusCode::SERVICE_UNAVAILABLE => {
                assert!(answer.headers().contains_key("retry-after"));
                seen.refused += 1;
                seen.slowest_refusal = seen.slowest_refusal.max(begun.elapsed());
                tokio::time::sleep(Duration::from_millis(100)).await;
            }
            status => panic!("{status}: {}", answer.text().await.unwrap_or_default()),
        }
    }
    seen
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn postgresql_may_go_away_and_come_back() {
    // Everything else on the cluster would notice, so the short form has its turn in `make drill` as well.
    if engine() != Engine::Postgres || !long() {
        return;
    }
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    let ids = arrange::people(&db, 8).await;
    db.close().await.expect("it closes");
    let server = setup(&database.url).ready().await;
    let person = login(&server.base, "firm").await;
    let over = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = ids
        .iter()
        .map(|id| tokio::spawn(write(person.clone(), server.base.clone(), id.to_string(), over.clone())))
        .collect();
    tokio::time::sleep(Duration::from_secs(2)).await;
    cluster(&["stop", "-m", "immediate"]);
    let mut slowest_ready = Duration::ZERO;
    for _ in 0..15 {
        let begun = Instant::now();
        let ready = reqwest::get(format!("{}/readyz", server.base)).await.expect("an answer");
        assert_eq!(ready.status(), StatusCode::SERVICE_UNAVAILABLE);
        slowest_ready = slowest_ready.max(begun.elapsed());
        tokio::time::sleep(Duration::from_secs(2)).await;
    }
    cluster(&["start", "-w"]);
    let back = Instant::now();
    while reqwest::get(format!("{}/readyz", server.base)).await.expect("an answer").status() != StatusCode::OK {
        assert!(back.elapsed() < Duration::from_secs(60), "it comes back by itself");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    let back = back.elapsed();
    tokio::time::sleep(Duration::from_secs(2)).await;
    over.store(true, Ordering::Relaxed);
    let db = arrange::open(&database.url).await;
    let (mut refused, mut slowest, mut versions) = (0, Duration::ZERO, 0);
    for (writer, id) in writers.into_iter().zip(&ids) {
        let seen = writer.await.expect("no panic");
        let kept = demands::by_id(db.read(), *id).await.expect("there");
        assert_eq!(i64::from(kept.version), seen.version, "what was told is kept");
        refused += seen.refused;
        versions += seen.version - 1;
        slowest = slowest.max(seen.slowest_refusal);
    }
    println!(
        "postgres: {versions} writes acknowledged, 0 lost; away for 30 s: {refused} refused with 503, slowest {slowest:?}, \
         slowest /readyz {slowest_ready:?}; ready {back:?} after the start"
    );
    assert!(versions > 0 && refused > 0, "{versions} writes acknowledged, {refused} refused: nothing was tried");
    assert!(slowest < REFUSED, "a refusal took {slowest:?}");
    assert!(slowest_ready < REFUSED, "/readyz took {slowest_ready:?}");
    server.kill();
    db.close().await.expect("it closes");
    database.remove().await;
}

//! SIGKILL under load, again and again: each acknowledged change is there, none by half.

use crate::{
    arrange, long,
    server::{Person, Server, login, setup},
};
use jinqiao_db::{AuditFilter, Engine, audit_page};
use jinqiao_financing::demands;
use jinqiao_kernel::{DemandId, Money, PageQuery};
use jinqiao_testkit::engine;
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering},
    },
    time::Duration,
};

const WRITERS: usize = 8;

/// A draft that one client writes over and over; the amount tells its version.
struct Draft {
    id: DemandId,
    acknowledged: AtomicI32,
}

fn amount(version: i32) -> i64 {
    100_000_000 + 1_000_000 * i64::from(version)
}

fn kills() -> usize {
    match (long(), engine()) {
        (true, Engine::Sqlite) => 200,
        (true, Engine::Postgres) => 20,
        (false, _) => 5,
    }
}

/// Writes until the server is gone. What was in flight then may be there or not.
async fn write(person: Person, base: String, draft: Arc<Draft>, gone: Arc<AtomicBool>, count: Arc<AtomicUsize>) {
    let mut version = draft.acknowledged.load(Ordering::Relaxed);
    while !gone.load(Ordering::Relaxed) {
        let body = json!({"kind": "debt", "amount": amount(version + 1)});
        let Ok(answer) =
            person.put(format!("{base}/api/enterprise/demands/{}", draft.id), version.into()).json(&body).send().await
        else {
            return;
        };
        match answer.status() {
            StatusCode::OK => {
                let Ok(body) = answer.json::<Value>().await else { return };
                version = i32::try_from(body["version"].as_i64().expect("a version")).expect("small");
                draft.acknowledged.store(version, Ordering::Relaxed);
                count.fetch_add(1, Ordering::Relaxed);
            }
            // The write before the kill had arrived.
            StatusCode::CONFLICT => version += 1,
            status => panic!("{status}: {}", answer.text().await.unwrap_or_default()),
        }
    }
}

async fn round(server: Server, person: &Person, drafts: &[Arc<Draft>], pause: Duration, count: &Arc<AtomicUsize>) {
    let gone = Arc::new(AtomicBool::new(false));
    let writers: Vec<_> = drafts
        .iter()
        .map(|draft| {
            tokio::spawn(write(person.clone(), server.base.clone(), draft.clone(), gone.clone(), count.clone()))
        })
        .collect();
    tokio::time::sleep(pause).await;
    server.kill();
    gone.store(true, Ordering::Relaxed);
    for writer in writers {
        writer.await.expect("no panic");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn kills_under_load_lose_nothing_that_was_acknowledged() {
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    let ids = arrange::people(&db, WRITERS).await;
    let drafts: Vec<_> = ids.iter().map(|id| Arc::new(Draft { id: *id, acknowledged: AtomicI32::new(1) })).collect();
    let count = Arc::new(AtomicUsize::new(0));
    let mut person = None;
    for kill in 0..kills() {
        let server = setup(&database.url).ready().await;
        let person = match &person {
            Some(person) => person,
            None => person.insert(login(&server.base, "firm").await),
        };
        // Not always at the same moment of the same write.
        let pause = Duration::from_millis(150 + 37 * (kill as u64 % 11));
        round(server, person, &drafts, pause, &count).await;
        for draft in &drafts {
            let kept = demands::by_id(db.read(), draft.id).await.expect("the draft is there");
            let acknowledged = draft.acknowledged.load(Ordering::Relaxed);
            assert!(
                kept.version >= acknowledged,
                "kill {kill}: version {} is lost, {acknowledged} was told",
                kept.version
            );
            assert!(kept.version <= acknowledged + 1, "kill {kill}: one write at a time was under way");
            if kept.version > 1 {
                assert_eq!(kept.amount, Some(Money(amount(kept.version))), "kill {kill}: none by half");
            }
            draft.acknowledged.store(kept.version, Ordering::Relaxed);
        }
    }
    let filter = AuditFilter { action: Some("demands.edit".into()), ..AuditFilter::default() };
    let rows = audit_page(&db, filter, &PageQuery { page: Some(1), size: Some(1) }).await.expect("rows").total;
    let changes: i32 = drafts.iter().map(|draft| draft.acknowledged.load(Ordering::Relaxed) - 1).sum();
    assert_eq!(
        i64::try_from(rows.min(1_000)).expect("few"),
        i64::from(changes.min(1_000)),
        "each change has its audit row"
    );
    println!("kills: {} kills, {} writes acknowledged, 0 lost", kills(), count.load(Ordering::Relaxed));
    db.close().await.expect("it closes");
    database.remove().await;
}

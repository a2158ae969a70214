//! Floods: logins that cost memory, connections that send nothing. Others go on working.

use crate::{
    arrange, long,
    server::{Server, client, login, setup},
};
use jinqiao_db::Engine;
use jinqiao_testkit::engine;
use serde_json::json;
use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// Nobody else is delayed for so long …
const DELAY: Duration = Duration::from_secs(2);
/// … a flood of logins takes so much more memory, in MB …
const MORE: u64 = 300;
/// … who sends nothing is hung up on after so long …
const STALLED: Duration = Duration::from_secs(12);
/// … and the server is gone so long after it was told, whatever is open.
const STOP: Duration = Duration::from_secs(10);

/// What `server` holds in memory by the name of a line of `/proc/PID/status`, in MB.
fn memory(server: &Server, name: &str) -> u64 {
    server.memory(name) / 1024
}

async fn people() -> (jinqiao_testkit::TestDatabase, Vec<jinqiao_kernel::DemandId>) {
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    let ids = arrange::people(&db, 1).await;
    db.close().await.expect("it closes");
    (database, ids)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn hundreds_of_logins_at_once_cost_little_and_delay_nobody() {
    if engine() != Engine::Sqlite {
        return;
    }
    let (database, _) = people().await;
    let count = if long() { 600 } else { 150 };
    // The real cost of a password, and each login from an address of its own, as a proxy tells it.
    let setup = setup(&database.url)
        .set("JINQIAO_BEHIND_PROXY", "true")
        .set("JINQIAO_PASSWORD_MEMORY_KIB", "19456")
        .set("JINQIAO_PASSWORD_PASSES", "2");
    let server = setup.ready().await;
    let person = login(&server.base, "firm").await;
    let before = memory(&server, "VmRSS");
    let over = Arc::new(AtomicBool::new(false));
    let other = tokio::spawn({
        let (person, base, over) = (person.clone(), server.base.clone(), over.clone());
        async move {
            let mut slowest = Duration::ZERO;
            while !over.load(Ordering::Relaxed) {
                let begun = Instant::now();
                let list = person.get(format!("{base}/api/enterprise/demands")).send().await.expect("an answer");
                assert!(list.status().is_success());
                slowest = slowest.max(begun.elapsed());
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
            slowest
        }
    });
    let client = client();
    let logins: Vec<_> = (0..count)
        .map(|n| {
            let request = client
                .post(format!("{}/api/session", server.base))
                .header("x-requested-with", "test")
                .header("x-forwarded-for", format!("10.{}.{}.7", n / 200, n % 200))
                .json(&json!({"login": format!("nobody{n}"), "password": "wrong horse battery"}));
            tokio::spawn(async move { request.send().await.map_or(0, |answer| answer.status().as_u16()) })
        })
        .collect();
    let mut statuses = BTreeMap::<u16, usize>::new();
    for login in logins {
        *statuses.entry(login.await.expect("no panic")).or_default() += 1;
    }
    over.store(true, Ordering::Relaxed);
    let slowest = other.await.expect("no panic");
    let peak = memory(&server, "VmHWM");
    println!(
        "logins: {count} at once, answers {statuses:?}; memory {before} MB before, peak {peak} MB; others' slowest {slowest:?}"
    );
    assert_eq!(
        statuses.keys().copied().collect::<Vec<_>>(),
        [401, 429],
        "some are looked at, the rest is told to wait"
    );
    if long() {
        assert!(peak - before < MORE, "{before} MB became {peak} MB");
        assert!(slowest < DELAY, "somebody else waited for {slowest:?}");
    }
    server.kill();
    database.remove().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn stalled_connections_are_hung_up_on_and_a_stop_does_not_wait_for_them() {
    if engine() != Engine::Sqlite {
        return;
    }
    let (database, _) = people().await;
    let server = setup(&database.url).ready().await;
    let person = login(&server.base, "firm").await;
    let mut stalled = vec![];
    for _ in 0..if long() { 400 } else { 40 } {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).await.expect("connected");
        // One that was hung up on at once may refuse this already.
        let _ = stream.write_all(b"POST /api/session HTTP/1.1\r\nHost: a\r\nX-Slow: ").await;
        stalled.push(stream);
    }
    let begun = Instant::now();
    let list = person.get(format!("{}/api/enterprise/demands", server.base)).send().await.expect("an answer");
    assert!(list.status().is_success(), "others are served");
    let others = begun.elapsed();
    if long() {
        let count = stalled.len();
        for mut stream in stalled {
            let mut rest = vec![];
            let ended = tokio::time::timeout(Duration::from_secs(30), stream.read_to_end(&mut rest)).await;
            assert!(ended.is_ok(), "hung up on");
        }
        assert!(others < DELAY, "somebody else waited for {others:?}");
        assert!(begun.elapsed() < STALLED, "the last was hung up on after {:?}", begun.elapsed());
        println!(
            "stalled: {count} connections, others answered in {others:?}, all hung up on after {:?}",
            begun.elapsed()
        );
        stalled = vec![];
        for _ in 0..40 {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port)).await.expect("connected");
            stream.write_all(b"GET / HTTP/1.1\r\nX-Slow: ").await.expect("sent");
            stalled.push(stream);
        }
    }
    // Whatever is open, it ends; the process is gone, or this waits for ever.
    let mut live = person.get(format!("{}/api/live", server.base)).send().await.expect("a stream");
    let took = server.stop();
    println!("stop: {} connections open, gone after {took:?}", stalled.len() + 1);
    assert!(!long() || took < STOP, "gone only after {took:?}");
    while live.chunk().await.is_ok_and(|chunk| chunk.is_some()) {}
    database.remove().await;
}

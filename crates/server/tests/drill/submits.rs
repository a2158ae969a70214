//! SIGKILL in the middle of a thousand submits: everything acknowledged is there, nothing is there twice.

use crate::{
    arrange::{self, DRAFTS_OF_ONE, owner},
    server::{login, setup},
};
use jinqiao_db::facts_of;
use jinqiao_financing::demands::{self, DemandState};
use jinqiao_kernel::{DemandId, Role};
use jinqiao_platform::accounts;
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

const SUBMITS: usize = 1_000;

/// Submits all demands, eight at a time; the state that each answer told, or none where no answer came.
async fn submit_all(base: &str, ids: &[DemandId], answered: &Arc<AtomicUsize>) -> Vec<Option<String>> {
    let mut people = vec![];
    for first in (0..ids.len()).step_by(DRAFTS_OF_ONE) {
        people.push(login(base, &owner(first)).await);
    }
    let mut answers = vec![];
    for (nth, chunk) in ids.chunks(8).enumerate() {
        let sent = chunk.iter().map(|id| {
            let request = people[8 * nth / DRAFTS_OF_ONE]
                .post(format!("{base}/api/enterprise/demands/{id}/submit"))
                .header("if-match", "\"1\"")
                .header("idempotency-key", id.to_string())
                .json(&json!({"authorization_version": 1}));
            let answered = answered.clone();
            tokio::spawn(async move {
                let answer = request.send().await.ok()?;
                let status = answer.status();
                let body: Value = answer.json().await.ok()?;
                assert_eq!(status, StatusCode::OK, "{body}");
                answered.fetch_add(1, Ordering::Relaxed);
                body["state"].as_str().map(str::to_owned)
            })
        });
        for one in sent.collect::<Vec<_>>() {
            answers.push(one.await.expect("no panic"));
        }
    }
    answers
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_killed_server_has_lost_nothing_and_done_nothing_twice() {
    let database = arrange::database().await;
    let db = arrange::open(&database.url).await;
    let ids = arrange::people(&db, SUBMITS).await;
    db.close().await.expect("the database closes");

    let server = setup(&database.url).ready().await;
    let answered = Arc::new(AtomicUsize::new(0));
    let first = tokio::spawn({
        let (base, ids, answered) = (server.base.clone(), ids.clone(), answered.clone());
        async move { submit_all(&base, &ids, &answered).await }
    });
    while answered.load(Ordering::Relaxed) < SUBMITS / 3 {
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    server.kill();
    let first = first.await.expect("no panic");
    let acknowledged: Vec<_> =
        ids.iter().zip(&first).filter(|(_, answer)| answer.is_some()).map(|(id, _)| *id).collect();
    assert!((SUBMITS / 3..SUBMITS).contains(&acknowledged.len()), "killed in the middle: {}", acknowledged.len());

    let db = arrange::open(&database.url).await;
    for id in &acknowledged {
        let kept = demands::by_id(db.read(), *id).await.expect("an acknowledged demand is there");
        assert_eq!(kept.state, DemandState::Reviewing, "{id}");
    }
    db.close().await.expect("the database closes");

    let server = setup(&database.url).ready().await;
    let second = submit_all(&server.base, &ids, &answered).await;
    assert!(second.iter().all(|state| state.as_deref() == Some("reviewing")), "every repeated request is answered");
    server.kill();

    let db = arrange::open(&database.url).await;
    db.run_due_jobs().await.expect("jobs run");
    assert_eq!(db.jobs_left().await.expect("counted"), 0, "no job is lost or stuck");
    for id in &ids {
        assert_eq!(facts_of(db.read(), *id).await.expect("facts").len(), 1, "each happened once");
    }
    let operator = accounts::ids_of_role(db.read(), Role::Operator).await.expect("operators");
    let told = jinqiao_platform::messages::count_of(&db, operator[0], "demands.submitted").await.expect("counted");
    assert_eq!(told, SUBMITS as u64, "each was told once");
    db.close().await.expect("the database closes");
    database.remove().await;
}

//! Something goes wrong at each statement of a story in turn: what was acknowledged is kept, what was not is not there.

use crate::stage::{Member, Stage, parts};
use jinqiao_db::{Fault, Faults};
use jinqiao_testkit::TestApp;
use serde_json::json;
use std::sync::{
    Arc,
    atomic::{AtomicUsize, Ordering},
};

/// Strikes before the n-th statement from now; zero never.
struct Strike {
    left: AtomicUsize,
    fault: Fault,
}

impl Faults for Strike {
    fn before(&self, _: &str) -> Option<Fault> {
        let left = self.left.try_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1));
        (left == Ok(1)).then_some(self.fault)
    }
}

/// Creates a draft and changes it, with a fault before the statement `at`. No when the story has fewer statements.
async fn story(stage: &Stage, firm: &Member, strike: &Strike, at: usize) -> bool {
    const DEMANDS: &str = "/api/enterprise/demands";
    let count = async || firm.client.get(DEMANDS).await.expect(200).body["total"].as_u64().expect("a number");
    let before = count().await;
    strike.left.store(at, Ordering::Relaxed);
    let made = firm.client.post(DEMANDS, json!({"kind": "debt", "amount": 100_000_000})).await;
    let (mut kept, mut version) = (None, 0);
    if made.status.is_success() {
        let path = format!("{DEMANDS}/{}", made.body["id"].as_str().expect("an id"));
        let body = json!({"kind": "debt", "amount": 200_000_000});
        let changed = firm.client.if_match(&made.body["version"]).put(&path, body).await;
        let last = if changed.status.is_success() { &changed } else { &made };
        version = last.body["version"].as_i64().expect("a version");
        kept = Some((path, last.body["amount"].clone()));
    }
    let struck = strike.left.swap(0, Ordering::Relaxed) == 0;
    assert_eq!(count().await, before + u64::from(kept.is_some()), "at {at}");
    if let Some((path, amount)) = kept {
        let there = firm.client.get(&path).await.expect(200).body;
        assert_eq!((&there["amount"], there["version"].as_i64()), (&amount, Some(version)), "at {at}");
    }
    stage.app.settle().await;
    struck
}

#[tokio::test]
async fn a_fault_at_any_statement_loses_nothing_that_was_acknowledged() {
    for fault in [Fault::RolledBack, Fault::Lost] {
        let strike = Arc::new(Strike { left: AtomicUsize::new(0), fault });
        let stage = Stage::on(TestApp::faulty(parts(), strike.clone()).await).await;
        let firm = stage.enterprise(1).await;
        let mut at = 1;
        while story(&stage, &firm, &strike, at).await {
            at += 1;
        }
        assert!(at > 15, "two writes have more statements than {at}");
        stage.finish().await;
    }
}

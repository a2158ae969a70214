//! Drafts that several clients write over and over, and what must be true of them whatever happened to the server.

use crate::server::Person;
use jinqiao_db::{AuditFilter, Db, audit_page};
use jinqiao_financing::demands;
use jinqiao_kernel::{DemandId, Money, PageQuery};
use reqwest::StatusCode;
use serde_json::{Value, json};
use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicI32, AtomicUsize, Ordering},
    },
    time::Duration,
};
use tokio::task::JoinHandle;

/// A draft that one client writes over and over; the amount tells its version.
pub struct Draft {
    id: DemandId,
    acknowledged: AtomicI32,
}

fn amount(version: i32) -> i64 {
    100_000_000 + 1_000_000 * i64::from(version)
}

/// What clients were told of their writes.
#[derive(Default)]
struct Told {
    kept: AtomicUsize,
    refused: AtomicUsize,
}

/// Writes until the server is gone, or there is enough. What was in flight then may be there or not.
async fn write(person: Person, base: String, draft: Arc<Draft>, enough: Arc<AtomicBool>, told: Arc<Told>) {
    let mut version = draft.acknowledged.load(Ordering::Relaxed);
    while !enough.load(Ordering::Relaxed) {
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
                told.kept.fetch_add(1, Ordering::Relaxed);
            }
            // The write before had arrived, though nobody could say so any more.
            StatusCode::CONFLICT => version += 1,
            // A full disk: the person tries again.
            StatusCode::INSUFFICIENT_STORAGE | StatusCode::SERVICE_UNAVAILABLE => {
                told.refused.fetch_add(1, Ordering::Relaxed);
                tokio::time::sleep(Duration::from_millis(5)).await;
            }
            status => panic!("{status}: {}", answer.text().await.unwrap_or_default()),
        }
    }
}

/// Drafts, in their first version, and what became of the writes to them.
pub struct Drafts {
    list: Vec<Arc<Draft>>,
    told: Arc<Told>,
}

impl Drafts {
    pub fn new(ids: &[DemandId]) -> Self {
        let draft = |id: &DemandId| Arc::new(Draft { id: *id, acknowledged: AtomicI32::new(1) });
        Self { list: ids.iter().map(draft).collect(), told: Arc::default() }
    }

    /// How many writes were acknowledged.
    pub fn acknowledged(&self) -> usize {
        self.told.kept.load(Ordering::Relaxed)
    }

    /// How many were refused because there was no room.
    pub fn refused(&self) -> usize {
        self.told.refused.load(Ordering::Relaxed)
    }

    /// A client for each of them, all as `person`, writes to the server at `base`.
    pub fn written(&self, person: &Person, base: &str, enough: &Arc<AtomicBool>) -> Vec<JoinHandle<()>> {
        let one = |draft: &Arc<Draft>| {
            write(person.clone(), base.to_owned(), draft.clone(), enough.clone(), self.told.clone())
        };
        self.list.iter().map(|draft| tokio::spawn(one(draft))).collect()
    }

    /// Nothing that was acknowledged is lost, nothing is there by half, and at most the one write is there that was under way.
    pub async fn check(&self, db: &Db, when: &str) {
        for draft in &self.list {
            let kept = demands::by_id(db.read(), draft.id).await.expect("the draft is there");
            let acknowledged = draft.acknowledged.load(Ordering::Relaxed);
            assert!(kept.version >= acknowledged, "{when}: version {} is lost, {acknowledged} was told", kept.version);
            assert!(kept.version <= acknowledged + 1, "{when}: one write at a time was under way");
            if kept.version > 1 {
                assert_eq!(kept.amount, Some(Money(amount(kept.version))), "{when}: none by half");
            }
            draft.acknowledged.store(kept.version, Ordering::Relaxed);
        }
    }

    /// Each change has its audit row.
    pub async fn check_audit(&self, db: &Db) {
        let filter = AuditFilter { action: Some("demands.edit".into()), ..AuditFilter::default() };
        let rows = audit_page(db, filter, &PageQuery { page: Some(1), size: Some(1) }).await.expect("rows").total;
        let changes: i32 = self.list.iter().map(|draft| draft.acknowledged.load(Ordering::Relaxed) - 1).sum();
        let most = jinqiao_kernel::COUNT_CAP;
        assert_eq!(rows.min(most), u64::try_from(changes).expect("some").min(most), "each change has its audit row");
    }
}

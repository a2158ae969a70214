//! The handle of a running write.

use crate::{Conn, Intent, Outcome, connect::Inner};
use jinqiao_kernel::{AccountId, DateTime, OrgId, Role};
use std::sync::{Arc, Mutex, OnceLock, PoisonError, atomic::AtomicBool};
use uuid::Uuid;

/// A running write: an owned handle, so that a closure over it stays `Send`. It commits or rolls back when the
/// closure given to [`crate::Db::write`] ends.
#[derive(Clone)]
pub struct Tx(pub(crate) Arc<TxInner>);

pub(crate) struct TxInner {
    pub conn: Conn,
    pub db: Arc<Inner>,
    pub now: DateTime,
    pub real_now: DateTime,
    pub intent: Intent,
    pub subject: OnceLock<Uuid>,
    pub note: Mutex<Option<(Outcome, String)>>,
    pub left_jobs: AtomicBool,
    pub left_facts: AtomicBool,
    pub replayed: AtomicBool,
}

impl Tx {
    /// The connection, for stores.
    pub fn conn(&self) -> &Conn {
        &self.0.conn
    }

    /// What this process keeps of type `T` beside the database, as [`crate::Db::kept`].
    pub fn kept<T: Clone + Default + Send + Sync + 'static>(&self) -> T {
        self.0.conn.cache.entry()
    }

    /// The moment of this write: one for all its rows.
    pub fn now(&self) -> DateTime {
        self.0.now
    }

    /// The same by the clock: what sessions, codes and locks count by. See [`jinqiao_kernel::World::real_now`].
    pub fn real_now(&self) -> DateTime {
        self.0.real_now
    }

    /// A fresh id.
    pub fn id<T: From<Uuid>>(&self) -> T {
        self.0.db.world.id()
    }

    /// Who writes, if a person does.
    pub fn account(&self) -> Option<AccountId> {
        self.0.intent.account
    }

    /// Organisation of the person who writes.
    pub fn org(&self) -> Option<OrgId> {
        self.0.intent.org
    }

    /// Role of the person who writes.
    pub fn role(&self) -> Option<Role> {
        self.0.intent.role
    }

    /// Names the record that this write is about, where it was not known before (it was just made).
    pub fn about(&self, subject: impl Into<Uuid>) {
        let _ = self.0.subject.set(subject.into());
    }

    /// Commits this write, but lets the audit row say that the attempt failed (a wrong password, say).
    pub fn failed(&self, detail: impl Into<String>) {
        let mut note = self.0.note.lock().unwrap_or_else(PoisonError::into_inner);
        *note = Some((Outcome::Failed, detail.into()));
    }
}

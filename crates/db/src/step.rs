//! Steps: how somebody moves a record on. One way for all state machines: lock, look whether the state allows it, look whether
//! the person has seen the newest version, and write, with the audit row that names the action.

use crate::{Db, FactKind, Intent, Tx};
use jinqiao_kernel::{Actor, DateTime, Error, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Value};
use serde::{Serialize, de::DeserializeOwned};
use std::future::Future;
use uuid::Uuid;

/// A step, asked for by somebody who saw `version` of the record.
#[derive(Clone, Debug)]
pub struct Asked<A> {
    /// What is to be done.
    pub action: A,
    /// The same for the audit trail, `concept.verb`.
    pub name: &'static str,
    /// Version that the person saw; none for what is done whatever it is like now.
    pub version: Option<i32>,
    /// Why, or what exactly.
    pub reason: Option<String>,
}

impl<A> Asked<A> {
    /// A step without a reason.
    pub fn new(action: A, name: &'static str, version: impl Into<Option<i32>>) -> Self {
        Self { action, name, version: version.into(), reason: None }
    }

    /// With a reason, which the audit trail keeps too.
    #[must_use]
    pub fn because(mut self, reason: &str) -> Self {
        self.reason = Some(reason.to_owned());
        self
    }

    fn intent(&self, actor: &Actor, record: Uuid) -> Intent {
        let intent = Intent::by(actor, self.name).on(record);
        match &self.reason {
            Some(reason) => intent.detail(reason),
            None => intent,
        }
    }
}

/// A record that takes steps, locked, with all that they depend on.
pub trait Stepping: Send {
    /// What can be done with it.
    type Action: Copy + Send + Sync;
    /// Where it can stand.
    type State: Send;

    /// The state that `action` leads to.
    ///
    /// # Errors
    /// Why the action is not allowed now, in the words that its button shows.
    fn after(&self, action: Self::Action) -> Result<Self::State>;

    /// The version that somebody has to have seen to do `action`.
    fn version(&self, action: Self::Action) -> i32;
}

impl Db {
    /// Writes one step of the record `id`: `lock` gets it, `write` does it, given the state that it leads to. A request that is sent
    /// again under its Idempotency-Key gets the same answer.
    ///
    /// # Errors
    /// What `lock`, [`Stepping::after`] and `write` return; `conflict.stale` when the person saw an older version.
    pub async fn step<R, T, L, Locking, W, Writing>(
        &self,
        actor: &Actor,
        id: impl Into<Uuid>,
        asked: &Asked<R::Action>,
        lock: L,
        write: W,
    ) -> Result<T>
    where
        R: Stepping,
        T: Serialize + DeserializeOwned + Send,
        L: Fn(Tx) -> Locking + Send + Sync,
        Locking: Future<Output = Result<R>> + Send,
        W: Fn(Tx, R, R::State) -> Writing + Send + Sync,
        Writing: Future<Output = Result<T>> + Send,
    {
        let (lock, write) = (&lock, &write);
        self.write_once(asked.intent(actor, id.into()), |tx| async move {
            let record = lock(tx.clone()).await?;
            let to = record.after(asked.action)?;
            if asked.version.is_some_and(|seen| seen != record.version(asked.action)) {
                return Err(Error::stale());
            }
            write(tx, record, to).await
        })
        .await
    }
}

/// A table whose rows carry a version, which grows with each change that people are told of.
pub trait Versioned: EntityTrait {
    /// The row's id.
    const ID: Self::Column;
    /// Its version.
    const VERSION: Self::Column;
}

/// Stores `change` of the row `id` if nobody changed it since `version`, and returns it as it is now.
///
/// # Errors
/// `conflict.stale`.
pub async fn save_versioned<E: Versioned>(
    tx: &Tx,
    change: E::ActiveModel,
    id: impl Into<Value>,
    version: i32,
) -> Result<E::Model> {
    let unchanged = E::update_many().set(change).filter(E::ID.eq(id)).filter(E::VERSION.eq(version));
    unchanged.exec_with_returning(tx.conn()).await?.pop().ok_or_else(Error::stale)
}

impl Tx {
    /// Watches a record in the state that it has entered instead of where it was: `reminders` that would be late are left out, `ends`
    /// that are due happen at once.
    pub async fn watch<F: FactKind>(
        &self,
        subject: impl Into<Uuid>,
        reminders: impl IntoIterator<Item = (DateTime, F)> + Send,
        ends: impl IntoIterator<Item = (DateTime, F)> + Send,
    ) -> Result<()> {
        self.watch_all([subject.into()], reminders, ends).await
    }

    /// As [`Tx::watch`], for several records, each of which its reminders and ends are about.
    pub async fn watch_all<F: FactKind>(
        &self,
        subjects: impl IntoIterator<Item = Uuid> + Send,
        reminders: impl IntoIterator<Item = (DateTime, F)> + Send,
        ends: impl IntoIterator<Item = (DateTime, F)> + Send,
    ) -> Result<()> {
        self.disarm_all(subjects).await?;
        let timers: Vec<_> = reminders.into_iter().filter(|(at, _)| *at > self.now()).chain(ends).collect();
        self.arm_all(&timers.iter().map(|(at, fact)| (*at, fact)).collect::<Vec<_>>()).await
    }
}

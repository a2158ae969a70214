//! Writes that wait for each other share one commit (ADR 0039). On SQLite a commit costs far more than a small write, and there
//! is one writer: so whoever has finished leaves the transaction open for those who wait already, each of them a savepoint in
//! it, and the last one's commit is everybody's. Nobody is answered before it, not even who was refused: the refusal may rest
//! on what another one of the group has written.

use crate::{
    Faults,
    conn::{executed, strike, went_on},
    open::Open,
    writer::ConnectionPermit,
};
use jinqiao_kernel::DatabaseFailure;
use sea_orm::DbErr;
use std::{
    panic::resume_unwind,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};
use tokio::{sync::oneshot, time::Instant};

/// Writes of one commit at most.
const MOST: usize = 64;
/// Who has finished waits for others no longer than they need to begin within this time.
const LONGEST: Duration = Duration::from_millis(20);
/// The part of one write in a commit of several.
const SAVEPOINT: &str = "SAVEPOINT one_write";
const RELEASE: &str = "RELEASE one_write";
const TAKE_BACK: &str = "ROLLBACK TO one_write; RELEASE one_write";

/// How a write has ended.
pub(crate) enum Fate {
    /// What was done is durable; or nothing was to be kept.
    Settled,
    /// Another write of the group took all of it along: nothing is kept, and nothing is wrong with this one.
    Lost,
    /// It cannot be kept.
    Failed {
        error: DbErr,
        /// COMMIT was sent, and its answer may be what was lost.
        at_commit: bool,
    },
}

type Told = oneshot::Sender<Result<(), DbErr>>;

/// Those who have finished and wait for the commit. Dropped without one, it tells them that nothing is kept.
pub(crate) struct Group {
    finished: Vec<Told>,
    since: Instant,
}

impl Group {
    pub fn new() -> Self {
        Self { finished: vec![], since: Instant::now() }
    }

    fn is_full(&self) -> bool {
        self.finished.len() + 1 >= MOST || self.since.elapsed() >= LONGEST
    }

    fn tell(self, outcome: &Result<(), DbErr>) {
        for told in self.finished {
            // Whose client has gone is not told.
            let _ = told.send(outcome.clone());
        }
    }
}

/// An open transaction that waits for its next write or its commit. Only the holder of the permit touches it.
#[derive(Clone, Default)]
pub(crate) struct Shelf(Arc<Mutex<Option<(Open, Group)>>>);

impl Shelf {
    pub fn take(&self) -> Option<(Open, Group)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }

    fn put(&self, open: Open, group: Group) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((open, group));
    }
}

/// An open connection in the hands of one write, with the permit under which it was taken.
pub(crate) struct Held {
    pub open: Open,
    /// A statement failed, so there is nothing to keep: PostgreSQL would answer COMMIT with a roll-back, without an error.
    pub failed: bool,
    permit: ConnectionPermit,
    group: Group,
}

impl Held {
    /// A transaction of its own, which has just begun.
    pub fn alone(open: Open, permit: ConnectionPermit) -> Self {
        Self { open, failed: false, permit, group: Group::new() }
    }

    /// The next one of a group. None when it can't be joined: then it is over, and those who have finished do it again.
    pub async fn joining(mut open: Open, group: Group, permit: ConnectionPermit) -> Result<Self, ConnectionPermit> {
        match open.run(SAVEPOINT).await {
            Ok(()) => Ok(Self { open, failed: false, permit, group }),
            Err(error) => {
                tracing::warn!(%error, "a group of writes could not go on");
                Err(permit)
            }
        }
    }

    /// A group that nobody joins any more, to be committed.
    pub fn closing(open: Open, group: Group, permit: ConnectionPermit) -> Self {
        Self { open, failed: false, permit, group }
    }

    fn has_company(&self) -> bool {
        !self.group.finished.is_empty()
    }

    /// Ends this write's own part: kept, if the group is committed, or taken back.
    async fn part(&mut self, keep: bool, faults: Option<&dyn Faults>) -> Result<(), DbErr> {
        let sql = if keep { RELEASE } else { TAKE_BACK };
        strike(self, faults, sql).await?;
        self.open.run(sql).await.map_err(executed)
    }

    /// Ends the transaction.
    async fn end(&mut self, sql: &'static str, faults: Option<&dyn Faults>) -> Result<(), DbErr> {
        strike(self, faults, sql).await?;
        self.open.run(sql).await.map_err(executed)?;
        self.open.idle = true;
        self.permit.ended();
        Ok(())
    }

    /// Makes everything durable, and tells all that were part of it. A commit of several goes on when whoever sent it has gone: it may
    /// be kept, and others would do again what is done.
    pub async fn commit(self, faults: Option<Arc<dyn Faults>>) -> (Fate, ConnectionPermit) {
        if !self.has_company() {
            return self.committed(faults).await;
        }
        match tokio::spawn(self.committed(faults)).await {
            Ok(done) => done,
            Err(error) => resume_unwind(error.into_panic()),
        }
    }

    async fn committed(mut self, faults: Option<Arc<dyn Faults>>) -> (Fate, ConnectionPermit) {
        let outcome = self.end("COMMIT", faults.as_deref()).await;
        let Self { group, permit, .. } = self;
        let fate = match outcome {
            // Certainly nothing is kept, and what one of them wanted to store may be what is too much: each for itself.
            Err(error) if !group.finished.is_empty() && DatabaseFailure::of(&error) == DatabaseFailure::NoSpace => {
                Fate::Lost
            }
            outcome => {
                group.tell(&outcome);
                outcome.map_or_else(|error| Fate::Failed { error, at_commit: true }, |()| Fate::Settled)
            }
        };
        (fate, permit)
    }

    /// Ends a write that is to be kept, or (`keep` false) of which nothing shall stay. `others` wait for their turn: they may go
    /// on in the same transaction, which is left on `shelf`; then `close` is called once for the group.
    pub async fn finish(
        mut self,
        keep: bool,
        others: bool,
        shelf: &Shelf,
        faults: Option<Arc<dyn Faults>>,
        close: impl FnOnce(),
    ) -> Fate {
        if keep && self.failed {
            return Fate::Failed { error: went_on(), at_commit: false };
        }
        let company = self.has_company();
        if !company && !keep {
            // What cannot be rolled back is closed, which does the same.
            if let Err(error) = self.end("ROLLBACK", faults.as_deref()).await {
                tracing::debug!(%error, "a connection that could not roll back is closed");
            }
            return Fate::Settled;
        }
        if company && let Err(error) = self.part(keep, faults.as_deref()).await {
            // The engine has rolled everything back by itself: the others begin again, and this one fails as it would alone.
            return if keep { Fate::Failed { error, at_commit: false } } else { Fate::Settled };
        }
        if !others || self.group.is_full() {
            return self.commit(faults).await.0;
        }
        let (told, outcome) = oneshot::channel();
        let Self { open, permit, mut group, .. } = self;
        group.finished.push(told);
        permit.ended();
        shelf.put(open, group);
        if !company {
            close();
        }
        drop(permit);
        match outcome.await {
            Ok(Ok(())) => Fate::Settled,
            Ok(Err(error)) => Fate::Failed { error, at_commit: true },
            Err(_) => Fate::Lost,
        }
    }
}

//! The worker: runs reactions to facts. Any number of nodes may run it.

use crate::{Db, Engine, Fact, Intent, Reaction, Tx, entities::fact, entities::job, page_of};
use chrono::TimeDelta;
use futures_util::stream::{self, StreamExt as _, TryStreamExt as _};
use jinqiao_kernel::{Error, Page, PageQuery, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, Set,
    sea_query::{Alias, Expr, Query},
};
use std::{
    collections::HashMap,
    future::Future,
    sync::atomic::{AtomicBool, Ordering},
    time::Duration,
};
use tokio::time::Instant;

/// How long to wait after so many `attempts` that failed: two seconds, then twice as long each time, up to 17 minutes.
pub fn backoff(attempts: i32) -> TimeDelta {
    TimeDelta::seconds(2_i64.pow(attempts.clamp(1, 10).unsigned_abs()))
}

/// What a reaction makes of a difficulty.
#[derive(Debug)]
pub enum WorkerError {
    /// May work later: try again, with growing pauses.
    Retry(Error),
    /// Will never work: park it for the operator.
    Fail(Error),
}

impl From<Error> for WorkerError {
    fn from(error: Error) -> Self {
        Self::Retry(error)
    }
}

impl From<sea_orm::DbErr> for WorkerError {
    fn from(error: sea_orm::DbErr) -> Self {
        Self::Retry(error.into())
    }
}

/// A job as stored.
pub type Job = job::Model;

/// After so many attempts (about an hour) a job is parked.
const MAX_ATTEMPTS: i32 = 10;
const BATCH: u64 = 64;
const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// So many share a commit. More would let people's own writes, which queue behind them, wait noticeably.
const TOGETHER: usize = 16;

impl Db {
    /// Lets due timers happen, then runs jobs until nothing is due. Returns how many were handled.
    ///
    /// # Errors
    /// When the database fails; a failing reaction is no error here.
    pub async fn run_due_jobs(&self) -> Result<usize> {
        let mut handled = 0;
        loop {
            // A reaction may arm what is due already.
            handled += self.run_due_timers().await?;
            let due = self.due_jobs().await?;
            if due.is_empty() {
                return Ok(handled);
            }
            // A fact never changes, so those of all are read at once.
            let facts = fact::Entity::find().filter(fact::Column::Seq.is_in(due.iter().map(|job| job.fact_seq)));
            let facts: HashMap<i64, Fact> =
                facts.all(self.read()).await?.into_iter().map(|fact| (fact.seq, fact.into())).collect();
            // Each is the first of its subject and reaction, so none of them waits for another.
            let facts = &facts;
            handled +=
                self.side_by_side(due, |job| async move { self.run_job(&job, facts.get(&job.fact_seq)).await }).await?;
        }
    }

    /// Runs what the worker has to do, begun in its order, some of it at a time. Returns how many were handled. On SQLite they
    /// share commits; on PostgreSQL they would only wait for each other's rows.
    pub(crate) async fn side_by_side<T, Fut>(&self, due: Vec<T>, run: impl Fn(T) -> Fut) -> Result<usize>
    where
        Fut: Future<Output = Result<bool>> + Send,
    {
        let at_once = match self.engine() {
            Engine::Sqlite => TOGETHER,
            Engine::Postgres => 1,
        };
        let handled = stream::iter(due).map(|one| Box::pin(run(one))).buffered(at_once);
        handled.try_fold(0, |sum, mine| async move { Ok(sum + usize::from(mine)) }).await
    }

    /// Runs jobs as they come, and keeps SQLite's log short; for ever.
    pub async fn work(&self) {
        tokio::join!(self.run_jobs(), self.keep_log_short());
    }

    async fn run_jobs(&self) {
        const PAUSE: Duration = Duration::from_secs(1);
        let (mut purged, mut counted) = (Instant::now(), None::<Instant>);
        loop {
            if let Err(error) = self.run_due_jobs().await {
                tracing::error!(?error, "worker");
            }
            if counted.is_none_or(|at| at.elapsed() >= DAY) {
                counted = Some(Instant::now());
                if let Err(error) = self.renew_statistics().await {
                    tracing::error!(?error, "statistics");
                }
            }
            if purged.elapsed() >= HOUR {
                purged = Instant::now();
                if let Err(error) = self.purge_once_keys().await {
                    tracing::error!(?error, "purge");
                }
            }
            // Other nodes' jobs and retries are found by looking; this node's by being told.
            let _ = tokio::time::timeout(PAUSE, self.0.wake.notified()).await;
        }
    }

    /// What SQLite's planner knows of its tables, from a sample where they have grown much; at start and daily. PostgreSQL does so
    /// itself. No query depends on it: the plans of all are checked without.
    async fn renew_statistics(&self) -> Result<()> {
        if self.engine() == Engine::Postgres {
            return Ok(());
        }
        self.write(Intent::bookkeeping("db.statistics"), |tx| async move {
            tx.conn().execute_unprepared("PRAGMA analysis_limit = 200; PRAGMA optimize = 0x10002").await?;
            Ok(())
        })
        .await
    }

    /// Jobs waiting, parked ones included.
    pub async fn jobs_left(&self) -> Result<u64> {
        Ok(sea_orm::PaginatorTrait::count(job::Entity::find(), self.read()).await?)
    }

    /// Due jobs that are the first of their subject and reaction: order is kept per subject, and a parked job holds up
    /// only those behind it.
    async fn due_jobs(&self) -> Result<Vec<Job>> {
        let earlier = Alias::new("earlier");
        let col = |name: &'static str| Expr::col((Alias::new("earlier"), Alias::new(name)));
        let blocked = Query::select()
            .expr(Expr::val(1))
            .from_as("jobs", earlier)
            .and_where(col("subject").eq(Expr::col(("jobs", "subject"))))
            .and_where(col("reaction").eq(Expr::col(("jobs", "reaction"))))
            .and_where(col("seq").lt(Expr::col(("jobs", "seq"))))
            .take();
        Ok(job::Entity::find()
            .filter(job::Column::Parked.eq(false))
            .filter(job::Column::RunAt.lte(self.world().now()))
            .filter(Expr::exists(blocked).not())
            .order_by_asc(job::Column::Seq)
            .limit(BATCH)
            .all(self.read())
            .await?)
    }

    /// Whether this node handled the job; another may have been faster.
    async fn run_job(&self, job: &Job, fact: Option<&Fact>) -> Result<bool> {
        let reaction = self.0.reactions.iter().find(|reaction| reaction.name == job.reaction);
        let Some(reaction) = reaction else {
            // A newer node's reaction while nodes are being replaced: leave it to that node.
            self.postpone(job, &Error::internal(format!("unknown reaction {}", job.reaction)), false).await?;
            return Ok(false);
        };
        if let (Some(prepare), Some(fact)) = (&reaction.prepare, fact)
            && let Err(error) = prepare(self.clone(), fact.clone()).await
        {
            tracing::warn!(job = job.seq, reaction = job.reaction, ?error, "nothing was prepared");
        }
        // Both ways out with an error roll the claim back, so that the job is still there to be postponed.
        let hopeless = &AtomicBool::new(false);
        let outcome = self
            .write(Intent::bookkeeping(reaction.name), |tx| async move {
                claim_and_run(tx, job, fact, reaction).await.map_err(|error| match error {
                    WorkerError::Retry(error) => error,
                    WorkerError::Fail(error) => {
                        hopeless.store(true, Ordering::Relaxed);
                        error
                    }
                })
            })
            .await;
        match outcome {
            Ok(mine) => Ok(mine),
            Err(error) => {
                let park = hopeless.load(Ordering::Relaxed) || job.attempts + 1 >= MAX_ATTEMPTS;
                self.postpone(job, &error, park).await.map(|()| true)
            }
        }
    }

    async fn postpone(&self, job: &Job, error: &Error, park: bool) -> Result<()> {
        tracing::warn!(job = job.seq, reaction = job.reaction, ?error, park, "job failed");
        let attempts = job.attempts + 1;
        let pause = backoff(attempts);
        self.write(Intent::bookkeeping("jobs.postpone"), |tx| async move {
            let row = job::ActiveModel {
                attempts: Set(attempts),
                run_at: Set(tx.now() + pause),
                parked: Set(park),
                // The cause is in the log: the page of the jobs is read by people.
                last_error: Set(Some(format!("{}（{}）", error.message(), error.code()))),
                ..Default::default()
            };
            job::Entity::update_many().set(row).filter(job::Column::Seq.eq(job.seq)).exec(tx.conn()).await?;
            Ok(())
        })
        .await
    }
}

async fn claim_and_run(tx: Tx, job: &Job, fact: Option<&Fact>, reaction: &Reaction) -> Result<bool, WorkerError> {
    let claimed = job::Entity::delete_by_id(job.seq).exec(tx.conn()).await?;
    if claimed.rows_affected == 0 {
        return Ok(false);
    }
    let fact = fact.ok_or_else(|| WorkerError::Fail(Error::internal("a job without its fact")))?;
    (reaction.run)(tx, fact.clone()).await?;
    Ok(true)
}

/// Waiting jobs, parked ones first, with the kind of fact each waits for.
///
/// # Errors
/// When the page is out of range.
pub async fn job_page(db: &Db, page: &PageQuery) -> Result<Page<(Job, Option<String>)>> {
    let select = job::Entity::find().order_by_desc(job::Column::Parked).order_by_asc(job::Column::Seq);
    let jobs = page_of(db.read(), select, page).await?;
    let facts = jobs.items.iter().map(|job| job.fact_seq).collect::<Vec<_>>();
    let facts = fact::Entity::find().filter(fact::Column::Seq.is_in(facts)).all(db.read()).await?;
    Ok(jobs.map(|job| {
        let kind = facts.iter().find(|fact| fact.seq == job.fact_seq).map(|fact| fact.kind.clone());
        (job, kind)
    }))
}

/// Sets a parked job going again.
///
/// # Errors
/// `not_found` when there is no such job.
pub async fn retry_job(tx: &Tx, seq: i64) -> Result<()> {
    let row = job::ActiveModel { attempts: Set(0), run_at: Set(tx.now()), parked: Set(false), ..Default::default() };
    let updated = job::Entity::update_many().set(row).filter(job::Column::Seq.eq(seq)).exec(tx.conn()).await?;
    if updated.rows_affected == 0 { Err(Error::not_found()) } else { Ok(()) }
}

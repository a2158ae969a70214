//! Things that happened, typed in the concept that emits them. The row is the timeline entry and, through jobs, what
//! later concepts react to.

use crate::{Audience, Db, Doc, Tx, entities::fact, entities::job, jobs::WorkerError};
use jinqiao_kernel::{AccountId, DateTime, OrgId, Result, Role};
use sea_orm::{ActiveValue::NotSet, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Serialize, de::DeserializeOwned};
use std::{
    future::Future,
    pin::Pin,
    sync::{Arc, atomic::Ordering},
};
use uuid::Uuid;

/// A typed fact: its JSON form is stored.
pub trait FactKind: Serialize + DeserializeOwned + Send + Sync {
    /// Stable name, `concept.happened`.
    fn kind(&self) -> String;
    /// The record whose timeline it belongs to. The write holds that record's row lock, which keeps its facts in order.
    fn subject(&self) -> Uuid;
    /// Whose open pages show something of it. They are told only that something of its kind has changed.
    fn audience(&self) -> Vec<Audience>;
}

/// Facts that one statement records.
const AT_ONCE: usize = 100;

/// A stored fact.
#[derive(Clone, Debug)]
pub struct Fact {
    /// Order of facts of one subject.
    pub seq: i64,
    /// Stable name.
    pub kind: String,
    /// The record it is about.
    pub subject: Uuid,
    /// When.
    pub at: DateTime,
    /// Who, if a person.
    pub account: Option<AccountId>,
    /// The person's organisation.
    pub org: Option<OrgId>,
    /// The person's role.
    pub role: Option<Role>,
    data: String,
}

impl Fact {
    /// The typed content.
    ///
    /// # Errors
    /// When the stored form is not `T`'s.
    pub fn decode<T: FactKind>(&self) -> Result<T> {
        Ok(serde_json::from_str(&self.data)?)
    }
}

impl From<fact::Model> for Fact {
    fn from(row: fact::Model) -> Self {
        let fact::Model { seq, kind, subject, at, account_id, org_id, role, data, .. } = row;
        Self { seq, kind, subject, at, account: account_id, org: org_id, role, data }
    }
}

/// What a reaction returns.
pub type ReactionFuture = Pin<Box<dyn Future<Output = Result<(), WorkerError>> + Send>>;

/// Something that a later concept does when a fact has happened. It runs once per fact, in the order of each subject's
/// facts, and in one transaction with the end of its job.
#[derive(Clone)]
pub struct Reaction {
    pub(crate) name: &'static str,
    pub(crate) wants: Arc<dyn Fn(&str) -> bool + Send + Sync>,
    pub(crate) run: Arc<dyn Fn(Tx, Fact) -> ReactionFuture + Send + Sync>,
    pub(crate) prepare: Option<Arc<Prepare>>,
}

/// What is computed for a reaction before its write begins.
type Prepare = dyn Fn(Db, Fact) -> Pin<Box<dyn Future<Output = Result<()>> + Send>> + Send + Sync;

impl Reaction {
    /// `name` is stored with each job. `wants`: does it react to facts of this kind? `run`: the effect.
    pub fn new(
        name: &'static str,
        wants: impl Fn(&str) -> bool + Send + Sync + 'static,
        run: impl Fn(Tx, Fact) -> ReactionFuture + Send + Sync + 'static,
    ) -> Self {
        Self { name, wants: Arc::new(wants), run: Arc::new(run), prepare: None }
    }

    /// With what takes long and needs no lock: done before the write, and left where the write looks for it. The write does
    /// without where this failed.
    #[must_use]
    pub fn prepared<F>(self, prepare: impl Fn(Db, Fact) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Result<()>> + Send + 'static,
    {
        Self { prepare: Some(Arc::new(move |db, fact| Box::pin(prepare(db, fact)))), ..self }
    }

    /// The name that is stored with its jobs.
    pub fn name(&self) -> &'static str {
        self.name
    }
}

impl Tx {
    /// Records that `fact` happened, and a job for each reaction to it.
    pub async fn emit<T: FactKind>(&self, fact: &T) -> Result<()> {
        self.happened(fact.kind(), fact.subject(), serde_json::to_string(fact)?, Doc(fact.audience())).await
    }

    /// As [`Tx::emit`], for facts about many records: two statements for each [`AT_ONCE`] of them.
    pub async fn emit_all<T: FactKind>(&self, facts: &[T]) -> Result<()> {
        for some in facts.chunks(AT_ONCE) {
            let row = |fact: &T| -> Result<fact::ActiveModel> {
                Ok(self.row(fact.kind(), fact.subject(), serde_json::to_string(fact)?, Doc(fact.audience())))
            };
            let rows = some.iter().map(row).collect::<Result<Vec<_>>>()?;
            let rows = fact::Entity::insert_many(rows).exec_with_returning(self.conn()).await?;
            let jobs = rows.iter().flat_map(|row| self.jobs_of(row.seq, &row.kind, row.subject)).collect();
            self.leave(jobs).await?;
        }
        Ok(())
    }

    /// As [`Tx::emit`], with the fact as it is stored.
    pub(crate) async fn happened(
        &self,
        kind: String,
        subject: Uuid,
        data: String,
        audience: Doc<Vec<Audience>>,
    ) -> Result<()> {
        let row = self.row(kind.clone(), subject, data, audience);
        let seq = fact::Entity::insert(row).exec(self.conn()).await?.last_insert_id;
        self.leave(self.jobs_of(seq, &kind, subject).collect()).await
    }

    fn row(&self, kind: String, subject: Uuid, data: String, audience: Doc<Vec<Audience>>) -> fact::ActiveModel {
        fact::ActiveModel {
            seq: NotSet,
            kind: Set(kind),
            subject: Set(subject),
            at: Set(self.now()),
            account_id: Set(self.account()),
            org_id: Set(self.org()),
            role: Set(self.role()),
            data: Set(data),
            audience: Set(audience),
        }
    }

    /// A job for each reaction that wants the fact.
    fn jobs_of(&self, seq: i64, kind: &str, subject: Uuid) -> impl Iterator<Item = job::ActiveModel> {
        let wanting = self.0.db.reactions.iter().filter(move |reaction| (reaction.wants)(kind));
        wanting.map(move |reaction| job::ActiveModel {
            seq: NotSet,
            fact_seq: Set(seq),
            reaction: Set(reaction.name.into()),
            subject: Set(subject),
            attempts: Set(0),
            run_at: Set(self.now()),
            parked: Set(false),
            last_error: Set(None),
        })
    }

    async fn leave(&self, jobs: Vec<job::ActiveModel>) -> Result<()> {
        self.0.left_facts.store(true, Ordering::Relaxed);
        if !jobs.is_empty() {
            job::Entity::insert_many(jobs).exec_without_returning(self.conn()).await?;
            self.0.left_jobs.store(true, Ordering::Relaxed);
        }
        Ok(())
    }
}

/// The timeline of `subject`, oldest first.
pub async fn facts_of(conn: &impl ConnectionTrait, subject: impl Into<Uuid>) -> Result<Vec<Fact>> {
    let rows = fact::Entity::find()
        .filter(fact::Column::Subject.eq(subject.into()))
        .order_by_asc(fact::Column::Seq)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Fact::from).collect())
}

/// The facts of `kind` about any of `subjects`, oldest first.
pub async fn facts_among(
    conn: &impl ConnectionTrait,
    subjects: impl IntoIterator<Item = Uuid>,
    kind: &str,
) -> Result<Vec<Fact>> {
    let rows = fact::Entity::find()
        .filter(fact::Column::Subject.is_in(subjects))
        .filter(fact::Column::Kind.eq(kind))
        .order_by_asc(fact::Column::Seq)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(Fact::from).collect())
}

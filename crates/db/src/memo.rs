//! What everybody asks for and the operator seldom changes: settings, the calendar. Read once per answer or write, and kept in the
//! process until somebody changes one of them, on whatever node.

use crate::{Conn, Db, Tx, probes};
use jinqiao_kernel::Result;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, DbErr, ExecResult, QueryResult, Statement};
use sea_orm_migration::prelude::async_trait;
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    future::Future,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// The name of the stamp among the probes.
const STAMP: &str = "settings";

/// Which settings are in force: another value after each change, never the same again. None before the first change.
type Stamp = Option<String>;

type Kept = HashMap<TypeId, Box<dyn Any + Send + Sync>>;

/// Values by their type.
#[derive(Default)]
struct Values(Mutex<Kept>);

impl Values {
    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn get<T: Clone + 'static>(&self) -> Option<T> {
        self.kept().get(&TypeId::of::<T>())?.downcast_ref::<T>().cloned()
    }

    fn put<T: Clone + Send + Sync + 'static>(&self, value: T) {
        self.kept().insert(TypeId::of::<T>(), Box::new(value));
    }
}

/// What one answer or one write has read already.
#[derive(Default)]
pub struct Memo(Values);

/// What this process knows, each with the stamp under which it was read.
#[derive(Clone)]
pub struct Cache {
    values: Arc<Values>,
    keep: Duration,
}

impl Cache {
    /// The value of type `T`, made when it is first asked for.
    pub(crate) fn entry<T: Clone + Default + Send + Sync + 'static>(&self) -> T {
        let mut kept = self.values.kept();
        let value = kept.entry(TypeId::of::<T>()).or_insert_with(|| Box::new(T::default()));
        value.downcast_ref::<T>().cloned().unwrap_or_default()
    }

    /// How long shared answers are kept.
    pub(crate) fn keep(&self) -> Duration {
        self.keep
    }
}

/// A connection to read from, with what is known already.
pub trait Reading: ConnectionTrait {
    /// What has been read already for the same answer or write.
    fn memo(&self) -> Option<&Memo>;
    /// What the process knows.
    fn cache(&self) -> &Cache;
    /// Whether it may read what is rolled back later.
    fn is_write(&self) -> bool;
}

/// The pool of readers. On SQLite it cannot write.
pub struct Reader {
    pub(crate) pool: DatabaseConnection,
    cache: Cache,
    memo: Option<Memo>,
}

impl Reader {
    pub(crate) fn new(pool: DatabaseConnection, keep: Duration) -> Self {
        Self { pool, cache: Cache { values: Arc::default(), keep }, memo: None }
    }

    /// The same for one answer, which looks only once whether the settings have changed.
    pub(crate) fn for_answer(&self) -> Self {
        Self { pool: self.pool.clone(), cache: self.cache.clone(), memo: Some(Memo::default()) }
    }
}

impl Reading for Reader {
    fn memo(&self) -> Option<&Memo> {
        self.memo.as_ref()
    }

    fn cache(&self) -> &Cache {
        &self.cache
    }

    fn is_write(&self) -> bool {
        false
    }
}

impl Reading for Conn {
    fn memo(&self) -> Option<&Memo> {
        Some(&self.memo)
    }

    fn cache(&self) -> &Cache {
        &self.cache
    }

    fn is_write(&self) -> bool {
        true
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Reader {
    fn get_database_backend(&self) -> DbBackend {
        self.pool.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.pool.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.pool.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.pool.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.pool.query_all_raw(statement).await
    }
}

/// The settings `T` in force: as this answer or write has read them, or as this process knows them if nobody has changed any since,
/// or else what `read` finds.
///
/// # Errors
/// What `read` returns.
pub async fn settings<T, F>(conn: &impl Reading, read: F) -> Result<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T>>,
{
    // On the heap: what is read for settings reads other settings, and each would lie on the stack within the other.
    let read = Box::pin(async {
        let stamp: Stamp = once_per_answer(conn, probes::value(conn, STAMP)).await?;
        let known = conn.cache().values.get::<(Stamp, T)>().filter(|(under, _)| *under == stamp);
        if let Some((_, known)) = known {
            return Ok(known);
        }
        let found = read.await?;
        // What a change has overtaken is not kept: it belongs to no stamp.
        if probes::value(conn, STAMP).await? == stamp {
            conn.cache().values.put((stamp, found.clone()));
        }
        Ok(found)
    });
    once_per_answer(conn, read).await
}

/// What `read` finds, once for each answer or write, however many of its parts ask.
///
/// # Errors
/// What `read` returns.
pub async fn once_per_answer<T, F>(conn: &impl Reading, read: F) -> Result<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T>>,
{
    if let Some(known) = conn.memo().and_then(|memo| memo.0.get::<T>()) {
        return Ok(known);
    }
    let value = read.await?;
    if let Some(memo) = conn.memo() {
        memo.0.put(value.clone());
    }
    Ok(value)
}

/// What this process keeps of type `T` beside the database behind `conn`, as [`Db::kept`].
pub fn kept<T: Clone + Default + Send + Sync + 'static>(conn: &impl Reading) -> T {
    conn.cache().entry()
}

impl Db {
    /// What this process keeps of type `T` beside the database, for as long as the database is open; made when it is first asked for.
    pub fn kept<T: Clone + Default + Send + Sync + 'static>(&self) -> T {
        self.read().cache.entry()
    }
}

impl Tx {
    /// Notes that this write has changed settings: from its commit on, every node reads them anew.
    pub async fn settings_changed(&self) -> Result<()> {
        self.conn().memo.0.kept().clear();
        probes::put(self, STAMP, self.id::<uuid::Uuid>().to_string()).await
    }
}

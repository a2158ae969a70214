//! What is read once per write, however many parts of the write ask for it: settings, the calendar.

use crate::Conn;
use jinqiao_kernel::Result;
use sea_orm::{ConnectionTrait, DatabaseConnection};
use std::{
    any::{Any, TypeId},
    collections::HashMap,
    future::Future,
    sync::{Mutex, PoisonError},
};

type Kept = HashMap<TypeId, Box<dyn Any + Send + Sync>>;

/// What a write has read already, by type.
#[derive(Default)]
pub struct Memo(Mutex<Kept>);

impl Memo {
    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Forgets `T`, which this write has just changed.
    pub fn forget<T: 'static>(&self) {
        self.kept().remove(&TypeId::of::<T>());
    }
}

/// A connection to read from: the pool of readers, which remembers nothing, or that of a write.
pub trait Reading: ConnectionTrait {
    /// What has been read already.
    fn memo(&self) -> Option<&Memo>;
}

impl Reading for DatabaseConnection {
    fn memo(&self) -> Option<&Memo> {
        None
    }
}

impl Reading for Conn {
    fn memo(&self) -> Option<&Memo> {
        Some(&self.memo)
    }
}

/// `T` as this write has read it already, or else what `read` finds.
///
/// # Errors
/// What `read` returns.
pub async fn once_a_write<T, F>(conn: &impl Reading, read: F) -> Result<T>
where
    T: Clone + Send + Sync + 'static,
    F: Future<Output = Result<T>>,
{
    let known = || conn.memo()?.kept().get(&TypeId::of::<T>())?.downcast_ref::<T>().cloned();
    if let Some(known) = known() {
        return Ok(known);
    }
    let found = read.await?;
    if let Some(memo) = conn.memo() {
        memo.kept().insert(TypeId::of::<T>(), Box::new(found.clone()));
    }
    Ok(found)
}

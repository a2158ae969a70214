//! Hooks: what later concepts do within a write of an earlier one, in the same transaction, so that the earlier one need not
//! know them. What may happen afterwards is a [`crate::Reaction`].

use crate::{Reaction, Tx};
use jinqiao_kernel::Result;
use std::{future::Future, pin::Pin};
use uuid::Uuid;

/// What a hook returns.
pub type HookFuture = Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Something that a later concept does at a point of an earlier one's writes.
#[derive(Clone, Copy)]
pub struct Hook {
    /// The point, `concept.what`, as the earlier concept calls it.
    pub point: &'static str,
    /// The effect, given the record that the point is about.
    pub run: fn(Tx, Uuid) -> HookFuture,
}

/// Those who follow what others write.
#[derive(Clone, Default)]
pub struct Followers {
    /// Afterwards, through jobs.
    pub reactions: Vec<Reaction>,
    /// Within the same write.
    pub hooks: Vec<Hook>,
}

impl Tx {
    /// Lets later concepts do their part of this write at `point`, which is about `record`.
    ///
    /// # Errors
    /// Whatever they return: then nothing of the write is kept.
    pub async fn call(&self, point: &'static str, record: impl Into<Uuid>) -> Result<()> {
        let record = record.into();
        for hook in self.0.db.hooks.iter().filter(|hook| hook.point == point) {
            (hook.run)(self.clone(), record).await?;
        }
        Ok(())
    }
}

//! Bringing a database up to date at start.

use crate::{Db, Engine, group::Fate, schema::Step};
use jinqiao_kernel::Result;
use sea_orm::ConnectionTrait;
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

/// Any number nobody else uses on this server: nodes that start together migrate one after another.
const LOCK: i64 = 0x4A51_4D49_4752;

struct Steps(Vec<Step>);

impl MigratorTraitSelf for Steps {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let mut steps = self.0.clone();
        steps.sort_by_key(|step| step.name);
        steps.into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>).collect()
    }
}

impl Db {
    /// Runs the steps that the database has not seen, in the order of their names.
    ///
    /// # Errors
    /// When a step fails; its own changes are rolled back.
    pub async fn migrate(&self, steps: Vec<Step>) -> Result<()> {
        let steps = Steps(steps);
        if self.engine() == Engine::Sqlite {
            return Ok(steps.up(&self.0.setup, None).await?);
        }
        // The lock belongs to the transaction's connection and ends with it, whatever happens. Another node may migrate for
        // longer than an ordinary write may wait, or this one may.
        let lock = self.0.writer.begin(true).await?;
        lock.execute_unprepared("SET LOCAL lock_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0")
            .await?;
        lock.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
        steps.up(&self.0.setup, None).await?;
        match self.0.writer.finish(lock, true, true).await {
            Fate::Failed { error, .. } => Err(error.into()),
            Fate::Settled | Fate::Lost => Ok(()),
        }
    }
}

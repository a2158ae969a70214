//! Bringing a database up to date at start.

use crate::{Db, Engine, schema::Step};
use jinqiao_kernel::Result;
use sea_orm::ConnectionTrait;
use sea_orm_migration::{MigrationTrait, MigratorTraitSelf};

/// Any number nobody else uses on this server: nodes that start together migrate one after another.
const LOCK: i64 = 0x4A51_4D49_4752;

struct Steps(fn() -> Vec<Step>);

impl MigratorTraitSelf for Steps {
    fn migrations(&self) -> Vec<Box<dyn MigrationTrait>> {
        let mut steps = (self.0)();
        steps.sort_by_key(|step| step.name);
        steps.into_iter().map(|step| Box::new(step) as Box<dyn MigrationTrait>).collect()
    }
}

impl Db {
    /// Runs the steps that the database has not seen, in the order of their names.
    ///
    /// # Errors
    /// When a step fails; its own changes are rolled back.
    pub async fn migrate(&self, steps: fn() -> Vec<Step>) -> Result<()> {
        let steps = Steps(steps);
        if self.engine() == Engine::Sqlite {
            return Ok(steps.up(&self.0.writer, None).await?);
        }
        // The lock belongs to the transaction's connection and ends with it, whatever happens.
        let lock = self.begin().await?;
        lock.execute_unprepared(&format!("SELECT pg_advisory_xact_lock({LOCK})")).await?;
        steps.up(&self.0.writer, None).await?;
        Ok(lock.commit().await?)
    }
}

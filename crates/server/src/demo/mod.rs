//! Demo data: a small platform with a past, made by the same services as real use.

mod equity;
mod firms;
mod pdf;
mod products;
mod ratings;
mod scenes;
mod stage;
mod team;

use crate::{config::Config, parts};
use jinqiao_concepts::accounts::demo_accounts;
use jinqiao_kernel::{DateTime, ManualClock, Result, SeededEntropy, World};
use stage::Stage;
use std::sync::Arc;

/// The past that demo data tell of.
const DAYS: i64 = 80;

/// Loads demo data if the database is empty. Returns whether it did.
pub async fn load_if_empty(config: &Config) -> Result<bool> {
    let now = World::system().now();
    let start: DateTime = now - chrono::TimeDelta::days(DAYS);
    let clock = ManualClock::new(start);
    let world = World { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(20_261_123)) };
    let db = parts::open_ready_in(config, world).await?;
    if !demo_accounts(&db, &config.vault()?).await?.is_empty() || Stage::anybody(&db).await? {
        db.close().await?;
        return Ok(false);
    }
    let stage = Stage::new(config, db.clone(), clock, now)?;
    scenes::play(&stage).await?;
    db.run_due_jobs().await?;
    db.close().await?;
    Ok(true)
}

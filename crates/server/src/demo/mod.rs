//! Demo data: a small platform with a past, made by the same services as real use.

mod banks;
mod complaints;
mod consents;
mod crowd;
mod equity;
mod firms;
mod joint;
mod pdf;
mod points;
mod products;
mod ratings;
mod scenes;
mod second;
mod sheets;
mod stage;
mod team;

use crate::{config::Config, parts};
use jinqiao_kernel::{DateTime, Error, ManualClock, Result, SeededEntropy, World};
use jinqiao_platform::accounts::demo_accounts;
use stage::{BEGUN, LOADED, Stage};
use std::sync::Arc;

/// The past that demo data tell of.
const DAYS: i64 = 366;

/// Loads demo data if the database is empty. Returns whether it did.
pub async fn load_if_empty(config: &Config) -> Result<bool> {
    let now = World::system().now();
    let start: DateTime = now - chrono::TimeDelta::days(DAYS);
    let clock = ManualClock::new(start);
    let world = World { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(20_261_123)) };
    let ready = parts::open_ready_in(config, world).await?;
    let db = ready.db.clone();
    if !demo_accounts(&db, &ready.vault).await?.is_empty() || Stage::anybody(&db).await? {
        let broken_off = Stage::broken_off(&db).await?;
        db.close().await?;
        let advice = "the demo data were not loaded to the end: empty the database and start again";
        return if broken_off { Err(Error::internal(advice)) } else { Ok(false) };
    }
    println!("Loading demo data, a year of a platform in use: one to two minutes …");
    let stage = Stage::new(config, &ready, clock, now)?;
    stage.note(BEGUN).await?;
    scenes::play(&stage).await?;
    db.run_due_jobs().await?;
    stage.note(LOADED).await?;
    db.close().await?;
    Ok(true)
}

//! Demo data: a small platform with a past, made by the same services as real use.

mod adjustments;
mod automatic;
mod banks;
pub mod child;
mod complaints;
mod consents;
mod crowd;
mod equity;
mod firms;
mod forecasts;
mod joint;
mod loans;
mod marks;
mod pdf;
mod points;
mod policies;
mod policy_forms;
mod policy_texts;
mod policy_texts_more;
mod products;
mod ratings;
mod registering;
mod scenes;
mod second;
mod sheets;
mod stage;
mod team;
mod template;

use crate::{config::Config, parts};
use jinqiao_db::{Db, Followers, Intent, Options};
use jinqiao_kernel::{Error, ManualClock, Result, SeededEntropy, World};
use jinqiao_platform::accounts::demo_accounts;
use stage::{BEGUN, LOADED, Stage};
use std::{fs::File, sync::Arc};
use template::Template;

/// The past that demo data tell of.
const DAYS: i64 = 366;

/// Loads demo data if the database is empty. Returns whether it did.
pub async fn load_if_empty(config: &Config) -> Result<bool> {
    let now = World::system().now();
    let template = Template::of(config, now)?;
    if let Some(template) = &template
        && template.copy()?
    {
        println!("Demo data as this program has loaded them before today.");
        return Ok(true);
    }
    let clock = ManualClock::new(now - chrono::TimeDelta::days(DAYS));
    let world =
        World { clock: Arc::new(clock.clone()), entropy: Arc::new(SeededEntropy::new(20_261_123)), shift: None };
    // What breaks off is begun anew, so nothing need be waited for until the end.
    let options = Options { durable: false, ..config.database()? };
    let ready = parts::open_ready_with(config, &options, world.clone()).await?;
    let db = ready.db.clone();
    if !demo_accounts(&db, &ready.vault).await?.is_empty() || Stage::anybody(&db).await? {
        let broken_off = Stage::broken_off(&db).await?;
        db.close().await?;
        let advice = "the demo data were not loaded to the end: empty the database and start again";
        return if broken_off { Err(Error::internal(advice)) } else { Ok(false) };
    }
    println!("Loading demo data, a year of a platform in use: about a minute …");
    note(&db, BEGUN).await?;
    let stage = Stage::new(config, &ready, clock, now)?;
    scenes::play(&stage).await?;
    db.run_due_jobs().await?;
    // The first demands were published while there were few firms.
    crate::anonymity::renew(&db).await?;
    db.close().await?;
    end(config, world).await?;
    if let Some(template) = template
        && let Err(error) = template.keep()
    {
        tracing::warn!(?error, "the next start has to load the demo data anew");
    }
    Ok(true)
}

/// Makes sure of what was written without waiting, and notes that it is whole.
async fn end(config: &Config, world: World) -> Result<()> {
    if let Some(places) = config.local_places() {
        File::open(places.database)?.sync_all()?;
    }
    let db = Db::open(&config.database()?, world, Followers::default()).await?;
    note(&db, LOADED).await?;
    db.close().await
}

/// Notes in the trail that loading begins, before the first account is made, or that it has ended.
async fn note(db: &Db, action: &'static str) -> Result<()> {
    db.write(Intent::system(action), |_| async { Ok(()) }).await
}

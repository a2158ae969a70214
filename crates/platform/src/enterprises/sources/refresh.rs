//! Registers are asked again when their answers have aged, as long as the firm's authorisation lasts.

use super::{DataSource, pull, store};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Kind, Result};
use std::time::Duration;

/// So many at a time.
const BATCH: u64 = 50;
/// Between two looks.
const PAUSE: Duration = Duration::from_secs(3_600);

/// Asks for all whose answers have aged. Returns how many were asked.
///
/// # Errors
/// When the database fails; a register that does not answer is noted with the authorisation.
pub async fn refresh_due(db: &Db, source: &dyn DataSource) -> Result<usize> {
    let due = store::due(db.read(), db.world().now(), BATCH).await?;
    for grant in &due {
        let asked =
            pull::ask(db, source, grant.org_id, grant.register, Intent::system("enterprises.ask_register")).await;
        match asked {
            // Withdrawn meanwhile, or the profile was being written: the next look sees to it.
            Err(error) if error.kind() == Kind::Conflict => {}
            other => other?,
        }
    }
    Ok(due.len())
}

/// Looks every hour, for ever.
pub async fn keep_refreshing(db: &Db, source: &dyn DataSource) {
    loop {
        match refresh_due(db, source).await {
            Ok(0) => {}
            Ok(asked) => tracing::info!(asked, "registers asked again"),
            Err(error) => tracing::error!(?error, "registers"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

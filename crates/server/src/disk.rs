//! Watches how full the disks under the data are, and tells the operator in time.

use jinqiao_db::Db;
use jinqiao_platform::files::{self, Disk};
use std::{path::PathBuf, time::Duration};

/// How often it looks.
const EVERY: Duration = Duration::from_secs(60);

/// Looks for ever. The operator is told once a day while a disk stays nearly full.
pub async fn watch(db: &Db, folders: &[PathBuf]) {
    loop {
        for folder in folders {
            match jinqiao_http::used_percent(folder) {
                Ok(percent) if Disk::of(percent) == Disk::Plenty => {}
                Ok(percent) => {
                    tracing::warn!(percent, folder = %folder.display(), "the disk is nearly full");
                    if let Err(error) = files::tell_of_disk(db, percent).await {
                        tracing::error!(?error, "the operator could not be told");
                    }
                }
                Err(error) => tracing::warn!(%error, folder = %folder.display(), "how full the disk is cannot be seen"),
            }
        }
        tokio::time::sleep(EVERY).await;
    }
}

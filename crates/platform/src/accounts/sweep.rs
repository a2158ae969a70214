//! What is kept of logins only for a while.

use super::{devices, guard, sessions};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::Result;

/// Forgets counts, used proofs, sessions and devices that are of no weight any more; how many.
pub async fn sweep(db: &Db) -> Result<u64> {
    db.write(Intent::bookkeeping("accounts.sweep"), |tx| async move {
        Ok(guard::sweep(&tx).await? + sessions::sweep(&tx).await? + devices::sweep(&tx).await?)
    })
    .await
}

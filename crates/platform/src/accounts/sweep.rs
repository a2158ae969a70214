//! What is kept of logins only for a while.

use super::{contact, devices, guard, sessions};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::Result;

/// Forgets counts, codes, used proofs, sessions and devices that are of no weight any more; how many.
pub async fn sweep(db: &Db) -> Result<u64> {
    db.write(Intent::bookkeeping("accounts.sweep"), |tx| async move {
        let codes = contact::sweep(&tx).await?;
        Ok(codes + guard::sweep(&tx).await? + sessions::sweep(&tx).await? + devices::sweep(&tx).await?)
    })
    .await
}

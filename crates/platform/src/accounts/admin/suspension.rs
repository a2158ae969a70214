//! Suspending an organisation: nobody of it can be here. What it means for its business is with the concepts that know it.

use super::{model::check_reason, store};
use crate::organizations;
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, OrgId, Result};

/// Suspends an organisation; its sessions end in the same write.
///
/// # Errors
/// `validation`; `not_found`; `organizations.not_suspendable`; `organizations.wrong_state`; `conflict.stale`.
pub async fn suspend(db: &Db, actor: &Actor, id: OrgId, version: i32, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "organizations.suspend").on(id).detail(reason), |tx| async move {
        organizations::suspend_in(&tx, id, version, reason).await?;
        store::end_sessions_of(&tx, id).await
    })
    .await
}

/// Lets a suspended organisation go on.
///
/// # Errors
/// `validation`; `not_found`; `organizations.wrong_state`; `conflict.stale`.
pub async fn resume(db: &Db, actor: &Actor, id: OrgId, version: i32, reason: &str) -> Result<()> {
    check_reason(reason)?;
    db.write_once(Intent::by(actor, "organizations.resume").on(id).detail(reason), |tx| async move {
        organizations::resume_in(&tx, id, version, reason).await
    })
    .await
}

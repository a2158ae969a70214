//! Suspending an organisation: nobody of it can be here. What it means for its business is with the concepts that know it.

use super::{model::check_reason, store};
use crate::organizations::{self, OrgState, Organization};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, Error, Kind, OrgId, Result};

/// Can the accounts of this organisation be used?
pub fn enterable(org: &Organization) -> bool {
    org.state != OrgState::Suspended
}

/// Told to whoever has proved to be of a suspended organisation.
pub fn suspended_error(org: &Organization) -> Error {
    let why = org.suspension.as_deref().map(|reason| format!("原因：{reason}。")).unwrap_or_default();
    let message = format!("贵单位已被平台暂停使用，暂时不能登录。{why}如有疑问，请联系平台运营人员");
    Error::new(Kind::Forbidden, "accounts.organization_suspended", message)
}

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

//! Whether the accounts of an organisation can be used at all, and which of them can be its primary one.

use super::entity::account::Model;
use crate::organizations::{OrgState, Organization};
use jinqiao_kernel::{Access, Error, Kind, Result};

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

/// Can a sub-account become the primary account?
///
/// # Errors
/// `accounts.not_suited` for a disabled or read-only account, or one that has not chosen its password yet.
pub fn check_suited(heir: &Model) -> Result<()> {
    if heir.active && heir.access == Access::Handle && heir.password_until.is_none() {
        return Ok(());
    }
    let message = "只能移交给已启用、可经办且已修改初始密码的子账号";
    Err(Error::conflict("accounts.not_suited", message))
}

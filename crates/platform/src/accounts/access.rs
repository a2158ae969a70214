//! Whether the accounts of an organisation can be used at all.

use crate::organizations::{OrgState, Organization};
use jinqiao_kernel::{Error, Kind};

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

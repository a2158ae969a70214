//! What a suspension (暂停使用) stops: an order goes on only while both of its sides may.

use jinqiao_kernel::{Error, OrgId, Result};
use jinqiao_platform::organizations;
use sea_orm::ConnectionTrait;

/// Is one of `sides` suspended?
pub async fn stands_still(conn: &impl ConnectionTrait, sides: impl IntoIterator<Item = OrgId>) -> Result<bool> {
    Ok(!organizations::suspended_among(conn, sides).await?.is_empty())
}

/// Told to whoever wants to go on with what a suspension has stopped.
pub fn held() -> Error {
    Error::conflict("orders.held", "一方单位已被平台暂停使用，恢复前只能终止对接")
}

/// Refuses to go on while one of `sides` is suspended.
///
/// # Errors
/// `orders.held`.
pub async fn check_runs(conn: &impl ConnectionTrait, sides: impl IntoIterator<Item = OrgId>) -> Result<()> {
    if stands_still(conn, sides).await? { Err(held()) } else { Ok(()) }
}

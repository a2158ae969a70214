//! How much an organisation may keep: all its files together, and those that nothing uses yet.

use super::{bounds::LOOSE_FILES, model::STUCK, parameters::STORAGE_MEGABYTES, store};
use crate::{organizations, permissions::value_of};
use jinqiao_db::{Db, Reading, Tx};
use jinqiao_http::{Share, Shares};
use jinqiao_kernel::{Error, FieldError, Kind, OrgId, Result};
use sea_orm::PaginatorTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

const MEGABYTE: i64 = 1024 * 1024;

/// Room for the files of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct StorageRoom {
    /// Bytes of all its files.
    pub used_bytes: i64,
    /// Bytes that they may take.
    pub allowed_bytes: i64,
}

impl StorageRoom {
    /// What `org` has.
    pub async fn of(conn: &impl Reading, org: OrgId) -> Result<Self> {
        let allowed_bytes = value_of(conn, STORAGE_MEGABYTES).await? * MEGABYTE;
        Ok(Self { used_bytes: store::bytes_kept(conn, org).await?, allowed_bytes })
    }

    /// Does a file of `size` bytes fit in?
    ///
    /// # Errors
    /// `files.storage_full`.
    pub fn admits(self, size: i64) -> Result<()> {
        if self.used_bytes.saturating_add(size) <= self.allowed_bytes {
            return Ok(());
        }
        let message = format!(
            "本单位的附件空间不足：已用 {} MB，共 {} MB。请移除不再使用的附件，或联系平台运营方扩容",
            self.used_bytes / MEGABYTE,
            self.allowed_bytes / MEGABYTE
        );
        let field = FieldError { field: "file".into(), message: message.clone() };
        Err(Error::new(Kind::TooLarge, "files.storage_full", message).with_fields(vec![field]))
    }
}

/// A place among the uploads that are under way.
///
/// # Errors
/// `files.busy`.
pub(super) fn share(uploads: &Shares, org: OrgId) -> Result<Share> {
    let busy = || Error::new(Kind::TooMany, "files.busy", "本单位正在上传的文件较多，请稍后再试").retry_after(3);
    uploads.take(org.into()).ok_or_else(busy)
}

/// Refuses an upload before its body is read, when there is no room for `announced` bytes.
pub(super) async fn check_before(db: &Db, org: OrgId, announced: Option<u64>) -> Result<()> {
    LOOSE_FILES.admits(store::loose(org, db.world().now() - STUCK).count(db.read()).await?)?;
    let announced = announced.and_then(|size| i64::try_from(size).ok()).unwrap_or(1);
    StorageRoom::of(db.read(), org).await?.admits(announced)
}

/// Makes sure of room for `size` bytes; the organisation's row stays locked until the write ends, so that of two uploads
/// at once the second sees the first.
pub(super) async fn check(tx: &Tx, org: OrgId, size: i64) -> Result<()> {
    organizations::check_room(tx, org, LOOSE_FILES, store::loose(org, tx.now() - STUCK)).await?;
    StorageRoom::of(tx.conn(), org).await?.admits(size)
}

#[cfg(test)]
mod tests {
    use super::StorageRoom;

    #[test]
    fn the_last_byte_fits() {
        for (used_bytes, size, fits) in
            [(0, 100, true), (40, 60, true), (40, 61, false), (200, 0, false), (1, i64::MAX, false)]
        {
            assert_eq!(
                StorageRoom { used_bytes, allowed_bytes: 100 }.admits(size).is_ok(),
                fits,
                "{used_bytes} {size}"
            );
        }
    }
}

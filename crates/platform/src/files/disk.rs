//! How much room is left on the disks: the operator is told in time, and uploads stop before the core's own writes have to.

use chrono::TimeDelta;
use jinqiao_db::{Audience, Db, FactKind, Intent, facts_of};
use jinqiao_http::FileStore;
use jinqiao_kernel::{Error, Kind, Result, Role};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// From this share of a disk on, in percent, the operator is told.
const LOW: u8 = 80;
/// From this share on no upload is taken.
const SCARCE: u8 = 95;
/// The operator is told again after so long.
const AGAIN: TimeDelta = TimeDelta::hours(24);

/// What a disk that is so full means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disk {
    /// Nothing to do.
    Plenty,
    /// The operator should make room.
    Low,
    /// What is left is for orders, demands and the audit trail; no uploads.
    Scarce,
}

impl Disk {
    /// Of a disk of which `percent` are used.
    pub fn of(percent: u8) -> Self {
        match percent {
            0..LOW => Self::Plenty,
            LOW..SCARCE => Self::Low,
            _ => Self::Scarce,
        }
    }
}

/// A disk under the data is nearly full (存储空间不足).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct StorageLow {
    /// Used share in percent.
    pub percent: u8,
}

impl FactKind for StorageLow {
    fn kind(&self) -> String {
        "files.storage_low".into()
    }

    /// It is about no record, so its facts stand by themselves.
    fn subject(&self) -> Uuid {
        Uuid::nil()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Role(Role::Operator)]
    }
}

/// Refuses an upload, before its body is read, when the disk is nearly full.
pub(super) fn check(files: &dyn FileStore) -> Result<()> {
    if Disk::of(files.used_percent()?) != Disk::Scarce {
        return Ok(());
    }
    let message = "平台存储空间不足，暂时不能上传附件，其他操作不受影响，请稍后再试";
    Err(Error::new(Kind::NoSpace, "files.no_room", message).retry_after(600))
}

/// Tells the operator that `percent` of a disk are used; once a day, or at once when uploads have to stop.
pub async fn tell_of_disk(db: &Db, percent: u8) -> Result<()> {
    let told = facts_of(db.read(), Uuid::nil()).await?;
    let last = told.iter().rev().find(|fact| fact.kind == "files.storage_low");
    let same = |last: &jinqiao_db::Fact| {
        last.decode::<StorageLow>().is_ok_and(|last| Disk::of(last.percent) == Disk::of(percent))
    };
    if last.is_some_and(|last| db.world().now() - last.at < AGAIN && same(last)) {
        return Ok(());
    }
    db.write(Intent::system("files.storage_low").detail(format!("存储空间已使用 {percent}%")), |tx| async move {
        tx.emit(&StorageLow { percent }).await
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_disk() {
        for (percent, room) in [
            (0, Disk::Plenty),
            (79, Disk::Plenty),
            (80, Disk::Low),
            (94, Disk::Low),
            (95, Disk::Scarce),
            (100, Disk::Scarce),
        ] {
            assert_eq!(Disk::of(percent), room, "{percent}");
        }
    }
}

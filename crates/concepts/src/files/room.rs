//! How much room is left on the disks: the operator is told in time, and uploads stop before the core's own writes have to.

use chrono::TimeDelta;
use jinqiao_db::{Audience, Db, FactKind, Intent, facts_of};
use jinqiao_kernel::{Result, Role};
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
pub enum Room {
    /// Nothing to do.
    Plenty,
    /// The operator should make room.
    Low,
    /// What is left is for orders, demands and the audit trail; no uploads.
    Scarce,
}

impl Room {
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

/// Tells the operator that `percent` of a disk are used; once a day, or at once when uploads have to stop.
///
/// # Errors
/// When the database fails.
pub async fn tell_of_room(db: &Db, percent: u8) -> Result<()> {
    let told = facts_of(db.read(), Uuid::nil()).await?;
    let last = told.iter().rev().find(|fact| fact.kind == "files.storage_low");
    let same = |last: &jinqiao_db::Fact| {
        last.decode::<StorageLow>().is_ok_and(|last| Room::of(last.percent) == Room::of(percent))
    };
    if last.is_some_and(|last| db.world().now() - last.at < AGAIN && same(last)) {
        return Ok(());
    }
    db.write(Intent::system("files.storage_low").detail(format!("{percent}%")), |tx| async move {
        tx.emit(&StorageLow { percent }).await
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_of_a_disk() {
        for (percent, room) in
            [(0, Room::Plenty), (79, Room::Plenty), (80, Room::Low), (94, Room::Low), (95, Room::Scarce), (100, Room::Scarce)]
        {
            assert_eq!(Room::of(percent), room, "{percent}");
        }
    }
}

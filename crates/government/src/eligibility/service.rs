//! Open items for what is known, and for what was typed.

use super::ready::{ReadyItem, ready};
use crate::policies::{self, open_items, public_items, published};
use jinqiao_db::Db;
use jinqiao_kernel::{Error, NaiveDate, PolicyId, Result, local_date};
use jinqiao_policy::catalogue::Catalogue;

/// Open items that are looked at.
const MOST: u64 = 200;

/// The catalogue.
///
/// # Errors
/// `internal` where the program's own fields are wrong, which a test excludes.
pub fn catalogue() -> Result<&'static Catalogue> {
    policies::catalogue().map_err(|faults| Error::internal(format!("the catalogue of policies: {faults:?}")))
}

/// The items that take applications on `today`, ready to be evaluated, and whether there are more than these.
///
/// # Errors
/// When the database fails.
pub async fn open(db: &Db, today: NaiveDate) -> Result<(Vec<ReadyItem>, bool)> {
    let mut rows = open_items(db.read(), today, MOST + 1).await?;
    let most = usize::try_from(MOST).unwrap_or(usize::MAX);
    let more = rows.len() > most;
    rows.truncate(most);
    let items = public_items(db.read(), rows, today).await?;
    Ok((ready(db, catalogue()?, items).await?, more))
}

/// One item that everybody can read, in the version in force.
///
/// # Errors
/// `not_found`.
pub async fn one(db: &Db, id: PolicyId) -> Result<ReadyItem> {
    let (row, _) = published(db.read(), id, None).await?;
    let items = public_items(db.read(), vec![row], local_date(db.world().now())).await?;
    ready(db, catalogue()?, items).await?.pop().ok_or_else(Error::not_found)
}

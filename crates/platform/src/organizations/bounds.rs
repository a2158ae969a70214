//! How much one organisation can keep of what it makes by itself. Without a bound a single firm, or a script with its
//! password, could fill the disk of all. Each concept declares its own; docs/bounds-of-storage.md lists them.

use super::store;
use jinqiao_db::Tx;
use jinqiao_kernel::{Error, OrgId, Result};
use sea_orm::{EntityTrait, FromQueryResult, PaginatorTrait, Select};

/// What is bounded.
#[derive(Clone, Copy, Debug)]
pub struct Bound {
    /// Its name in the documents.
    pub name: &'static str,
    /// So many there may be.
    pub most: u64,
    /// What there is too much of …
    pub what: &'static str,
    /// … and what to do about it.
    pub cure: &'static str,
}

impl Bound {
    /// May one more be added to `there`?
    ///
    /// # Errors
    /// `organizations.full`, naming the bound.
    pub fn admits(self, there: u64) -> Result<()> {
        if there < self.most {
            return Ok(());
        }
        let Self { most, what, cure, .. } = self;
        Err(Error::conflict("organizations.full", format!("{what}已达上限 {most} 个，{cure}")))
    }
}

/// Checks that `org` may add one more to `there`. Its row is locked until the write ends, so that two writes at once
/// cannot both take the last place.
///
/// # Errors
/// `organizations.full`.
pub async fn check_room<E>(tx: &Tx, org: OrgId, bound: Bound, there: Select<E>) -> Result<()>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Send + Sync,
{
    store::lock(tx, org).await?;
    bound.admits(there.count(tx.conn()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_place_is_given_and_the_next_refused_by_name() {
        let bound = Bound { name: "things", most: 3, what: "事项", cure: "请先办结" };
        assert!(bound.admits(2).is_ok());
        let error = bound.admits(3).expect_err("full");
        assert_eq!((error.code(), error.message()), ("organizations.full", "事项已达上限 3 个，请先办结"));
    }
}

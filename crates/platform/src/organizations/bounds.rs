//! How much one organisation can keep of what it makes by itself. Without a bound a single firm, or a script with its
//! password, could fill the disk of all; docs/bounds-of-storage.md lists them.

use super::store;
use jinqiao_db::Tx;
use jinqiao_kernel::{Error, OrgId, Result};
use sea_orm::{EntityTrait, EnumIter, FromQueryResult, PaginatorTrait, Select};

/// What is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter)]
pub enum Bound {
    /// Demands that are being written.
    DemandDrafts,
    /// Demands from the submission to their end.
    OpenDemands,
    /// Products that are not archived.
    Products,
    /// Complaints and objections that are not closed.
    OpenComplaints,
    /// Requests for materials on one order.
    MaterialRequests,
    /// Uploaded files that no record has taken up.
    LooseFiles,
    /// Branches and departments, closed ones too.
    Units,
    /// Sub-accounts, disabled ones too; those in use are bounded by the operator.
    SubAccounts,
}

impl Bound {
    /// So many there may be.
    pub const fn most(self) -> u64 {
        match self {
            Self::MaterialRequests => 20,
            Self::DemandDrafts | Self::OpenComplaints => 50,
            Self::LooseFiles => 60,
            Self::OpenDemands => 100,
            Self::Products => 300,
            Self::Units | Self::SubAccounts => 500,
        }
    }

    /// What there is too much of, and what to do about it.
    const fn words(self) -> (&'static str, &'static str) {
        match self {
            Self::DemandDrafts => ("需求草稿（含退回补正的需求）", "请先提交或撤回已有的草稿"),
            Self::OpenDemands => ("进行中的融资需求", "请等待已提交的需求办结，或撤回不再需要的需求"),
            Self::Products => ("未归档的金融产品", "请先归档不再使用的产品"),
            Self::OpenComplaints => ("未办结的投诉与异议", "请等待已提出的事项办结，或撤回不再需要的事项"),
            Self::MaterialRequests => ("同一对接单的补充材料请求", "请通过电话等方式与企业沟通"),
            Self::LooseFiles => ("未使用的附件", "请先提交或移除已上传的附件，或 24 小时后再试"),
            Self::Units => ("分支机构和部门（含已撤销的）", "请改用已有的分支机构，或联系平台运营方"),
            Self::SubAccounts => ("子账号（含已停用的）", "请启用已停用的子账号，或联系平台运营方"),
        }
    }

    /// May one more be added to `there`?
    ///
    /// # Errors
    /// `organizations.full`, naming the bound.
    pub fn admits(self, there: u64) -> Result<()> {
        if there < self.most() {
            return Ok(());
        }
        let (what, cure) = self.words();
        Err(Error::conflict("organizations.full", format!("{what}已达上限 {} 个，{cure}", self.most())))
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
    use sea_orm::Iterable;

    #[test]
    fn the_last_place_is_given_and_the_next_refused_by_name() {
        for bound in Bound::iter() {
            assert!(bound.admits(bound.most() - 1).is_ok(), "{bound:?}");
            let error = bound.admits(bound.most()).expect_err("full");
            assert!(error.message().contains(&bound.most().to_string()), "{}", error.message());
        }
    }

    #[test]
    fn the_page_lists_every_bound() {
        let page = include_str!("../../../../docs/bounds-of-storage.md");
        for bound in Bound::iter() {
            assert!(page.contains(&format!("| `{bound:?}` | {} |", bound.most())), "{bound:?} {}", bound.most());
        }
    }
}

//! Figures of the last three years (近三年财务), each with where it comes from.

use super::model::Origins;
use jinqiao_db::{Doc, Tx};
use jinqiao_kernel::{Checks, Money, OrgId, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, Set};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// One year's figures as the firm types them, fen.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FinanceYearIn {
    /// The year.
    pub year: i32,
    /// 营业收入.
    pub revenue: Option<Money>,
    /// 净利润; may be a loss.
    pub profit: Option<Money>,
    /// 资产总额.
    pub assets: Option<Money>,
    /// 负债总额.
    pub liabilities: Option<Money>,
    /// 纳税总额.
    pub tax_paid: Option<Money>,
    /// 研发费用.
    pub rd_expense: Option<Money>,
}

impl From<&FinanceYearIn> for FinanceYear {
    fn from(typed: &FinanceYearIn) -> Self {
        let FinanceYearIn { year, revenue, profit, assets, liabilities, tax_paid, rd_expense } = *typed;
        Self { year, revenue, profit, assets, liabilities, tax_paid, rd_expense, origins: Origins::new() }
    }
}

/// One year's figures, fen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FinanceYear {
    /// The year.
    pub year: i32,
    /// 营业收入.
    pub revenue: Option<Money>,
    /// 净利润; may be a loss.
    pub profit: Option<Money>,
    /// 资产总额.
    pub assets: Option<Money>,
    /// 负债总额.
    pub liabilities: Option<Money>,
    /// 纳税总额.
    pub tax_paid: Option<Money>,
    /// 研发费用.
    pub rd_expense: Option<Money>,
    /// Where figures come from that the firm did not only type.
    pub origins: Origins,
}

impl FinanceYear {
    /// A year of which nothing is known.
    pub const fn empty(year: i32) -> Self {
        Self {
            year,
            revenue: None,
            profit: None,
            assets: None,
            liabilities: None,
            tax_paid: None,
            rd_expense: None,
            origins: Origins::new(),
        }
    }

    /// Is nothing known of it?
    pub fn says_nothing(&self) -> bool {
        let Self { year: _, revenue, profit, assets, liabilities, tax_paid, rd_expense, origins: _ } = self;
        [revenue, profit, assets, liabilities, tax_paid, rd_expense].into_iter().all(Option::is_none)
    }
}

pub mod entity {
    use crate::enterprises::model::Origins;
    use jinqiao_db::Doc;
    use jinqiao_kernel::{Money, OrgId};
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "enterprise_finance")]
    pub struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub org_id: OrgId,
        #[sea_orm(primary_key, auto_increment = false)]
        pub year: i32,
        pub revenue: Option<Money>,
        pub profit: Option<Money>,
        pub assets: Option<Money>,
        pub liabilities: Option<Money>,
        pub tax_paid: Option<Money>,
        pub rd_expense: Option<Money>,
        pub origins: Doc<Origins>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub enum Relation {}
    impl ActiveModelBehavior for ActiveModel {}
}

/// Notes what is wrong with `years`, which `this_year` limits.
pub fn check(years: &[FinanceYearIn], checks: &mut Checks, this_year: i32) {
    checks.that("finance", years.len() <= 3, "最多填写三年");
    let unique = years.iter().enumerate().all(|(i, one)| !years[..i].iter().any(|other| other.year == one.year));
    checks.that("finance", unique, "年度有重复");
    let most = Money::wan(1_000_000_000);
    for (i, one) in years.iter().take(3).enumerate() {
        let field = |name: &str| format!("finance[{i}].{name}");
        let recent = this_year - 5..=this_year;
        checks.range(&field("year"), one.year, recent, "只能填写最近几年的数据");
        for (name, value) in [
            ("revenue", one.revenue),
            ("assets", one.assets),
            ("liabilities", one.liabilities),
            ("tax_paid", one.tax_paid),
            ("rd_expense", one.rd_expense),
        ] {
            checks.range(&field(name), value.unwrap_or_default(), Money::ZERO..=most, "金额不正确");
        }
        checks.range(&field("profit"), one.profit.unwrap_or_default(), Money(-most.0)..=most, "金额不正确");
        checks.that(&field("revenue"), one.revenue.is_some(), "请填写营业收入");
    }
}

impl From<entity::Model> for FinanceYear {
    fn from(row: entity::Model) -> Self {
        let entity::Model { year, revenue, profit, assets, liabilities, tax_paid, rd_expense, origins, .. } = row;
        Self { year, revenue, profit, assets, liabilities, tax_paid, rd_expense, origins: origins.0 }
    }
}

/// The years of `org`, newest first.
pub async fn years_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<FinanceYear>> {
    Ok(years_of_all(conn, [org]).await?.remove(&org).unwrap_or_default())
}

/// The years of each of `orgs`, newest first; nothing of those that have none.
pub async fn years_of_all(
    conn: &impl ConnectionTrait,
    orgs: impl IntoIterator<Item = OrgId>,
) -> Result<HashMap<OrgId, Vec<FinanceYear>>> {
    let rows = entity::Entity::find().filter(entity::Column::OrgId.is_in(orgs));
    let mut years: HashMap<OrgId, Vec<FinanceYear>> = HashMap::new();
    for row in rows.order_by_desc(entity::Column::Year).all(conn).await? {
        years.entry(row.org_id).or_default().push(row.into());
    }
    Ok(years)
}

/// Makes `years` the figures of `org`.
pub(super) async fn replace(tx: &Tx, org: OrgId, years: &[FinanceYear]) -> Result<()> {
    entity::Entity::delete_many().filter(entity::Column::OrgId.eq(org)).exec(tx.conn()).await?;
    if years.is_empty() {
        return Ok(());
    }
    let rows = years.iter().map(|one| entity::ActiveModel {
        org_id: Set(org),
        year: Set(one.year),
        revenue: Set(one.revenue),
        profit: Set(one.profit),
        assets: Set(one.assets),
        liabilities: Set(one.liabilities),
        tax_paid: Set(one.tax_paid),
        rd_expense: Set(one.rd_expense),
        origins: Set(Doc(one.origins.clone())),
    });
    entity::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    Ok(())
}

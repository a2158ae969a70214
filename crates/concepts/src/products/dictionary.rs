//! Dictionaries that products and demands share (domain 3.2, 3.3, 3.4).

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Kind of financing (融资类型).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum FinancingKind {
    /// Money that is paid back (债权融资).
    #[default]
    Debt,
    /// Money for a share of the firm (股权融资).
    Equity,
}

/// Round of equity financing (融资轮次).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 种子轮.
    Seed,
    /// 天使轮.
    Angel,
    /// A 轮.
    A,
    /// B 轮.
    B,
    /// C 轮及以后.
    C,
    /// Pre-IPO.
    PreIpo,
}

/// What the money is for (用途).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum UseKind {
    /// 日常经营周转.
    WorkingCapital,
    /// 设备购置.
    Equipment,
    /// 研发投入.
    Rnd,
    /// 扩大产能.
    Expansion,
    /// 厂房场地.
    Property,
    /// 采购与供应链.
    SupplyChain,
    /// 置换贷款.
    Refinancing,
    /// 其他.
    Other,
}

/// Kind of security (担保方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Guarantee {
    /// 信用.
    Credit,
    /// 抵押.
    Mortgage,
    /// 质押.
    Pledge,
    /// 保证.
    Guarantor,
    /// 担保公司.
    GuaranteeCompany,
    /// 保证保险.
    Insurance,
    /// 组合.
    Combined,
}

/// Way of repaying (还款方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Repayment {
    /// 等额本息.
    EqualInstallment,
    /// 等额本金.
    EqualPrincipal,
    /// 先息后本.
    InterestFirst,
    /// 到期一次还本付息.
    Bullet,
    /// 随借随还.
    Revolving,
    /// 按季付息.
    Quarterly,
}

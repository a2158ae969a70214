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

/// Type of a debt product (产品类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ProductType {
    /// 流动资金贷款.
    WorkingCapital,
    /// 固定资产贷款.
    FixedAssets,
    /// 经营性物业贷款.
    CommercialProperty,
    /// 知识产权质押贷款.
    IpPledge,
    /// 科技信用贷、创新积分贷.
    TechCredit,
    /// 税贷.
    TaxLoan,
    /// 订单、应收账款融资.
    Receivables,
    /// 供应链融资.
    SupplyChain,
    /// 票据融资.
    Bills,
    /// 投标保证.
    BidBond,
    /// 融资租赁.
    Leasing,
    /// 保理.
    Factoring,
    /// 担保.
    GuaranteeService,
    /// 小额贷款.
    MicroLoan,
}

impl ProductType {
    /// Does it pay out money? A bid bond and a guarantee stand surety for a firm, so they answer no demand for financing.
    pub fn pays(self) -> bool {
        !matches!(self, Self::BidBond | Self::GuaranteeService)
    }
}

/// Where the money comes from (贷款渠道).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// 银行.
    Bank,
    /// 小贷.
    MicroLoan,
    /// 担保.
    Guarantor,
    /// 租赁.
    Leasing,
    /// 保理.
    Factoring,
    /// 保险.
    Insurer,
    /// 政府基金.
    GovernmentFund,
}

/// Type of an equity product (股权产品类型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum EquityType {
    /// 天使投资.
    AngelFund,
    /// 创业投资.
    VentureCapital,
    /// 私募股权.
    PrivateEquity,
    /// 产业投资.
    Industrial,
    /// 政府引导基金.
    GovernmentGuidance,
    /// 并购基金.
    Merger,
    /// 可转债.
    Convertible,
}

/// How the rate is set (利率方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RateType {
    /// 固定利率.
    Fixed,
    /// LPR 加减点.
    Lpr,
}

/// Does the fund lead a round (领投或跟投).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum LeadRole {
    /// 领投.
    Lead,
    /// 跟投.
    Follow,
    /// 领投、跟投均可.
    Both,
}

//! The indicators with their groups and units, stages and grades.

use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Group of indicators (一级指标).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScoreGroup {
    /// 技术创新.
    Technology,
    /// 成长经营.
    Growth,
    /// 辅助.
    Support,
}

/// An indicator (二级指标).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Indicator {
    /// 研发费用金额.
    RdExpense,
    /// 研发费用增速.
    RdGrowth,
    /// 研发费用占营收比.
    RdShare,
    /// 研发人员占比.
    RdStaffShare,
    /// 主营相关发明专利申请量.
    InventionApplications,
    /// PCT 申请量.
    Pct,
    /// 技术合同成交额.
    TechContracts,
    /// 高新产品收入.
    HightechRevenue,
    /// 营业收入.
    Revenue,
    /// 营收增长率.
    RevenueGrowth,
    /// 研究生以上人员占比.
    MasterShare,
    /// 净资产利润率.
    NetAssetMargin,
    /// 高新收入占比.
    HightechShare,
    /// 吸纳应届毕业生.
    Graduates,
    /// 省级以上平台.
    ProvincialPlatforms,
    /// 省级以上科技奖.
    ProvincialAwards,
    /// 省级以上科技计划项目.
    ProvincialProjects,
    /// 获风险投资额.
    VentureCapital,
}

/// What the value of an indicator counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Fen.
    Money,
    /// Basis points.
    Share,
    /// Pieces or people.
    Count,
}

impl Indicator {
    /// The group that it belongs to.
    pub const fn group(self) -> ScoreGroup {
        match self {
            Self::RdExpense
            | Self::RdGrowth
            | Self::RdShare
            | Self::RdStaffShare
            | Self::InventionApplications
            | Self::Pct
            | Self::TechContracts => ScoreGroup::Technology,
            Self::HightechRevenue
            | Self::Revenue
            | Self::RevenueGrowth
            | Self::MasterShare
            | Self::NetAssetMargin
            | Self::HightechShare => ScoreGroup::Growth,
            Self::Graduates
            | Self::ProvincialPlatforms
            | Self::ProvincialAwards
            | Self::ProvincialProjects
            | Self::VentureCapital => ScoreGroup::Support,
        }
    }

    /// What its value counts.
    pub const fn unit(self) -> Unit {
        match self {
            Self::RdExpense | Self::TechContracts | Self::HightechRevenue | Self::Revenue | Self::VentureCapital => {
                Unit::Money
            }
            Self::RdGrowth
            | Self::RdShare
            | Self::RdStaffShare
            | Self::RevenueGrowth
            | Self::MasterShare
            | Self::NetAssetMargin
            | Self::HightechShare => Unit::Share,
            _ => Unit::Count,
        }
    }
}

/// Stage of an enterprise (企业阶段), which decides about the weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ScoreStage {
    /// 初创期.
    Startup,
    /// 成长期.
    Growing,
    /// 稳定期.
    Stable,
}

/// Grade of a score, which tier 1 shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the grades are letters")]
pub enum ScoreGrade {
    A,
    B,
    C,
    D,
    E,
}

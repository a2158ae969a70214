//! Ways of repaying (还款方式).

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

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

impl Repayment {
    /// Months from one payment to the next of a loan over `months`. A credit line that is drawn and repaid at will is reckoned as
    /// drawn whole, with its interest each month.
    pub fn period(self, months: i32) -> i32 {
        match self {
            Self::EqualInstallment | Self::EqualPrincipal | Self::InterestFirst | Self::Revolving => 1,
            Self::Quarterly => 3.min(months.max(1)),
            Self::Bullet => months.max(1),
        }
    }
}

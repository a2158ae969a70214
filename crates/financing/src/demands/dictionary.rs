//! The bands in which the public sees demands (tier 0).

use jinqiao_kernel::Money;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Amount as the public sees it, 万元.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum AmountBand {
    /// ≤ 100.
    #[sea_orm(string_value = "up_to_100")]
    #[serde(rename = "up_to_100")]
    UpTo100,
    /// 100–500.
    #[sea_orm(string_value = "to_500")]
    #[serde(rename = "to_500")]
    To500,
    /// 500–1000.
    #[sea_orm(string_value = "to_1000")]
    #[serde(rename = "to_1000")]
    To1000,
    /// 1000–3000.
    #[sea_orm(string_value = "to_3000")]
    #[serde(rename = "to_3000")]
    To3000,
    /// > 3000.
    #[sea_orm(string_value = "above_3000")]
    #[serde(rename = "above_3000")]
    Above3000,
}

impl AmountBand {
    /// The band of `amount`.
    pub fn of(amount: Money) -> Self {
        let limits = [(100, Self::UpTo100), (500, Self::To500), (1_000, Self::To1000), (3_000, Self::To3000)];
        limits.into_iter().find(|(wan, _)| amount <= Money::wan(*wan)).map_or(Self::Above3000, |(_, band)| band)
    }
}

/// Term as the public sees it, months.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text")]
pub enum TermBand {
    /// ≤ 6.
    #[sea_orm(string_value = "up_to_6")]
    #[serde(rename = "up_to_6")]
    UpTo6,
    /// 6–12.
    #[sea_orm(string_value = "to_12")]
    #[serde(rename = "to_12")]
    To12,
    /// 12–36.
    #[sea_orm(string_value = "to_36")]
    #[serde(rename = "to_36")]
    To36,
    /// 36–60.
    #[sea_orm(string_value = "to_60")]
    #[serde(rename = "to_60")]
    To60,
    /// > 60.
    #[sea_orm(string_value = "above_60")]
    #[serde(rename = "above_60")]
    Above60,
}

impl TermBand {
    /// The band of a term in months.
    pub fn of(months: i32) -> Self {
        let limits = [(6, Self::UpTo6), (12, Self::To12), (36, Self::To36), (60, Self::To60)];
        limits.into_iter().find(|(limit, _)| months <= *limit).map_or(Self::Above60, |(_, band)| band)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_include_their_upper_limit() {
        for (wan, band) in [
            (1, AmountBand::UpTo100),
            (100, AmountBand::UpTo100),
            (101, AmountBand::To500),
            (3_001, AmountBand::Above3000),
        ] {
            assert_eq!(AmountBand::of(Money::wan(wan)), band);
        }
        for (months, band) in [(6, TermBand::UpTo6), (7, TermBand::To12), (61, TermBand::Above60)] {
            assert_eq!(TermBand::of(months), band);
        }
    }
}

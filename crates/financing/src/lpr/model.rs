//! A quote of the LPR, and rates that follow it.

use jinqiao_kernel::{Checks, Day, NaiveDate, Rate, Result};
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which of the two LPRs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LprTenor {
    /// 1 年期.
    OneYear,
    /// 5 年期以上.
    FiveYears,
}

/// What was published on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LprQuote {
    /// The day.
    pub published_on: Day,
    /// 1 年期, 0.001 %.
    pub one_year: Rate,
    /// 5 年期以上, 0.001 %.
    pub five_years: Rate,
}

/// A rate that follows the LPR.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LprLink {
    /// Which LPR.
    pub tenor: LprTenor,
    /// Basis points above it, or below.
    pub spread: i32,
}

impl LprLink {
    /// The least and the most that may be added, basis points.
    pub const SPREADS: std::ops::RangeInclusive<i32> = -300..=1_500;

    /// The rate by `quote`.
    pub fn rate(&self, quote: &LprQuote) -> Rate {
        let base = match self.tenor {
            LprTenor::OneYear => quote.one_year,
            LprTenor::FiveYears => quote.five_years,
        };
        Rate(base.0.saturating_add(Rate::bp(self.spread).0))
    }
}

impl LprQuote {
    /// Checks a quote that is entered on `today`.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, today: NaiveDate) -> Result<()> {
        // The LPR in its present form began on 20 August 2019.
        let first = NaiveDate::from_ymd_opt(2019, 8, 20).unwrap_or_default();
        Checks::new()
            .range("published_on", *self.published_on, first..=today, "公布日期须在 2019-08-20 至今天之间")
            .range("one_year", self.one_year, Rate(100)..=Rate(10_000), "1 年期 LPR 须在 0.1% 至 10% 之间")
            .range("five_years", self.five_years, Rate(100)..=Rate(10_000), "5 年期以上 LPR 须在 0.1% 至 10% 之间")
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rate_is_the_lpr_with_its_points() {
        let quote = LprQuote {
            published_on: "2025-05-20".parse().expect("a day"),
            one_year: Rate(3_000),
            five_years: Rate(3_500),
        };
        for (tenor, spread, want) in [
            (LprTenor::OneYear, 45, 3_450),
            (LprTenor::OneYear, -20, 2_800),
            (LprTenor::FiveYears, 0, 3_500),
            (LprTenor::FiveYears, 95, 4_450),
        ] {
            assert_eq!(LprLink { tenor, spread }.rate(&quote), Rate(want));
        }
        assert!(quote.check("2025-05-20".parse().expect("a day")).is_ok());
        assert!(quote.check("2025-05-19".parse().expect("a day")).is_err());
    }
}

//! Interest rates in whole basis points, and the all-in cost that makes offers comparable.

use crate::Money;

/// A yearly rate in basis points (1 bp = 0.01 %).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "sql", derive(sea_orm::DeriveValueType))]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Rate(pub i32);

/// As a percentage with two decimals: `3.65%`.
impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(f, "{sign}{}.{:02}%", self.0.unsigned_abs() / 100, self.0.unsigned_abs() % 100)
    }
}

/// Simple yearly cost of `rate` and all `fees` of a loan of `amount` over `months` (domain: 综合年化成本), rounded half up.
/// The fees are spread evenly over the term. An amount or a term of zero costs just the rate.
pub fn all_in_annual_cost(amount: Money, rate: Rate, months: i32, fees: Money) -> Rate {
    if amount.0 <= 0 || months <= 0 {
        return rate;
    }
    let scaled = i128::from(fees.0) * 10_000 * 12;
    let divisor = i128::from(amount.0) * i128::from(months);
    let spread = (2 * scaled + divisor) / (2 * divisor);
    Rate(rate.0.saturating_add(i32::try_from(spread).unwrap_or(i32::MAX)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn fees_raise_the_cost_by_their_share_of_a_year() {
        let million = Money::wan(100);
        for (months, fees, want) in [(12, 0, 400), (12, 1, 500), (24, 1, 450), (6, 1, 600), (36, 1, 433)] {
            assert_eq!(all_in_annual_cost(million, Rate(400), months, Money::wan(fees)), Rate(want));
        }
        assert_eq!(all_in_annual_cost(Money::ZERO, Rate(400), 0, Money::wan(1)), Rate(400));
    }

    proptest! {
        #[test]
        fn never_below_the_rate_never_panics(amount in 0..i64::MAX, rate in 0..100_000, months in 0..1_000, fees in 0..i64::MAX) {
            prop_assert!(all_in_annual_cost(Money(amount), Rate(rate), months, Money(fees)) >= Rate(rate));
        }
    }
}

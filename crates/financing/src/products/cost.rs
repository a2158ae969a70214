//! Fees of a product, and what a loan of it costs with all of them.

use super::ProductContent;
use jinqiao_kernel::{Money, Rate, all_in_annual_cost};
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// From what a fee is computed (计费方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeeBasis {
    /// Once, basis points of the amount.
    Once,
    /// Every year, basis points of the amount.
    Yearly,
    /// Once, so many fen.
    Fixed,
}

/// A fee beside the interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFee {
    /// What it is for.
    #[schema(min_length = 1, max_length = 30)]
    pub name: String,
    /// From what it is computed.
    pub basis: FeeBasis,
    /// Basis points or fen, as the basis says.
    pub value: i64,
}

impl ProductFee {
    /// The fee for a loan of `amount` over `months`, rounded half up to the fen.
    pub fn of(&self, amount: Money, months: i32) -> Money {
        let share = |divisor: i128, factor: i128| {
            let scaled = i128::from(amount.0) * i128::from(self.value) * factor;
            Money(i64::try_from((2 * scaled + divisor) / (2 * divisor)).unwrap_or(i64::MAX))
        };
        match self.basis {
            FeeBasis::Once => share(10_000, 1),
            FeeBasis::Yearly => share(120_000, i128::from(months)),
            FeeBasis::Fixed => Money(self.value),
        }
    }
}

impl ProductContent {
    /// Yearly cost of interest and all fees of the cheapest loan: the largest amount at the lowest rate over one year,
    /// or over the nearest term that the product has (综合年化成本起). None while figures are missing, and for equity.
    pub fn annual_cost_min(&self) -> Option<Rate> {
        let months = 12.clamp(self.term_min?, self.term_max?.max(self.term_min?));
        Some(self.annual_cost(self.amount_max?, self.rate_min?, months))
    }

    /// Yearly cost of a loan of `amount` at `rate` over `months` with all fees.
    pub fn annual_cost(&self, amount: Money, rate: Rate, months: i32) -> Rate {
        let fees = self.fees.iter().map(|fee| fee.of(amount, months)).fold(Money::ZERO, |sum, fee| {
            // A sum that no number holds is as large as can be.
            sum.plus(fee).unwrap_or(Money(i64::MAX))
        });
        all_in_annual_cost(amount, rate, months, fees)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fees_follow_their_basis() {
        let of = |basis, value, months| ProductFee { name: "担保费".into(), basis, value }.of(Money::wan(100), months);
        assert_eq!(of(FeeBasis::Once, 100, 6), Money::wan(1));
        assert_eq!(of(FeeBasis::Yearly, 100, 6), Money(500_000));
        assert_eq!(of(FeeBasis::Yearly, 100, 24), Money::wan(2));
        assert_eq!(of(FeeBasis::Fixed, 123, 24), Money(123));
    }

    #[test]
    fn the_cheapest_loan_is_one_over_a_year() {
        let fee = ProductFee { name: "担保费".into(), basis: FeeBasis::Yearly, value: 100 };
        let content = |term_min, term_max| ProductContent {
            amount_max: Some(Money::wan(100)),
            rate_min: Some(Rate(400)),
            term_min,
            term_max,
            fees: vec![fee.clone(), ProductFee { name: "评估费".into(), basis: FeeBasis::Fixed, value: 500_000 }],
            ..ProductContent::default()
        };
        assert_eq!(content(Some(1), Some(36)).annual_cost_min(), Some(Rate(550)));
        assert_eq!(content(Some(24), Some(36)).annual_cost_min(), Some(Rate(525)));
        assert_eq!(content(Some(1), Some(6)).annual_cost_min(), Some(Rate(600)));
        assert_eq!(content(None, Some(6)).annual_cost_min(), None);
    }
}

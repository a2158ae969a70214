//! Fees of a product.

use jinqiao_kernel::Money;
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
}

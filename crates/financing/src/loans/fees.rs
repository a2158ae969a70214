//! Fees beside the interest: of a loan, in fen, and of a product, from which those of a loan follow.

use jinqiao_kernel::{Checks, Money};
use sea_orm::EnumIter;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who gets a fee (收取方).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeePayee {
    /// Who lends the money (放款机构).
    #[default]
    Lender,
    /// 担保机构.
    Guarantor,
    /// 保险公司.
    Insurer,
    /// 评估机构.
    Appraiser,
    /// 登记、公证机关.
    Registry,
    /// 其他第三方.
    Other,
}

/// When a fee falls due (收取时间).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeeTiming {
    /// Once, when the money is paid out (放款时一次收取).
    #[default]
    Upfront,
    /// At the end of each month (每月收取).
    Monthly,
    /// At the beginning of each year; the last one by its months (每年年初收取).
    Yearly,
    /// Once, at maturity (到期时一次收取).
    AtEnd,
}

impl FeeTiming {
    /// Is it taken once in the life of a loan, in however many draws that is paid out?
    pub fn is_once(self) -> bool {
        matches!(self, Self::Upfront | Self::AtEnd)
    }
}

/// From what a fee of a product is computed (计费方式).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum FeeBasis {
    /// A share of the amount, 0.001 %, each time it falls due.
    Share,
    /// So many fen each time.
    Fixed,
}

/// A fee of a loan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What it is for.
    #[schema(min_length = 1, max_length = 30)]
    pub name: String,
    /// Who gets it.
    pub payee: FeePayee,
    /// When it falls due.
    pub timing: FeeTiming,
    /// Fen, each time it falls due; of a yearly one for a whole year.
    pub amount: Money,
}

/// A fee as a product states it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ProductFee {
    /// What it is for.
    #[schema(min_length = 1, max_length = 30)]
    pub name: String,
    /// Who gets it.
    pub payee: FeePayee,
    /// When it falls due.
    pub timing: FeeTiming,
    /// From what it is computed.
    pub basis: FeeBasis,
    /// 0.001 % or fen, as the basis says.
    pub value: i64,
}

/// Checks up to ten fees of a loan of `amount` over `months`: all that falls due in the whole term is no more than the loan.
pub fn check_fees(checks: &mut Checks, fees: &[Fee], amount: Money, months: i32) {
    checks.that("fees", fees.len() <= 10, "最多列出 10 项费用");
    for (i, fee) in fees.iter().take(10).enumerate() {
        checks.line(&format!("fees[{i}].name"), &fee.name, 1..=30);
        checks.range(&format!("fees[{i}].amount"), fee.amount, Money(1)..=amount, "费用须大于零且不超过融资金额");
    }
    let due = |fee: &Fee| (0..=months).map(|month| fee.due(month, months)).sum::<f64>();
    #[expect(clippy::cast_precision_loss, reason = "amounts of loans are far below 2^53 fen")]
    let within = fees.iter().map(due).sum::<f64>() <= amount.0 as f64;
    checks.that("fees", within, "全部费用按期限合计不能超过融资金额");
}

/// Checks up to ten fees of a product.
pub fn check_product_fees(checks: &mut Checks, fees: &[ProductFee]) {
    checks.that("fees", fees.len() <= 10, "最多列出 10 项费用");
    for (i, fee) in fees.iter().take(10).enumerate() {
        checks.line(&format!("fees[{i}].name"), &fee.name, 1..=30);
        let (most, message) = match fee.basis {
            FeeBasis::Fixed => (Money::wan(1_000).0, "费用须大于零且不超过 1000 万元"),
            FeeBasis::Share => (20_000, "费率须大于零且不超过 20%"),
        };
        checks.range(&format!("fees[{i}].value"), fee.value, 1..=most, message);
    }
}

impl ProductFee {
    /// The fee of a loan of `amount`, rounded half up to the fen.
    pub fn of(&self, amount: Money) -> Fee {
        let due = match self.basis {
            FeeBasis::Share => {
                let scaled = i128::from(amount.0) * i128::from(self.value);
                Money(i64::try_from((2 * scaled + 100_000) / 200_000).unwrap_or(i64::MAX))
            }
            FeeBasis::Fixed => Money(self.value),
        };
        Fee { name: self.name.clone(), payee: self.payee, timing: self.timing, amount: due }
    }
}

impl Fee {
    /// Fen that fall due `month` months after the money came, of a loan over `months`; month 0 is the day it came.
    pub(super) fn due(&self, month: i32, months: i32) -> f64 {
        #[expect(clippy::cast_precision_loss, reason = "amounts of loans are far below 2^53 fen")]
        let amount = self.amount.0 as f64;
        match self.timing {
            FeeTiming::Upfront if month == 0 => amount,
            FeeTiming::Monthly if month > 0 => amount,
            FeeTiming::Yearly if month % 12 == 0 && month < months => {
                amount * f64::from((months - month).min(12)) / 12.0
            }
            FeeTiming::AtEnd if month == months => amount,
            _ => 0.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_fees_together_are_no_more_than_the_loan() {
        let fee =
            |timing, wan| Fee { name: "服务费".into(), payee: FeePayee::Lender, timing, amount: Money::wan(wan) };
        for (fees, months, fits) in [
            (vec![fee(FeeTiming::Upfront, 100)], 12, true),
            (vec![fee(FeeTiming::Upfront, 100); 10], 12, false),
            (vec![fee(FeeTiming::Upfront, 60), fee(FeeTiming::AtEnd, 41)], 12, false),
            (vec![fee(FeeTiming::Monthly, 8)], 12, true),
            (vec![fee(FeeTiming::Monthly, 9)], 12, false),
            (vec![fee(FeeTiming::Yearly, 50)], 24, true),
            (vec![fee(FeeTiming::Yearly, 50)], 36, false),
        ] {
            let mut checks = Checks::new();
            check_fees(&mut checks, &fees, Money::wan(100), months);
            assert_eq!(checks.done().is_ok(), fits, "{fees:?} over {months}");
        }
    }

    #[test]
    fn fees_follow_their_basis_and_their_time() {
        let of = |basis, timing, value| {
            ProductFee { name: "担保费".into(), payee: FeePayee::Guarantor, timing, basis, value }.of(Money::wan(100))
        };
        let sum = |fee: &Fee, months| (0..=months).map(|month| fee.due(month, months)).sum::<f64>();
        for (timing, basis, value, months, yuan) in [
            (FeeTiming::Upfront, FeeBasis::Share, 1_000, 6, 10_000.0),
            (FeeTiming::AtEnd, FeeBasis::Share, 1_000, 6, 10_000.0),
            (FeeTiming::Yearly, FeeBasis::Share, 1_000, 6, 5_000.0),
            (FeeTiming::Yearly, FeeBasis::Share, 1_000, 24, 20_000.0),
            (FeeTiming::Yearly, FeeBasis::Share, 1_000, 18, 15_000.0),
            (FeeTiming::Monthly, FeeBasis::Share, 660, 12, 79_200.0),
            (FeeTiming::Upfront, FeeBasis::Fixed, 12_300, 24, 123.0),
        ] {
            let due = sum(&of(basis, timing, value), months) / 100.0;
            assert!((due - yuan).abs() < 1e-6, "{timing:?} {basis:?} {value} over {months}: {due}");
        }
    }
}

//! The yearly cost of a loan from its cash flows (综合年化成本), as 中国人民银行公告〔2021〕第3号 asks: all that is paid for the loan
//! over the principal that is really held, as a rate a year (ADR 33).

use super::{Loan, plan::flows};
use jinqiao_kernel::Rate;

/// Beyond this nobody compares; fees that eat the whole loan cost as much.
const MOST: f64 = 100.0;
/// Steps to the cost at most: even from nothing to the most it takes fewer.
const STEPS: usize = 64;
/// A step that changes no digit that is shown.
const NEAR: f64 = 1e-10;

/// What the loan costs a year, as a nominal rate: the internal rate of return of a period times the periods of a year, where
/// a period lies between two payments of interest (for monthly ones IRR × 12). Inside a period interest is simple, as in the
/// contract, so a loan without fees costs just its rate, whatever its way of repaying. Rounded to 0.001 %.
pub(super) fn annual_cost(loan: &Loan<'_>) -> Rate {
    if loan.months <= 0 || loan.amount.0 <= 0 || loan.fees.is_empty() {
        return loan.rate;
    }
    let fees = |month| loan.fees.iter().map(|fee| fee.due(month, loan.months)).sum::<f64>();
    let paid: Vec<f64> = (1..)
        .zip(flows(loan, &[], |fen| fen))
        .map(|(month, flow)| flow.principal + flow.interest + fees(month))
        .collect();
    let got = loan.fen() - fees(0);
    let period = loan.repayment.period(loan.months);
    rate(nominal_rate(&paid, period, got, loan.rate.fraction()))
}

/// The nominal rate a year at which `paid` is worth `got`, at most [`MOST`]. What payments are worth falls ever more slowly as the rate
/// rises, so that the tangent at a rate below the cost (the contract's own is one, as fees only add to it) meets `got` between the two: a
/// few steps are enough, where halving a range takes dozens.
fn nominal_rate(paid: &[f64], period: i32, got: f64, least: f64) -> f64 {
    let mut nominal = least;
    for _ in 0..STEPS {
        let (worth, slope) = worth(paid, period, nominal);
        let step = (got - worth) / slope;
        if nominal + step >= MOST || !step.is_finite() {
            return MOST;
        }
        nominal += step;
        if step.abs() < NEAR {
            break;
        }
    }
    nominal
}

/// The same with interest on interest (实际年利率): what the cost grows to in a year.
pub(super) fn effective(cost: Rate, period: i32) -> Rate {
    let years = f64::from(period) / 12.0;
    rate((1.0 + cost.fraction() * years).powf(1.0 / years) - 1.0)
}

/// What is paid at the ends of the months is worth on the day the money comes, at a `nominal` rate a year, and how that changes with
/// the rate.
fn worth(paid: &[f64], period: i32, nominal: f64) -> (f64, f64) {
    let monthly = nominal / 12.0;
    let whole = 1.0 + monthly * f64::from(period);
    let of_period = f64::from(period) / 12.0 / whole;
    let (mut sum, mut slope, mut grown, mut inside, mut periods) = (0.0, 0.0, 1.0, 0, 0.0);
    for payment in paid {
        inside += 1;
        let months = f64::from(inside);
        let since = 1.0 + monthly * months;
        let worth = payment / (grown * since);
        sum += worth;
        slope -= worth * (periods * of_period + months / 12.0 / since);
        if inside == period {
            (grown, inside, periods) = (grown * whole, 0, periods + 1.0);
        }
    }
    (sum, slope)
}

#[expect(clippy::cast_possible_truncation, reason = "at most 10 000 %")]
fn rate(fraction: f64) -> Rate {
    Rate((fraction.min(MOST) * 100_000.0).round() as i32)
}

#[cfg(test)]
mod tests {
    use super::{MOST, nominal_rate, worth};
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn at_the_cost_the_payments_are_worth_what_was_got(
            paid in prop::collection::vec(0.0..1e9_f64, 1..120),
            period in 1..13,
            least in 0.0..0.3_f64,
            share in 0.01..1.0_f64,
        ) {
            let got = worth(&paid, period, least).0 * share;
            prop_assume!(got > 1.0);
            let found = nominal_rate(&paid, period, got, least);
            prop_assert!((least..=MOST).contains(&found));
            let worth = worth(&paid, period, found).0;
            prop_assert!(found >= MOST || (worth - got).abs() <= got * 1e-7, "{found}: {worth} for {got}");
        }
    }
}

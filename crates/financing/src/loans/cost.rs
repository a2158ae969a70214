//! The yearly cost of a loan from its cash flows (综合年化成本), as 中国人民银行公告〔2021〕第3号 asks: all that is paid for the loan
//! over the principal that is really held, as a rate a year (ADR 33).

use super::{Loan, plan::flows};
use jinqiao_kernel::Rate;

/// Beyond this nobody compares; fees that eat the whole loan cost as much.
const MOST: f64 = 100.0;

/// What the loan costs a year, as a nominal rate: the internal rate of return of a period times the periods of a year, where
/// a period lies between two payments of interest (for monthly ones IRR × 12). Inside a period interest is simple, as in the
/// contract, so a loan without fees costs just its rate, whatever its way of repaying. Rounded to 0.001 %.
pub(super) fn annual_cost(loan: &Loan<'_>) -> Rate {
    if loan.months <= 0 || loan.amount.0 <= 0 || loan.fees.is_empty() {
        return loan.rate;
    }
    let fees = |month| loan.fees.iter().map(|fee| fee.due(month, loan.months)).sum::<f64>();
    let paid: Vec<f64> =
        (1..).zip(flows(loan, |fen| fen)).map(|(month, flow)| flow.principal + flow.interest + fees(month)).collect();
    let got = loan.fen() - fees(0);
    let period = loan.repayment.period(loan.months);
    // What the payments are worth today falls as the rate rises: halve the range until it is as narrow as a number can be.
    let (mut low, mut high) = (0.0, MOST);
    for _ in 0..64 {
        let middle = f64::midpoint(low, high);
        if worth(&paid, period, middle) > got {
            low = middle;
        } else {
            high = middle;
        }
    }
    rate(low)
}

/// The same with interest on interest (实际年利率): what the cost grows to in a year.
pub(super) fn effective(cost: Rate, period: i32) -> Rate {
    let years = f64::from(period) / 12.0;
    rate((1.0 + cost.fraction() * years).powf(1.0 / years) - 1.0)
}

/// What is paid at the ends of the months is worth on the day the money comes, at a `nominal` rate a year.
fn worth(paid: &[f64], period: i32, nominal: f64) -> f64 {
    let monthly = nominal / 12.0;
    let whole = 1.0 + monthly * f64::from(period);
    let (mut sum, mut grown, mut inside) = (0.0, 1.0, 0);
    for payment in paid {
        inside += 1;
        sum += payment / (grown * (1.0 + monthly * f64::from(inside)));
        if inside == period {
            (grown, inside) = (grown * whole, 0);
        }
    }
    sum
}

#[expect(clippy::cast_possible_truncation, reason = "at most 10 000 %")]
fn rate(fraction: f64) -> Rate {
    Rate((fraction.min(MOST) * 100_000.0).round() as i32)
}

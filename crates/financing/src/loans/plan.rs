//! When a loan is paid back, month by month.

use super::{Loan, Repayment};
use jinqiao_kernel::Money;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is paid at the end of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Instalment {
    /// Months after the money came, from 1.
    pub month: i32,
    /// Of the principal, fen.
    pub principal: Money,
    /// Interest, fen.
    pub interest: Money,
    /// Fees, fen.
    pub fees: Money,
}

impl Instalment {
    /// Everything that is paid that month, fen.
    pub fn total(&self) -> Money {
        [self.principal, self.interest, self.fees].into_iter().sum()
    }
}

/// What flows at the end of a month, in fen that may have decimals.
pub(super) struct Flow {
    pub(super) principal: f64,
    pub(super) interest: f64,
}

/// Flows of the months 1 to the last. `round` brings an amount to the fen, or leaves it exact: banks round each payment, the
/// cost is computed from what is owed exactly. The last payment takes what is left, so that the principal is repaid to the fen.
pub(super) fn flows(loan: &Loan<'_>, round: fn(f64) -> f64) -> Vec<Flow> {
    let (amount, months) = (loan.fen(), loan.months);
    let monthly = loan.rate.fraction() / 12.0;
    let parts = f64::from(months);
    let level = match loan.repayment {
        Repayment::EqualInstallment if monthly > 0.0 => {
            let growth = (1.0 + monthly).powi(months);
            round(amount * monthly * growth / (growth - 1.0))
        }
        _ => round(amount / parts),
    };
    let period = loan.repayment.period(months);
    let (mut owed, mut unpaid) = (amount, 0.0);
    let mut flow = |month: i32| {
        unpaid += owed * monthly;
        let last = month == months;
        let interest = if month % period == 0 || last { round(std::mem::take(&mut unpaid)) } else { 0.0 };
        let principal = match loan.repayment {
            _ if last => owed,
            Repayment::EqualInstallment => (level - interest).clamp(0.0, owed),
            Repayment::EqualPrincipal => level.min(owed),
            _ => 0.0,
        };
        owed -= principal;
        Flow { principal, interest }
    };
    (1..=months).map(&mut flow).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "whole fen below 2^53")]
pub(super) fn money(fen: f64) -> Money {
    Money(fen.round() as i64)
}

/// The plan to the fen (还款计划): one line for each month in which something is paid.
pub(super) fn plan(loan: &Loan<'_>) -> Vec<Instalment> {
    let line = |(index, flow): (usize, Flow)| {
        let month = i32::try_from(index).unwrap_or(i32::MAX).saturating_add(1);
        Instalment {
            month,
            principal: money(flow.principal),
            interest: money(flow.interest),
            fees: loan.fees.iter().map(|fee| money(fee.due(month, loan.months))).sum(),
        }
    };
    let lines = flows(loan, f64::round).into_iter().enumerate().map(line);
    lines.filter(|line| line.total() > Money::ZERO).collect()
}

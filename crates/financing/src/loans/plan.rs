//! When a loan is paid back, month by month.

use super::{Loan, Repayment};
use jinqiao_kernel::{Money, Rate};
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

/// What changes a loan after the money came: in which month from 1, and how much of that month had gone by, 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LoanChange {
    /// The month.
    pub month: i32,
    /// The part of it.
    pub part: f64,
    /// What changes.
    pub kind: LoanChangeKind,
}

/// What changes. What is owed then is repaid over the months that are left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum LoanChangeKind {
    /// Principal is paid back before it is due, fen (提前还款).
    Early(Money),
    /// The loan ends after so many months, of which the last has this part of its days (展期).
    Term(i32, f64),
    /// Another rate (利率调整).
    Rate(Rate),
}

/// A loan on its way from month to month.
struct Course {
    repayment: Repayment,
    months: i32,
    /// The part of the last month that the loan runs.
    last_part: f64,
    monthly: f64,
    owed: f64,
    /// Interest that has grown and is not due yet.
    unpaid: f64,
    /// What is paid each month, or of the principal each month, by the way of repaying.
    level: f64,
    round: fn(f64) -> f64,
}

impl Course {
    /// Sets what is paid from `month` on, so that the loan is repaid when it ends.
    fn spread(&mut self, month: i32) {
        let left = self.months - month + 1;
        self.level = match self.repayment {
            Repayment::EqualInstallment if self.monthly > 0.0 => {
                let growth = (1.0 + self.monthly).powi(left);
                (self.round)(self.owed * self.monthly * growth / (growth - 1.0))
            }
            _ => (self.round)(self.owed / f64::from(left)),
        };
    }

    fn apply(&mut self, change: &LoanChange) {
        match change.kind {
            LoanChangeKind::Early(amount) => self.owed = (self.owed - fen(amount)).max(0.0),
            LoanChangeKind::Term(months, part) => (self.months, self.last_part) = (months.max(change.month), part),
            LoanChangeKind::Rate(rate) => self.monthly = rate.fraction() / 12.0,
        }
        self.spread(change.month);
    }

    fn month(&mut self, month: i32, changes: &[LoanChange]) -> Flow {
        let mut gone = 0.0;
        for change in changes.iter().filter(|change| change.month == month) {
            self.unpaid += self.owed * self.monthly * (change.part - gone).max(0.0);
            gone = change.part;
            self.apply(change);
        }
        let last = month == self.months;
        let whole = if last { self.last_part } else { 1.0 };
        self.unpaid += self.owed * self.monthly * (whole - gone).max(0.0);
        let pays = month % self.repayment.period(self.months) == 0 || last;
        let interest = if pays { (self.round)(std::mem::take(&mut self.unpaid)) } else { 0.0 };
        let principal = match self.repayment {
            _ if last => self.owed,
            Repayment::EqualInstallment => (self.level - (self.round)(self.owed * self.monthly)).clamp(0.0, self.owed),
            Repayment::EqualPrincipal => self.level.min(self.owed),
            _ => 0.0,
        };
        self.owed -= principal;
        Flow { principal, interest }
    }
}

/// Flows of the months 1 to the last. `round` brings an amount to the fen, or leaves it exact: banks round each payment, the
/// cost is computed from what is owed exactly. The last payment takes what is left, so that the principal is repaid to the fen.
/// `changes` stand in the order of time.
pub(super) fn flows(loan: &Loan<'_>, changes: &[LoanChange], round: fn(f64) -> f64) -> Vec<Flow> {
    let Loan { months, repayment, rate, .. } = *loan;
    let (monthly, owed) = (rate.fraction() / 12.0, loan.fen());
    let mut course = Course { repayment, months, last_part: 1.0, monthly, owed, unpaid: 0.0, level: 0.0, round };
    course.spread(1);
    let mut flows = vec![];
    while i32::try_from(flows.len()).is_ok_and(|month| month < course.months) {
        let month = i32::try_from(flows.len()).unwrap_or(i32::MAX).saturating_add(1);
        flows.push(course.month(month, changes));
    }
    flows
}

#[expect(clippy::cast_precision_loss, reason = "amounts of loans are far below 2^53 fen")]
fn fen(amount: Money) -> f64 {
    amount.0 as f64
}

#[expect(clippy::cast_possible_truncation, reason = "whole fen below 2^53")]
pub(super) fn money(fen: f64) -> Money {
    Money(fen.round() as i64)
}

/// The plan to the fen (还款计划): one line for each month in which something is paid.
pub(super) fn plan(loan: &Loan<'_>, changes: &[LoanChange]) -> Vec<Instalment> {
    let line = |(index, flow): (usize, Flow)| {
        let month = i32::try_from(index).unwrap_or(i32::MAX).saturating_add(1);
        Instalment {
            month,
            principal: money(flow.principal),
            interest: money(flow.interest),
            fees: loan.fees.iter().map(|fee| money(fee.due(month, loan.months))).sum(),
        }
    };
    let lines = flows(loan, changes, f64::round).into_iter().enumerate().map(line);
    lines.filter(|line| line.total() > Money::ZERO).collect()
}

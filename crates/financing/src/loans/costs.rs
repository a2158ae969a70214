//! What a loan costs.

use super::{
    Instalment, Loan, cost,
    plan::{money, plan},
};
use jinqiao_kernel::{Money, Rate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a loan costs (综合融资成本).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LoanCosts {
    /// Principal, interest and fees of the first payment after the money came, fen.
    pub first_payment: Money,
    /// The same of the last one.
    pub last_payment: Money,
    /// All interest, fen.
    pub interest: Money,
    /// All fees, fen.
    pub fees: Money,
    /// What it costs a year, 0.001 %: IRR × 12 for monthly payments (综合年化成本).
    pub annual_cost: Rate,
    /// The same with interest on interest, 0.001 % (实际年利率).
    pub effective_rate: Rate,
}

impl Loan<'_> {
    /// The plan to the fen; empty without a term.
    pub fn plan(&self) -> Vec<Instalment> {
        plan(self)
    }

    /// What it costs a year, 0.001 %.
    pub fn annual_cost(&self) -> Rate {
        cost::annual_cost(self)
    }

    /// All that it costs.
    pub fn costs(&self) -> LoanCosts {
        let plan = self.plan();
        let annual_cost = self.annual_cost();
        let upfront: Money = self.fees.iter().map(|fee| money(fee.due(0, self.months))).sum();
        let later: Money = plan.iter().map(|line| line.fees).sum();
        LoanCosts {
            first_payment: plan.first().map(Instalment::total).unwrap_or_default(),
            last_payment: plan.last().map(Instalment::total).unwrap_or_default(),
            interest: plan.iter().map(|line| line.interest).sum(),
            fees: [upfront, later].into_iter().sum(),
            annual_cost,
            effective_rate: cost::effective(annual_cost, self.repayment.period(self.months)),
        }
    }
}

#[cfg(test)]
#[path = "costs_tests.rs"]
mod tests;

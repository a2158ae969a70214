//! Where an offer or a grant is worse than what the enterprise asked for, so that it need not compare by itself. Pure.

use super::entity::Model;
use crate::{
    demands::Demand,
    loans::{Loan, Repayment},
    products::Guarantee,
};
use jinqiao_kernel::{Money, Rate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the enterprise asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct AskedTerms {
    /// Fen.
    pub amount: Money,
    /// Months.
    pub term_months: Option<i32>,
    /// The most that it would pay a year, 0.001 %.
    pub rate_max: Option<Rate>,
    /// Ways of repaying that it named; empty for any.
    pub repayments: Vec<Repayment>,
    /// Securities that it can give; empty for any.
    pub guarantees: Vec<Guarantee>,
}

/// A point in which terms differ from what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DifferentTerm {
    /// Less money.
    Amount,
    /// A rate above the ceiling.
    Rate,
    /// A shorter or longer term.
    TermMonths,
    /// A way of repaying that was not named.
    Repayment,
    /// A security that was not offered; none at all (信用) is never worse.
    Guarantee,
}

impl From<&Demand> for AskedTerms {
    fn from(demand: &Demand) -> Self {
        Self {
            amount: demand.amount.unwrap_or_default(),
            term_months: demand.term_months,
            rate_max: demand.rate_max,
            repayments: demand.repayments.0.clone(),
            guarantees: demand.guarantees.0.clone(),
        }
    }
}

impl AskedTerms {
    /// Where the grant of `row`, or before it its offer, differs.
    pub(super) fn differs_from(&self, row: &Model) -> Vec<DifferentTerm> {
        match (&row.decision, &row.offer.0) {
            (Some(decision), _) => self.differs(&decision.0.loan(), decision.0.guarantee),
            (None, Some(offer)) => self.differs(&offer.loan(), offer.guarantee),
            (None, None) => vec![],
        }
    }

    /// Where `loan`, secured by `guarantee`, differs, in the order of the form.
    pub fn differs(&self, loan: &Loan<'_>, guarantee: Guarantee) -> Vec<DifferentTerm> {
        let named = |empty: bool, named: bool| !empty && !named;
        let points = [
            (DifferentTerm::Amount, loan.amount < self.amount),
            (DifferentTerm::Rate, self.rate_max.is_some_and(|most| loan.rate > most)),
            (DifferentTerm::TermMonths, self.term_months.is_some_and(|months| loan.months != months)),
            (DifferentTerm::Repayment, named(self.repayments.is_empty(), self.repayments.contains(&loan.repayment))),
            (
                DifferentTerm::Guarantee,
                guarantee != Guarantee::Credit
                    && named(self.guarantees.is_empty(), self.guarantees.contains(&guarantee)),
            ),
        ];
        points.into_iter().filter_map(|(point, differs)| differs.then_some(point)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_worse_or_other_is_named() {
        let asked = AskedTerms {
            amount: Money::wan(100),
            term_months: Some(12),
            rate_max: Some(Rate(4_000)),
            repayments: vec![Repayment::InterestFirst],
            guarantees: vec![Guarantee::Credit],
        };
        let loan = |wan, rate, months, repayment| Loan {
            amount: Money::wan(wan),
            rate: Rate(rate),
            months,
            repayment,
            fees: &[],
        };
        let same = loan(100, 3_900, 12, Repayment::InterestFirst);
        assert_eq!(asked.differs(&same, Guarantee::Credit), []);
        let dear = loan(100, 5_000, 12, Repayment::InterestFirst);
        assert_eq!(asked.differs(&dear, Guarantee::Credit), [DifferentTerm::Rate]);
        let other = loan(80, 4_001, 24, Repayment::Bullet);
        assert_eq!(
            asked.differs(&other, Guarantee::Mortgage),
            [
                DifferentTerm::Amount,
                DifferentTerm::Rate,
                DifferentTerm::TermMonths,
                DifferentTerm::Repayment,
                DifferentTerm::Guarantee
            ]
        );
        let pledged = AskedTerms { guarantees: vec![Guarantee::Mortgage], ..asked.clone() };
        assert_eq!(pledged.differs(&same, Guarantee::Credit), [], "without security is easier");
        let any = AskedTerms { term_months: None, rate_max: None, repayments: vec![], guarantees: vec![], ..asked };
        assert_eq!(any.differs(&other, Guarantee::Mortgage), [DifferentTerm::Amount]);
    }
}

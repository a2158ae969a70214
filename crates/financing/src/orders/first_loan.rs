//! What a confirmed loan means for the profile of its enterprise: it stands among the loans that run, and the firm has none for the
//! first time any more.

use super::{OrderFact, OrderStep, store};
use crate::products::FinancingKind;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{Money, NaiveDate, Rate};
use jinqiao_platform::{
    enterprises::{self, ExistingLoan},
    organizations,
};

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("orders.note_loan", |kind| kind == "orders.closed", note)]
}

fn note(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: OrderFact = fact.decode()?;
        let order = store::any(tx.conn(), fact.order).await?;
        let Some(paid) = order.disbursement.filter(|_| fact.step == OrderStep::Closed) else { return Ok(()) };
        debug_assert_eq!(order.kind, FinancingKind::Debt);
        let lender = organizations::by_id(tx.conn(), order.institution_id).await?;
        let guarantee = paid.0.guarantor.as_deref().map(within);
        let loan = existing_loan(&lender.name, order.disbursed_amount, paid.0.rate, paid.0.matures_on());
        let loan = ExistingLoan { guarantee, ..loan };
        Ok(enterprises::note_loan(&tx, order.enterprise_id, loan).await?)
    })
}

/// A loan as it stands in the profile of its enterprise.
pub fn existing_loan(lender: &str, amount: Money, rate: Rate, ends: NaiveDate) -> ExistingLoan {
    ExistingLoan { bank: within(lender), amount, rate: Some(rate), guarantee: None, due_on: Some(ends.into()) }
}

/// As much of a name as a profile holds.
fn within(name: &str) -> String {
    name.chars().take(50).collect()
}

//! What a confirmed loan means for the profile of its enterprise: it stands among the loans that run, and the firm has none for the
//! first time any more.

use super::{OrderFact, OrderStep, store};
use crate::products::FinancingKind;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
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
        let loan = ExistingLoan {
            bank: lender.name.chars().take(50).collect(),
            amount: order.disbursed_amount,
            rate: Some(paid.0.rate),
            guarantee: paid.0.guarantor.clone().map(|name| name.chars().take(50).collect()),
            due_on: Some(paid.0.matures_on().into()),
        };
        Ok(enterprises::note_loan(&tx, order.enterprise_id, loan).await?)
    })
}

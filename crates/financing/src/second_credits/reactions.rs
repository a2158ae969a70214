//! What happens when a limit is over: decided by how things stand then.

use super::{
    entity::ActiveModel,
    facts::{SecondFact, SecondStep},
    model::SecondState,
    pair::{Pair, StepDetails},
};
use crate::orders::stands_still;
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{Result, SecondCreditId};
use sea_orm::Set;

/// Reactions of this part.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("second_credits.limits", |kind| kind == "second_credits.overdue", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let late = fact.decode::<SecondFact>()?;
        Ok(is_over(&tx, late.second, late.to).await?)
    })
}

async fn is_over(tx: &Tx, id: SecondCreditId, state: SecondState) -> Result<()> {
    let mut pair = Pair::locked(tx, id).await?;
    if pair.row.state != state || pair.row.due_at.is_none_or(|due| due > tx.now()) {
        return Ok(());
    }
    if stands_still(tx.conn(), [pair.row.enterprise_id, pair.row.institution_id]).await? {
        return pair.postpone().await;
    }
    let (step, reason) = match state {
        SecondState::Requested => (SecondStep::Expired, "对方未在时限内确认"),
        SecondState::Deciding => (SecondStep::Voided, "机构未在时限内决定是否展期"),
        _ => (SecondStep::OfferExpired, "企业未在有效期内答复展期方案"),
    };
    let reason = Some(reason.to_owned());
    let change = ActiveModel { reason: Set(reason.clone()), ..Default::default() };
    pair.move_to(state.expire()?, change, step, StepDetails { reason, ..StepDetails::default() }).await
}

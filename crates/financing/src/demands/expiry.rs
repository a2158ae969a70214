//! What follows when a limit of a demand is over (domain 2.1): drafts are deleted, what nobody corrects or takes is closed.

use super::{
    DemandFact, DemandState, DemandStep,
    entity::{ActiveModel, Entity, Model},
    steps::move_to,
    store,
};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx, save_versioned};
use jinqiao_kernel::{Error, Result};
use jinqiao_platform::files;
use sea_orm::{EntityTrait, IntoActiveModel, Set};

const KINDS: [&str; 4] =
    ["demands.draft_lapsed", "demands.correction_lapsed", "demands.market_lapsed", "demands.unanswered"];

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("demands.overrun", |kind| KINDS.contains(&kind), run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told = fact.decode::<DemandFact>()?;
        let row = match store::lock_any(&tx, told.demand).await {
            Err(error) if error.code() == Error::not_found().code() => return Ok(()),
            row => row?,
        };
        // Somebody was faster, or it has come back to this state meanwhile.
        let entered = matches!(told.step, DemandStep::DraftLapsed | DemandStep::Unanswered)
            || row.due_at.is_some_and(|due| due <= tx.now());
        if row.state == told.to && entered {
            end(&tx, &row, told.step).await?
        }
        Ok(())
    })
}

async fn end(tx: &Tx, row: &Model, step: DemandStep) -> Result<()> {
    if step == DemandStep::DraftLapsed {
        files::release(tx, row.enterprise_id, &row.attachments.0, row.id.into()).await?;
        Entity::delete_by_id(row.id).exec(tx.conn()).await?;
        return tx.disarm(row.id).await;
    }
    if step == DemandStep::Unanswered {
        let change = ActiveModel { unanswered_at: Set(Some(tx.now())), ..Default::default() };
        return save_versioned::<Entity>(tx, change, row.id, row.version).await.map(|_| ());
    }
    let to = row.state.expire()?;
    let (step, why) = match to {
        DemandState::ClosedExpired => (DemandStep::ClosedExpired, "未在补正时限内重新提交"),
        _ => (DemandStep::Unmatched, "公开期内没有机构报价，可按建议修改后重新提交"),
    };
    move_to(tx, row, row.clone().into_active_model(), to, step, Some(why)).await.map(|_| ())
}

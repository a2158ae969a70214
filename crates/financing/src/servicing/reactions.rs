//! Draws follow what happens to their orders, and the days of their plan.

use super::{
    entity::ActiveModel,
    facts::{DrawFact, DrawStep},
    model::DrawState,
    service::{expire, open_first},
    signals::signal_of_profile,
    steps::Held,
    store,
    terms::Extension,
};
use crate::{
    orders::{OrderFact, OrderStep, order_of},
    second_credits::{SecondFact, extension_of},
};
use jinqiao_db::{Doc, Fact, Reaction, ReactionFuture, Tx};
use jinqiao_kernel::{DrawId, Result, local_date};
use jinqiao_platform::{
    consents::{self, Afterwards},
    enterprises::RisksNoted,
};
use sea_orm::Set;

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("servicing.open", |kind| kind == "orders.closed", opened),
        Reaction::new("servicing.extend", |kind| kind == "second_credits.extended", extended),
        Reaction::new("servicing.settle", |kind| kind == "servicing.settled", settled),
        Reaction::new("servicing.risks", |kind| kind == "enterprises.risks_noted", risks_noted),
        Reaction::new("servicing.plan", |kind| matches!(kind, "servicing.look" | "servicing.late"), looked),
    ]
}

/// A payment was confirmed: its plan begins.
fn opened(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: OrderFact = fact.decode()?;
        if fact.step == OrderStep::Closed {
            open_first(&tx, &order_of(tx.conn(), fact.order).await?).await?;
        }
        Ok(())
    })
}

/// The loan ends later: so do the plans of its draws that run.
fn extended(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: SecondFact = fact.decode()?;
        let Some(decision) = extension_of(tx.conn(), fact.second).await? else { return Ok(()) };
        let agreed_on = local_date(tx.now());
        let extension = Extension { agreed_on, until: *decision.until, rate: decision.rate };
        for draw in store::running_of_order(tx.conn(), fact.first_order).await? {
            extend(&tx, draw, extension).await?;
        }
        Ok(())
    })
}

async fn extend(tx: &Tx, draw: DrawId, extension: Extension) -> Result<()> {
    let held = Held::any(tx, draw).await?;
    // A draw that ends later than the loan keeps its end.
    if held.row.state != DrawState::Running || extension.until <= held.row.matures_on {
        return Ok(());
    }
    let mut extensions = held.row.extensions.0.clone();
    extensions.push(extension);
    let fact = DrawFact { day: Some(extension.until), ..DrawFact::of(&held.row, DrawStep::Extended) };
    let change = ActiveModel { extensions: Set(Doc(extensions)), ..Default::default() };
    held.settle_up(change, Some(fact)).await
}

/// With its last draw a loan is over: nobody is reminded of its end, and the consent ends some days later.
fn settled(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: DrawFact = fact.decode()?;
        let draws = store::of_order(tx.conn(), fact.order).await?;
        if draws.iter().any(|draw| matches!(draw.state, DrawState::Recorded | DrawState::Running)) {
            return Ok(());
        }
        tx.disarm(fact.order).await?;
        Ok(consents::loan_changed(&tx, fact.order, Afterwards::Paid).await?)
    })
}

fn risks_noted(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: RisksNoted = fact.decode()?;
        let kinds: Vec<_> = fact.kinds.iter().map(|kind| kind.text()).collect();
        Ok(signal_of_profile(&tx, fact.org, &format!("企业新增风险：{}", kinds.join("、"))).await?)
    })
}

/// A day of the plan is over, or the limit for the enterprise's answer.
fn looked(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: DrawFact = fact.decode()?;
        match fact.step {
            DrawStep::Late => expire(&tx, fact.draw, tx.now()).await?,
            _ => {
                let held = Held::any(&tx, fact.draw).await?;
                if held.row.state == DrawState::Running {
                    held.settle_up(ActiveModel::default(), None).await?;
                }
            }
        }
        Ok(())
    })
}

//! Of the loans that are confirmed, some are drawn.

use super::{
    entity::{Column, Entity, Model},
    facts::CallbackFact,
    model::{CallbackState, sampled},
    parameters::{CALLBACK_DAYS, CALLBACK_PERCENT},
};
use crate::{
    orders::{OrderFact, OrderStep},
    products::FinancingKind,
};
use jinqiao_db::{Doc, Fact, Reaction, ReactionFuture, Tx};
use jinqiao_platform::{
    calendar::calendar,
    permissions::{days_of, value_of},
};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel, sea_query::OnConflict};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("callbacks.draw", |kind| kind == "orders.closed", draw)]
}

fn draw(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: OrderFact = fact.decode()?;
        let wanted = fact.step == OrderStep::Closed && fact.financing == FinancingKind::Debt;
        if !wanted || !sampled(fact.order.0.as_u128(), value_of(tx.conn(), CALLBACK_PERCENT).await?) {
            return Ok(());
        }
        let days = days_of(tx.conn(), CALLBACK_DAYS).await?;
        let row = Model {
            id: tx.id(),
            order_id: fact.order,
            order_no: fact.no.clone(),
            enterprise_id: fact.enterprise,
            institution_id: fact.institution,
            state: CallbackState::Open,
            version: 1,
            answers: Doc(None),
            missed: 0,
            due_at: calendar(tx.conn()).await?.due(tx.now(), days),
            drawn_at: tx.now(),
            called_by: None,
            called_at: None,
        };
        let told =
            CallbackFact { callback: row.id, order: row.order_id, institution: row.institution_id, satisfied: None };
        // A payment that is disputed and confirmed again is one loan.
        let drawn = Entity::insert(row.into_active_model().reset_all())
            .on_conflict(OnConflict::column(Column::OrderId).do_nothing().to_owned())
            .exec_without_returning(tx.conn())
            .await?;
        if drawn == 1 {
            tx.emit(&told).await?;
        }
        Ok(())
    })
}

//! A limit that is over is said and blocks nothing; when the second review has ended nobody is asked any more.

use super::{
    ConsultationState,
    entity::{ActiveModel, Column, Entity, Model},
    facts::{ConsultationFact, ConsultationStep},
    store,
};
use crate::applications::{ApplicationFact, ApplicationState, lock_any};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter, Set};

/// Ways out of the second review.
const ENDS: &[&str] =
    &["applications.second_passed", "applications.sent_back", "applications.refused", "applications.withdrawn"];

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![
        Reaction::new("consultations.expire", |kind| kind == "consultations.due", expire),
        Reaction::new("consultations.close", |kind| ENDS.contains(&kind), close),
    ]
}

fn expire(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let late: ConsultationFact = fact.decode()?;
        debug_assert_eq!(late.step, ConsultationStep::Due);
        let row = store::lock(&tx, late.consultation).await?;
        if let Ok(to) = row.state.expire() {
            ActiveModel { id: Set(row.id), state: Set(to), waits: Set(to.waits()), ..Default::default() }
                .update(tx.conn())
                .await?;
        }
        Ok(())
    })
}

fn close(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let told: ApplicationFact = fact.decode()?;
        // The application first, as whoever asks or answers does. It may be under a second review again.
        let application = lock_any(&tx, told.application).await?;
        if application.state == ApplicationState::SecondReview && application.round == told.round {
            return Ok(());
        }
        let rows = store::lock_waiting(&tx, told.application).await?;
        if rows.is_empty() {
            return Ok(());
        }
        let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
        let to = ConsultationState::Closed;
        let closed = ActiveModel { state: Set(to), waits: Set(to.waits()), ..Default::default() };
        Entity::update_many().set(closed).filter(Column::Id.is_in(ids.iter().copied())).exec(tx.conn()).await?;
        tx.disarm_all(ids).await?;
        let told_of =
            |row: &Model| ConsultationFact { ended_by: Some(told.step), ..row.fact(ConsultationStep::Closed) };
        tx.emit_all(&rows.iter().map(told_of).collect::<Vec<_>>()).await?;
        Ok(())
    })
}

//! The days in which firms confirm are over: silence is no consent.

use super::{AutomaticEntryState, entity::entry, facts::AutomaticFact, store};
use jinqiao_db::{Fact, Reaction, ReactionFuture, Tx};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

/// Reactions of this concept.
pub fn reactions() -> Vec<Reaction> {
    vec![Reaction::new("automatic.lapse", |kind| kind == "automatic.due", run)]
}

fn run(tx: Tx, fact: Fact) -> ReactionFuture {
    Box::pin(async move {
        let fact: AutomaticFact = fact.decode()?;
        store::lock_any(&tx, fact.list).await?;
        let change = entry::ActiveModel {
            state: Set(AutomaticEntryState::Notified.lapse()?),
            updated_at: Set(tx.now()),
            ..Default::default()
        };
        entry::Entity::update_many()
            .set(change)
            .filter(entry::Column::ListId.eq(fact.list))
            .filter(entry::Column::State.eq(AutomaticEntryState::Notified))
            .exec(tx.conn())
            .await?;
        Ok(())
    })
}

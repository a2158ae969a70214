//! What institutions see of a firm before it consents keeps to what firms share, as firms come, change and leave: once a day it is decided
//! anew for each demand that is dispatched, on the market or in negotiation.

use super::{
    DemandState,
    entity::{ActiveModel, Column, Entity, Model},
};
use jinqiao_db::{Db, Doc, Intent};
use jinqiao_kernel::{DemandId, Result};
use jinqiao_platform::enterprises::{self, Masked};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

/// Demands that are looked at together, and written in one write where they change.
const AT_ONCE: u64 = 50;
/// In these states institutions that do not know the firm see its demand.
const SEEN: [DemandState; 3] = [DemandState::Dispatched, DemandState::Open, DemandState::Negotiating];

/// Decides anew what is shown of the firms whose demands institutions see; how many of them show something else now.
///
/// # Errors
/// When the database fails.
pub async fn recheck_market(db: &Db) -> Result<usize> {
    let (mut last, mut changed): (Option<DemandId>, usize) = (None, 0);
    loop {
        let next = Entity::find()
            .filter(Column::State.is_in(SEEN))
            .apply_if(last, |select, last| select.filter(Column::Id.gt(last)))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE);
        let rows = next.all(db.read()).await?;
        let Some(end) = rows.last() else { return Ok(changed) };
        last = Some(end.id);
        let changes = changes(db, &rows).await?;
        changed += changes.len();
        if !changes.is_empty() {
            write(db, &changes).await?;
        }
    }
}

/// What is to be shown of those of `rows` that show something else. Counting is no part of a write, which others would wait for.
async fn changes(db: &Db, rows: &[Model]) -> Result<Vec<(DemandId, Masked)>> {
    let mut changes = vec![];
    for row in rows {
        let masked = enterprises::masked_by_picture(db.read(), row.enterprise_id).await?.unwrap_or_default();
        if row.masked.as_ref().map(|known| &known.0) != Some(&masked) {
            changes.push((row.id, masked));
        }
    }
    Ok(changes)
}

async fn write(db: &Db, changes: &[(DemandId, Masked)]) -> Result<()> {
    db.write(Intent::bookkeeping("demands.recheck_market"), |tx| async move {
        for (id, masked) in changes {
            let change = ActiveModel {
                industry_section: Set(masked.industry_section),
                masked: Set(Some(Doc(masked.clone()))),
                ..Default::default()
            };
            let seen = Entity::update_many().set(change).filter(Column::Id.eq(*id)).filter(Column::State.is_in(SEEN));
            seen.exec(tx.conn()).await?;
        }
        Ok(())
    })
    .await
}

//! What institutions see of a firm before it consents keeps to what firms share, as firms come, change and leave: once a day it is decided
//! anew for each demand that is dispatched, on the market or in negotiation.

use super::{
    DemandState,
    entity::{ActiveModel, Column, Entity},
};
use jinqiao_db::{Db, Doc, Intent};
use jinqiao_kernel::{DemandId, Result};
use jinqiao_platform::enterprises;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

/// Demands in one write.
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
            .select_only()
            .column(Column::Id)
            .filter(Column::State.is_in(SEEN))
            .apply_if(last, |select, last| select.filter(Column::Id.gt(last)))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE);
        let ids: Vec<DemandId> = next.into_tuple().all(db.read()).await?;
        let Some(end) = ids.last() else { return Ok(changed) };
        last = Some(*end);
        changed += recheck(db, &ids).await?;
    }
}

async fn recheck(db: &Db, ids: &[DemandId]) -> Result<usize> {
    db.write(Intent::bookkeeping("demands.recheck_market"), |tx| async move {
        let mut changed = 0;
        let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).filter(Column::State.is_in(SEEN));
        for row in rows.lock_exclusive().all(tx.conn()).await? {
            let profile = enterprises::of_org(tx.conn(), row.enterprise_id).await?;
            let masked = enterprises::masked(&tx, &profile).await?.unwrap_or_default();
            if row.masked.as_ref().map(|known| &known.0) == Some(&masked) {
                continue;
            }
            let change = ActiveModel {
                industry_section: Set(masked.industry_section),
                masked: Set(Some(Doc(masked))),
                ..Default::default()
            };
            Entity::update_many().set(change).filter(Column::Id.eq(row.id)).exec(tx.conn()).await?;
            changed += 1;
        }
        Ok(changed)
    })
    .await
}

//! What institutions see of a firm before it consents keeps to what firms share, as firms come, change and leave: once a day it is decided
//! anew for each demand that is dispatched, on the market or in negotiation.

use super::{
    DemandState,
    entity::{ActiveModel, Column, Entity},
};
use jinqiao_db::{Db, Doc, Intent};
use jinqiao_kernel::{DemandId, OrgId, Result};
use jinqiao_platform::enterprises::{self, Masked};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set};

/// Demands that are looked at together …
const AT_ONCE: u64 = 200;
/// … and that are written together where they change.
const WRITTEN_AT_ONCE: usize = 50;
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
            .columns([Column::Id, Column::EnterpriseId, Column::Masked])
            .filter(Column::State.is_in(SEEN))
            .apply_if(last, |select, last| select.filter(Column::Id.gt(last)))
            .order_by_asc(Column::Id)
            .limit(AT_ONCE);
        let rows: Vec<Seen> = next.into_tuple().all(db.read()).await?;
        let Some((end, ..)) = rows.last() else { return Ok(changed) };
        last = Some(*end);
        let changes = changes(db, &rows).await?;
        changed += changes.len();
        for some in changes.chunks(WRITTEN_AT_ONCE) {
            write(db, some).await?;
        }
    }
}

/// A demand, its firm, and what is shown of that.
type Seen = (DemandId, OrgId, Option<Doc<Masked>>);

/// What is to be shown of those of `rows` that show something else. Counting is no part of a write, which others would wait for.
async fn changes(db: &Db, rows: &[Seen]) -> Result<Vec<(DemandId, Masked)>> {
    let firms = enterprises::masked_by_pictures(&db.answer(), rows.iter().map(|(_, firm, _)| *firm)).await?;
    let change = |(id, firm, shown): &Seen| {
        let masked = firms.get(firm).cloned().unwrap_or_default();
        (shown.as_ref().map(|known| &known.0) != Some(&masked)).then_some((*id, masked))
    };
    Ok(rows.iter().filter_map(change).collect())
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

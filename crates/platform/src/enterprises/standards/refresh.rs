//! Sizes follow the edition of the day: once a day, and when one is imported that counts at once.

use super::{
    effect::{Firm, firms_after},
    store::in_force,
};
use crate::enterprises::entity::{ActiveModel, Column, Entity};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Result, local_date};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};

/// Sizes all firms by the edition of today that claim no size of their own; how many have another one now. A profile that is written
/// meanwhile is sized by its writer, so only what was read is replaced, and the version that people see stays.
///
/// # Errors
/// When the database fails.
pub async fn refresh_sizes(db: &Db) -> Result<usize> {
    let sizes = in_force(db.read(), local_date(db.world().now())).await?.sizes;
    let (mut last, mut changed) = (None, 0);
    loop {
        let firms = firms_after(db.read(), last).await?;
        let Some(end) = firms.last() else { return Ok(changed) };
        last = Some(end.row.org_id);
        let other = |firm: &Firm| {
            let size = firm.size(&sizes);
            (!firm.claims() && size != firm.row.size).then_some((firm.row.org_id, firm.row.version, size))
        };
        let others: Vec<_> = firms.iter().filter_map(other).collect();
        if others.is_empty() {
            continue;
        }
        changed += others.len();
        let others = &others;
        db.write(Intent::bookkeeping("enterprises.refresh_sizes"), |tx| async move {
            for (org, version, size) in others {
                let row = ActiveModel { size: Set(*size), ..Default::default() };
                let own = Entity::update_many().set(row).filter(Column::OrgId.eq(*org));
                own.filter(Column::Version.eq(*version)).exec(tx.conn()).await?;
            }
            Ok(())
        })
        .await?;
    }
}

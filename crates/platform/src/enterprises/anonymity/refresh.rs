//! Pictures change with time: firms grow older, scores go by another table. All are made anew once a day, some at a time.

use super::{
    picture::{note_with, pictures_made},
    places,
};
use crate::enterprises::entity::{Column, Entity};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Firms in one write.
const AT_ONCE: u64 = 100;

/// Makes the pictures of firms that were there before pictures were.
///
/// # Errors
/// When the database fails.
pub async fn make_first(db: &Db) -> Result<()> {
    if pictures_made(db.read()).await? == 0 { refresh_pictures(db).await } else { Ok(()) }
}

/// Makes the pictures of all firms anew.
///
/// # Errors
/// When the database fails.
pub async fn refresh_pictures(db: &Db) -> Result<()> {
    let mut last: Option<OrgId> = None;
    loop {
        let next = Entity::find()
            .select_only()
            .column(Column::OrgId)
            .filter(Column::IndustrySection.is_not_null())
            .apply_if(last, |select, last| select.filter(Column::OrgId.gt(last)))
            .order_by_asc(Column::OrgId)
            .limit(AT_ONCE);
        let ids: Vec<OrgId> = next.into_tuple().all(db.read()).await?;
        let Some(end) = ids.last() else { return Ok(()) };
        last = Some(*end);
        let ids = &ids;
        db.write(Intent::bookkeeping("enterprises.refresh_pictures"), |tx| async move {
            let places = places::in_force(tx.conn()).await?;
            for row in Entity::find().filter(Column::OrgId.is_in(ids.iter().copied())).all(tx.conn()).await? {
                note_with(&tx, &row, &places).await?;
            }
            Ok(())
        })
        .await?;
    }
}

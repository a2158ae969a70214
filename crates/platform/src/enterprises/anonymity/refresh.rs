//! Pictures change with time: firms grow older, scores go by another table. All are looked through once a day, some at a time, and
//! those that are another one now are written.

use super::{
    picture::{self, entity, kept, pictures_made},
    places,
};
use crate::enterprises::{Enterprise, FinanceYear, score::of_profiles, standards::firms_after};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, sea_query::OnConflict};
use std::collections::HashMap;

/// Pictures in one write.
const AT_ONCE: usize = 100;

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
        let firms = firms_after(db.read(), last).await?;
        let Some(end) = firms.last() else { return Ok(()) };
        last = Some(end.row.org_id);
        let changes = changes(db, firms.into_iter().map(|firm| (firm.row, firm.years)).collect()).await?;
        for some in changes.chunks(AT_ONCE) {
            db.write(Intent::bookkeeping("enterprises.refresh_pictures"), |tx| async move {
                for change in some {
                    change.write(&tx).await?;
                }
                Ok(())
            })
            .await?;
        }
    }
}

/// What is kept of a firm, and what takes its place.
struct Change {
    before: Option<entity::Model>,
    after: Option<entity::Model>,
}

/// Of which of these firms another picture is to be kept. Computing it is no part of a write, which others would wait for.
async fn changes(db: &Db, firms: Vec<(Enterprise, Vec<FinanceYear>)>) -> Result<Vec<Change>> {
    let (conn, now) = (&db.answer(), db.world().now());
    let places = places::in_force(conn).await?;
    let known = kept(conn, firms.iter().map(|(row, _)| row.org_id)).await?;
    let mut known: HashMap<_, _> = known.into_iter().map(|picture| (picture.org_id, picture)).collect();
    let scores = of_profiles(conn, &firms, now).await?;
    let changes = firms.iter().zip(scores).map(|((row, _), score)| Change {
        before: known.remove(&row.org_id),
        after: picture::of(row, score.map(|score| score.grade), &places, now),
    });
    Ok(changes.filter(Change::is_one).collect())
}

impl Change {
    fn is_one(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => !before.same_as(after),
            (before, after) => before.is_some() || after.is_some(),
        }
    }

    /// Whoever has saved the profile meanwhile has kept a newer picture, and that one stays.
    async fn write(&self, tx: &Tx) -> Result<()> {
        use entity::{Column, Entity};
        let conn = tx.conn();
        match (&self.before, &self.after) {
            (None, None) => {}
            (None, Some(after)) => {
                let first = Entity::insert(after.clone().into_active_model());
                let first = first.on_conflict(OnConflict::column(Column::OrgId).do_nothing().to_owned());
                first.exec_without_returning(conn).await?;
            }
            (Some(before), None) => {
                let same = Entity::delete_many().filter(Column::OrgId.eq(before.org_id));
                same.filter(Column::MadeAt.eq(before.made_at)).exec(conn).await?;
            }
            (Some(before), Some(after)) => {
                let row = after.clone().into_active_model().reset_all();
                let same = Entity::update_many().set(row).filter(Column::OrgId.eq(before.org_id));
                same.filter(Column::MadeAt.eq(before.made_at)).exec(conn).await?;
            }
        }
        Ok(())
    }
}

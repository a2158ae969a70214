//! How many dispatches each institution got, day by day, so that popular ones don't take everything (domain 2.11.5).

use super::pick::Pick;
use jinqiao_db::{Reading, Tx};
use jinqiao_kernel::{DateTime, NaiveDate, OrgId, Result, local_date};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect, Set,
    entity::prelude::*,
    sea_query::{Expr, ExprTrait, OnConflict},
};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "dispatch_shares")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub day: NaiveDate,
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution_id: OrgId,
    /// Dispatches of the day.
    pub count: i32,
    /// Of these, those that it got above its share because its score led.
    pub led: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// Days that count.
const DAYS: i64 = 30;

/// Dispatches of one institution.
#[derive(Clone, Copy, Debug, Default)]
pub struct Share {
    /// All.
    pub count: i64,
    /// Those above its share.
    pub led: i64,
}

/// Notes the picks of a round.
pub async fn note(tx: &Tx, picks: &[Pick]) -> Result<()> {
    let mut picks: Vec<_> = picks.iter().collect();
    // In one order everywhere: two rounds at once then wait for one another instead of both for ever.
    picks.sort_by_key(|one| one.institution);
    for one in picks {
        let led = i32::from(one.beyond_cap.is_some());
        let row = ActiveModel {
            day: Set(local_date(tx.now())),
            institution_id: Set(one.institution),
            count: Set(1),
            led: Set(led),
        };
        let add = |column: Column, more: i32| (column, Expr::col((Entity, column)).add(more));
        let more = [add(Column::Count, 1), add(Column::Led, led)];
        let known = OnConflict::columns([Column::Day, Column::InstitutionId]).values(more).to_owned();
        Entity::insert(row).on_conflict(known).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// The dispatches of the thirty days up to `now`, by institution.
pub async fn recent(conn: &impl Reading, now: DateTime) -> Result<HashMap<OrgId, Share>> {
    let since = local_date(now - chrono::TimeDelta::days(DAYS - 1));
    let summed = Entity::find()
        .select_only()
        .column(Column::InstitutionId)
        .column_as(Column::Count.sum(), "count")
        .column_as(Column::Led.sum(), "led")
        .filter(Column::Day.gte(since))
        .group_by(Column::InstitutionId);
    let rows: Vec<(OrgId, i64, i64)> = summed.into_tuple().all(conn).await?;
    Ok(rows.into_iter().map(|(id, count, led)| (id, Share { count, led })).collect())
}

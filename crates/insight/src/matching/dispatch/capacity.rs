//! 接单能力: how many dispatches an institution can serve in thirty days, as it says itself. Beyond, it gets no further ones; what is on
//! the market it may take all the same.

use jinqiao_db::{Db, Intent, Reading, unless_taken};
use jinqiao_kernel::{Actor, Checks, Error, OrgId, Result};
use sea_orm::{IntoActiveModel, entity::prelude::*};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::ToSchema;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "institution_capacities")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub institution_id: OrgId,
    /// From 1; 0 is who has never said anything.
    pub version: i32,
    /// Dispatches within thirty days; none for any number.
    pub capacity: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}

/// What an institution says it can serve.
#[derive(Clone, Copy, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CapacityIn {
    /// Dispatches within thirty days, 1 to 10,000; none for any number, which has to be said.
    #[serde(deserialize_with = "Option::deserialize")]
    #[schema(required = true)]
    pub capacity: Option<i32>,
}

/// Has who can serve `capacity` had as many as that?
pub fn full(capacity: Option<i32>, recent: i64) -> bool {
    capacity.is_some_and(|capacity| recent >= i64::from(capacity))
}

/// What every institution can serve that has said so.
///
/// Two rounds at the same moment may both find the last place free: the one too many is worth less than a lock on all rounds.
pub async fn all(conn: &impl Reading) -> Result<HashMap<OrgId, i32>> {
    let rows = Entity::find().filter(Column::Capacity.is_not_null()).all(conn).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.institution_id, row.capacity?))).collect())
}

/// What `institution` has said.
pub async fn of(conn: &impl Reading, institution: OrgId) -> Result<Model> {
    let row = Entity::find_by_id(institution).one(conn).await?;
    Ok(row.unwrap_or(Model { institution_id: institution, version: 0, capacity: None }))
}

/// The own institution says what it can serve from now on.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn save(db: &Db, actor: &Actor, version: i32, input: CapacityIn) -> Result<()> {
    let mut checks = Checks::new();
    if let Some(capacity) = input.capacity {
        checks.range("capacity", capacity, 1..=10_000, "接单能力须在 1 至 10000 件之间");
    }
    checks.done()?;
    let said = input.capacity.map_or("不限".to_owned(), |capacity| format!("每 30 天 {capacity} 件"));
    db.write_once(Intent::by(actor, "matching.capacity").detail(&said), |tx| async move {
        let row = Model { institution_id: actor.org, version: version + 1, capacity: input.capacity };
        let row = row.into_active_model().reset_all();
        if version == 0 {
            let insert = Entity::insert(row).exec_without_returning(tx.conn()).await;
            unless_taken(insert, "institution_capacities", Error::stale)?;
            return Ok(());
        }
        let same = Entity::update_many().set(row).filter(Column::InstitutionId.eq(actor.org));
        let changed = same.filter(Column::Version.eq(version)).exec(tx.conn()).await?;
        if changed.rows_affected == 0 { Err(Error::stale()) } else { Ok(()) }
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_said_nothing_is_never_full() {
        for (capacity, recent, is) in
            [(None, 1_000, false), (Some(3), 2, false), (Some(3), 3, true), (Some(1), 9, true)]
        {
            assert_eq!(full(capacity, recent), is, "{capacity:?} {recent}");
        }
    }
}

//! Units of the own organisation.

use crate::{
    accounts::{
        bounds::UNITS,
        entity::account::{Column, Entity},
    },
    organizations::{self, Unit, insert_unit, place, save_unit, units_of},
};
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Actor, Checks, Error, Result, UnitId};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

fn checked(name: &str) -> Result<String> {
    Checks::new().line("name", name, 2..=50).done()?;
    Ok(name.trim().to_owned())
}

/// Units of the actor's organisation, and the one called `id`; changes of its tree wait for each other.
async fn locked(tx: &Tx, actor: &Actor, id: UnitId) -> Result<(Vec<Unit>, Unit)> {
    organizations::lock(tx, actor.org).await?;
    let units = units_of(tx.conn(), actor.org).await?;
    let unit = units.iter().find(|unit| unit.id == id).cloned().ok_or_else(Error::not_found)?;
    Ok((units, unit))
}

fn movable(unit: &Unit) -> Result<UnitId> {
    if unit.closed {
        return Err(Error::conflict("organizations.unit_closed", "该分支机构或部门已撤销"));
    }
    let root = || Error::conflict("organizations.root_unit", "本单位自身不能改名或撤销");
    unit.parent_id.ok_or_else(root)
}

/// Adds a unit below `parent`.
///
/// # Errors
/// `validation` when the name is taken there, or the tree would be deeper than allowed.
pub async fn add_unit(db: &Db, actor: &Actor, parent: UnitId, name: &str) -> Result<UnitId> {
    let name = &checked(name)?;
    db.write_once(Intent::by(actor, "organizations.add_unit").detail(name.clone()), |tx| async move {
        let (units, _) = locked(&tx, actor, parent).await?;
        UNITS.admits(units.len() as u64)?;
        place(&units, parent, name, None)?;
        let id = tx.id();
        tx.about(id);
        let unit = Unit { id, org_id: actor.org, parent_id: Some(parent), name: name.clone(), closed: false };
        insert_unit(&tx, unit).await?;
        Ok(id)
    })
    .await
}

/// Gives a unit another name.
///
/// # Errors
/// As for [`add_unit`]; `organizations.root_unit` for the organisation itself; `organizations.unit_closed`.
pub(super) async fn rename_unit(db: &Db, actor: &Actor, id: UnitId, name: &str) -> Result<()> {
    let name = &checked(name)?;
    db.write(Intent::by(actor, "organizations.rename_unit").on(id).detail(name.clone()), |tx| async move {
        let (units, unit) = locked(&tx, actor, id).await?;
        place(&units, movable(&unit)?, name, Some(id))?;
        save_unit(&tx, Unit { name: name.clone(), ..unit }).await
    })
    .await
}

/// Closes a unit (撤销): nobody can be put into it any more. Its orders stay with those above it.
///
/// # Errors
/// `organizations.unit_in_use` while it has active accounts or open units below it; else as for [`rename_unit`].
pub(super) async fn close_unit(db: &Db, actor: &Actor, id: UnitId) -> Result<()> {
    db.write(Intent::by(actor, "organizations.close_unit").on(id), |tx| async move {
        let (units, unit) = locked(&tx, actor, id).await?;
        movable(&unit)?;
        let below = units.iter().any(|known| known.parent_id == Some(id) && !known.closed);
        let people =
            Entity::find().filter(Column::UnitId.eq(id)).filter(Column::Active.eq(true)).one(tx.conn()).await?;
        if below || people.is_some() {
            let message = "仍有在用的账号或下级，请先调整账号、撤销下级";
            return Err(Error::conflict("organizations.unit_in_use", message));
        }
        save_unit(&tx, Unit { closed: true, ..unit }).await
    })
    .await
}

//! Units (分支机构/部门): a tree inside the organisation, its root being the organisation itself (domain 1.1).

use super::entity::unit::{Column, Entity, Model};
use jinqiao_db::Tx;
use jinqiao_kernel::{Error, OrgId, Result, UnitId};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// A branch or department.
pub type Unit = Model;

/// How deep the tree may be, the root counted: head office, branch, sub-branch, desk.
const DEEPEST: usize = 4;

/// Every unit of an organisation, closed ones too, by name.
pub async fn units_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Vec<Unit>> {
    let units = Entity::find().filter(Column::OrgId.eq(org));
    Ok(units.order_by_asc(Column::Name).order_by_asc(Column::Id).all(conn).await?)
}

/// The name of a unit.
pub async fn unit_name(conn: &impl ConnectionTrait, id: UnitId) -> Result<Option<String>> {
    Ok(Entity::find_by_id(id).one(conn).await?.map(|unit| unit.name))
}

/// Stores a new unit.
pub async fn insert_unit(tx: &Tx, unit: Unit) -> Result<()> {
    Entity::insert(unit.into_active_model()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Stores a changed unit.
pub async fn save_unit(tx: &Tx, unit: Unit) -> Result<()> {
    unit.into_active_model().reset_all().update(tx.conn()).await?;
    Ok(())
}

/// Units whose records somebody in `unit` sees: itself and those below. None, which means all, for the root.
pub fn reach_of(units: &[Unit], unit: UnitId) -> Option<Vec<UnitId>> {
    if units.iter().any(|known| known.id == unit && known.parent_id.is_none()) {
        return None;
    }
    let mut reach = vec![unit];
    let mut looked = 0;
    while looked < reach.len() {
        let above = reach[looked];
        reach.extend(units.iter().filter(|known| known.parent_id == Some(above)).map(|known| known.id));
        looked += 1;
    }
    Some(reach)
}

/// Checks that a unit called `name` may stand below `parent`; `own` is the unit that is renamed.
///
/// # Errors
/// `validation` naming `name` or `parent_id`.
pub fn place(units: &[Unit], parent: UnitId, name: &str, own: Option<UnitId>) -> Result<()> {
    let Some(above) = units.iter().find(|unit| unit.id == parent && !unit.closed) else {
        return Err(Error::field("parent_id", "上级不存在或已撤销"));
    };
    if depth(units, above) >= DEEPEST {
        return Err(Error::field("parent_id", format!("分支机构最多 {DEEPEST} 级")));
    }
    let namesake = |unit: &&Unit| {
        unit.parent_id == Some(parent) && !unit.closed && Some(unit.id) != own && unit.name == name.trim()
    };
    if units.iter().any(|unit| namesake(&unit)) {
        return Err(Error::field("name", "同一上级下已有同名的分支机构或部门"));
    }
    Ok(())
}

fn depth(units: &[Unit], unit: &Unit) -> usize {
    let above = |unit: &Unit| units.iter().find(|known| Some(known.id) == unit.parent_id);
    std::iter::successors(Some(unit), |unit| above(unit)).take(units.len()).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn id(number: u128) -> UnitId {
        UnitId(Uuid::from_u128(number))
    }

    /// Head office 1 with branches 2 and 3; below 2 the sub-branch 4 with desk 5. Branch 6 is closed.
    fn units() -> Vec<Unit> {
        let tree =
            [(1, 0, "总行"), (2, 1, "甲分行"), (3, 1, "乙分行"), (4, 2, "支行"), (5, 4, "柜台"), (6, 1, "丙分行")];
        let unit = |(number, parent, name): &(u128, u128, &str)| Unit {
            id: id(*number),
            org_id: OrgId(Uuid::nil()),
            parent_id: (*parent > 0).then(|| id(*parent)),
            name: (*name).into(),
            closed: *number == 6,
        };
        tree.iter().map(unit).collect()
    }

    #[test]
    fn one_sees_the_own_unit_and_those_below() {
        for (unit, want) in
            [(1, None), (2, Some(vec![2, 4, 5])), (3, Some(vec![3])), (4, Some(vec![4, 5])), (5, Some(vec![5]))]
        {
            let want = want.map(|numbers: Vec<u128>| numbers.into_iter().map(id).collect());
            assert_eq!(reach_of(&units(), id(unit)), want, "{unit}");
        }
    }

    #[test]
    fn where_a_unit_may_stand() {
        for (parent, name, own, want) in [
            (1, "丁分行", None, None),
            (1, "甲分行", None, Some("name")),
            (1, " 甲分行 ", None, Some("name")),
            (1, "甲分行", Some(2), None),
            (1, "丙分行", None, None),
            (3, "支行", None, None),
            (6, "支行", None, Some("parent_id")),
            (9, "支行", None, Some("parent_id")),
            (5, "窗口", None, Some("parent_id")),
        ] {
            let got = place(&units(), id(parent), name, own.map(id)).err();
            assert_eq!(got.as_ref().map(|error| error.fields()[0].field.as_str()), want, "{parent} {name}");
        }
    }
}

//! Scoped queries; writes take the transaction.

use super::{
    PolicyContent, PolicyState, PolicyVersionState,
    entity::{policy, version, window},
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{Error, OrgId, Page, PageQuery, PolicyId, Result};
use policy::Column;
use sea_orm::{
    ActiveEnum as _, ActiveModelTrait as _, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel as _,
    Iterable as _, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};

fn of_department(department: OrgId) -> Select<policy::Entity> {
    policy::Entity::find().filter(Column::DepartmentId.eq(department))
}

/// Items of a department that are not archived.
pub fn unarchived(department: OrgId) -> Select<policy::Entity> {
    of_department(department).filter(Column::State.ne(PolicyState::Archived))
}

/// The states of a version in which departments read the items of one another.
fn shared_states() -> impl Iterator<Item = String> {
    PolicyVersionState::iter().filter(|state| !state.private()).map(|state| state.to_value())
}

/// An item that `department` may read: its own, and those of others from their submission on.
pub async fn readable(conn: &impl ConnectionTrait, department: OrgId, id: PolicyId) -> Result<policy::Model> {
    let own = Condition::any().add(Column::DepartmentId.eq(department)).add(Column::LatestState.is_in(shared_states()));
    policy::Entity::find_by_id(id).filter(own).one(conn).await?.ok_or_else(Error::not_found)
}

/// Any item, for an answer to somebody who has just decided about it.
pub async fn by_id(conn: &impl ConnectionTrait, id: PolicyId) -> Result<policy::Model> {
    policy::Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// Items by their ids.
pub async fn by_ids(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PolicyId>,
) -> Result<HashMap<PolicyId, policy::Model>> {
    let rows = policy::Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// What items are called now, by their ids.
pub async fn titles(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = PolicyId>,
) -> Result<HashMap<PolicyId, String>> {
    Ok(by_ids(conn, ids).await?.into_iter().map(|(id, row)| (id, row.latest_title)).collect())
}

/// The department's own item, its row locked until the write ends.
pub async fn lock_own(tx: &Tx, department: OrgId, id: PolicyId) -> Result<policy::Model> {
    let own = of_department(department).filter(Column::Id.eq(id)).lock_exclusive();
    own.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// An item that departments read of one another, locked; for the legal check.
pub async fn lock_submitted(tx: &Tx, id: PolicyId) -> Result<policy::Model> {
    let found = policy::Entity::find_by_id(id).filter(Column::LatestState.is_in(shared_states())).lock_exclusive();
    found.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any item, locked; for reactions.
pub async fn lock_any(tx: &Tx, id: PolicyId) -> Result<policy::Model> {
    policy::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// One version.
pub async fn version(conn: &impl ConnectionTrait, id: PolicyId, number: i32) -> Result<version::Model> {
    version::Entity::find_by_id((id, number)).one(conn).await?.ok_or_else(Error::not_found)
}

/// What the versions `wanted` say, in no order; those that are not there are left out.
pub async fn contents(
    conn: &impl ConnectionTrait,
    wanted: &[(PolicyId, i32)],
) -> Result<Vec<((PolicyId, i32), PolicyContent)>> {
    if wanted.is_empty() {
        return Ok(vec![]);
    }
    let mut any = Condition::any();
    for (id, number) in wanted {
        let one = Condition::all().add(version::Column::PolicyId.eq(*id)).add(version::Column::Number.eq(*number));
        any = any.add(one);
    }
    let rows = version::Entity::find().filter(any).all(conn).await?;
    Ok(rows.into_iter().map(|row| ((row.policy_id, row.number), row.content.0)).collect())
}

/// All versions of an item, newest first.
pub async fn versions(conn: &impl ConnectionTrait, id: PolicyId) -> Result<Vec<version::Model>> {
    let rows = version::Entity::find().filter(version::Column::PolicyId.eq(id));
    Ok(rows.order_by_desc(version::Column::Number).all(conn).await?)
}

/// Stores a version; its item is locked.
pub async fn save_version(tx: &Tx, row: version::ActiveModel, id: PolicyId, number: i32) -> Result<()> {
    version::Entity::update_many()
        .set(row)
        .filter(version::Column::PolicyId.eq(id))
        .filter(version::Column::Number.eq(number))
        // What is published never changes, whoever asks.
        .filter(version::Column::State.ne(PolicyVersionState::Published))
        .exec(tx.conn())
        .await?;
    Ok(())
}

/// Keeps the windows after the first of the version that comes into force, for the public list.
pub async fn keep_windows(tx: &Tx, id: PolicyId, content: &PolicyContent) -> Result<()> {
    window::Entity::delete_many().filter(window::Column::PolicyId.eq(id)).exec(tx.conn()).await?;
    let rows = content.later_windows.iter().zip(1..).filter_map(|(one, place)| {
        let opens_on = one.opens_on?.into();
        let row = window::Model { policy_id: id, place, opens_on, closes_on: one.closes_on.map(Into::into) };
        Some(row.into_active_model().reset_all())
    });
    let rows: Vec<_> = rows.collect();
    if !rows.is_empty() {
        window::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    Ok(())
}

/// Which items of the department are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PolicyView {
    /// 待发布: the newest version is not published yet.
    #[default]
    Pending,
    /// 已发布: a version is in force, or was.
    Published,
    /// 已归档.
    Archived,
}

/// A list of the department.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct PolicyListFilter {
    /// Without it those that are not published yet.
    #[param(inline)]
    view: Option<PolicyView>,
}

/// Items of a department, last changed first.
pub async fn own_page(
    db: &Db,
    department: OrgId,
    filter: &PolicyListFilter,
    wanted: &PageQuery,
) -> Result<Page<policy::Model>> {
    let select = match filter.view.unwrap_or_default() {
        PolicyView::Pending => unarchived(department).filter(Column::LatestState.ne(PolicyVersionState::Published)),
        PolicyView::Published => of_department(department).filter(Column::Listed.eq(true)),
        PolicyView::Archived => of_department(department).filter(Column::State.eq(PolicyState::Archived)),
    };
    page_of(db.read(), select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id), wanted).await
}

/// Items that wait for the legal check, longest waiting first.
pub async fn checking_page(db: &Db, wanted: &PageQuery) -> Result<Page<policy::Model>> {
    let select = policy::Entity::find().filter(Column::LatestState.eq(PolicyVersionState::Checking));
    page_of(db.read(), select.order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id), wanted).await
}

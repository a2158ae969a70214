//! Scoped queries; writes take the transaction.

use super::{
    bounds::MOST_NOTES,
    entity::{adjustment, item},
};
use crate::policies;
use adjustment::Column;
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{Error, OrgId, Page, PageQuery, PolicyId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Notices of a department that wait for the operator.
pub fn waiting_of(department: OrgId) -> Select<adjustment::Entity> {
    adjustment::Entity::find().filter(Column::DepartmentId.eq(department)).filter(Column::Waits.eq(true))
}

/// Notices of a department, newest first.
pub async fn own_page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<adjustment::Model>> {
    let select = adjustment::Entity::find().filter(Column::DepartmentId.eq(department));
    page_of(db.read(), select.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id), wanted).await
}

/// One notice, of the department where one is given.
pub async fn one(conn: &impl ConnectionTrait, department: Option<OrgId>, id: Uuid) -> Result<adjustment::Model> {
    let found = adjustment::Entity::find_by_id(id).one(conn).await?;
    found.filter(|row| department.is_none_or(|org| org == row.department_id)).ok_or_else(Error::not_found)
}

/// The same, locked until the write ends.
pub async fn lock(tx: &Tx, department: Option<OrgId>, id: Uuid) -> Result<adjustment::Model> {
    let found = adjustment::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?;
    found.filter(|row| department.is_none_or(|org| org == row.department_id)).ok_or_else(Error::not_found)
}

/// Which notices the operator wants.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AdjustmentFilter {
    /// Only those that wait, the nearest limit first; without it all, newest first.
    waiting: Option<bool>,
}

/// The operator's list.
pub async fn page(db: &Db, filter: &AdjustmentFilter, wanted: &PageQuery) -> Result<Page<adjustment::Model>> {
    let select = adjustment::Entity::find();
    let select = if filter.waiting.unwrap_or_default() {
        select.filter(Column::Waits.eq(true)).order_by_asc(Column::DueAt).order_by_asc(Column::Id)
    } else {
        select.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id)
    };
    page_of(db.read(), select, wanted).await
}

/// How many wait, and how many of them are late.
pub async fn counts(db: &Db) -> Result<(u64, u64)> {
    let waiting = adjustment::Entity::find().filter(Column::Waits.eq(true));
    let late = waiting.clone().filter(Column::DueAt.lt(db.world().now()));
    Ok((waiting.count(db.read()).await?, late.count(db.read()).await?))
}

/// The items that notices name.
pub async fn items(conn: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<item::Model>> {
    let rows = item::Entity::find().filter(item::Column::AdjustmentId.is_in(ids));
    Ok(rows.order_by_asc(item::Column::PolicyId).all(conn).await?)
}

/// What the items of one notice are called now.
pub async fn titles(conn: &impl ConnectionTrait, id: Uuid) -> Result<Vec<String>> {
    let items = items(conn, [id]).await?;
    let mut titles = policies::titles(conn, items.iter().map(|item| item.policy_id)).await?;
    Ok(items.iter().filter_map(|item| titles.remove(&item.policy_id)).collect())
}

/// Notices that the page of the item explains, newest first.
pub async fn notes(conn: &impl ConnectionTrait, policy: PolicyId) -> Result<Vec<adjustment::Model>> {
    use item::Column::{AdjustmentId, ExplainedAt, PolicyId as Item};
    let ids: Vec<Uuid> = item::Entity::find()
        .filter(Item.eq(policy))
        .filter(ExplainedAt.is_not_null())
        .order_by_desc(ExplainedAt)
        .order_by_desc(AdjustmentId)
        .limit(MOST_NOTES)
        .select_only()
        .column(AdjustmentId)
        .into_tuple()
        .all(conn)
        .await?;
    let mut rows = adjustment::Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?;
    rows.sort_by_key(|row| std::cmp::Reverse((row.ended_at, row.id)));
    Ok(rows)
}

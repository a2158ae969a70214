//! Scoped queries; writes take the transaction.

use super::{
    AutomaticEntryState, AutomaticState,
    entity::{entry, list},
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{Error, OrgId, Page, PageQuery, PolicyId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait as _,
    sea_query::OnConflict,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Lists of a department, newest first.
pub async fn page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<list::Model>> {
    let select = list::Entity::find().filter(list::Column::DepartmentId.eq(department));
    page_of(db.read(), select.order_by_desc(list::Column::CreatedAt).order_by_desc(list::Column::Id), wanted).await
}

/// One list of the department.
pub async fn by_id(conn: &impl ConnectionTrait, department: OrgId, id: Uuid) -> Result<list::Model> {
    let found = list::Entity::find_by_id(id).filter(list::Column::DepartmentId.eq(department));
    found.one(conn).await?.ok_or_else(Error::not_found)
}

/// One list of the department, locked until the write ends.
pub async fn lock(tx: &Tx, department: OrgId, id: Uuid) -> Result<list::Model> {
    let found = list::Entity::find_by_id(id).filter(list::Column::DepartmentId.eq(department)).lock_exclusive();
    found.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any list, locked; for its firms and for reactions.
pub async fn lock_any(tx: &Tx, id: Uuid) -> Result<list::Model> {
    list::Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// The entry of a firm, locked until the write ends.
pub async fn lock_entry(tx: &Tx, id: Uuid, enterprise: OrgId) -> Result<entry::Model> {
    entry::Entity::find_by_id((id, enterprise)).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// The entries of several firms, locked until the write ends.
pub async fn lock_entries(tx: &Tx, id: Uuid, firms: impl IntoIterator<Item = OrgId>) -> Result<Vec<entry::Model>> {
    let rows =
        entry::Entity::find().filter(entry::Column::ListId.eq(id)).filter(entry::Column::EnterpriseId.is_in(firms));
    Ok(rows.order_by_asc(entry::Column::EnterpriseId).lock_exclusive().all(tx.conn()).await?)
}

/// Writes entries that are there already, and locked, as they are now.
pub async fn replace(tx: &Tx, rows: Vec<entry::ActiveModel>) -> Result<()> {
    use entry::Column::{EnterpriseId, ListId, Reason, State, UpdatedAt};
    let known = OnConflict::columns([ListId, EnterpriseId]).update_columns([State, Reason, UpdatedAt]).to_owned();
    entry::Entity::insert_many(rows).on_conflict(known).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// How many firms stand where.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct Counted {
    pub list_id: Uuid,
    pub state: AutomaticEntryState,
    pub count: i64,
}

/// The same for several lists.
pub async fn counts(conn: &impl ConnectionTrait, ids: Vec<Uuid>) -> Result<Vec<Counted>> {
    use entry::Column::{EnterpriseId, ListId, State};
    let select = entry::Entity::find().filter(ListId.is_in(ids)).select_only().column(ListId).column(State);
    let select = select.column_as(EnterpriseId.count(), "count").group_by(ListId).group_by(State);
    Ok(select.into_model::<Counted>().all(conn).await?)
}

/// Which firms of a list are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct AutomaticEntryFilter {
    state: Option<AutomaticEntryState>,
}

/// Firms of a list.
pub async fn entries(
    db: &Db,
    id: Uuid,
    filter: &AutomaticEntryFilter,
    wanted: &PageQuery,
) -> Result<Page<entry::Model>> {
    let mut select = entry::Entity::find().filter(entry::Column::ListId.eq(id));
    if let Some(state) = filter.state {
        select = select.filter(entry::Column::State.eq(state));
    }
    let select = select.order_by_asc(entry::Column::State).order_by_asc(entry::Column::EnterpriseId);
    page_of(db.read(), select, wanted).await
}

/// Those of a list in one state.
pub async fn in_state(conn: &impl ConnectionTrait, id: Uuid, state: AutomaticEntryState) -> Result<Vec<entry::Model>> {
    let rows = entry::Entity::find().filter(entry::Column::ListId.eq(id)).filter(entry::Column::State.eq(state));
    Ok(rows.all(conn).await?)
}

/// What a firm was named for, last changed first; not what it was left out of.
pub async fn of_enterprise(db: &Db, enterprise: OrgId, wanted: &PageQuery) -> Result<Page<entry::Model>> {
    use AutomaticEntryState::{Confirmed, Declined, Lapsed, Notified};
    let select = entry::Entity::find()
        .filter(entry::Column::EnterpriseId.eq(enterprise))
        .filter(entry::Column::State.is_in([Notified, Confirmed, Declined, Lapsed]));
    let select = select.order_by_desc(entry::Column::UpdatedAt).order_by_desc(entry::Column::ListId);
    page_of(db.read(), select, wanted).await
}

/// Firms that are asked about an item on another list.
pub async fn asked_for(conn: &impl ConnectionTrait, policy: PolicyId) -> Result<Vec<OrgId>> {
    let lists = list::Entity::find().filter(list::Column::PolicyId.eq(policy)).select_only().column(list::Column::Id);
    let rows = entry::Entity::find()
        .filter(entry::Column::ListId.in_subquery(lists.into_query()))
        .filter(entry::Column::State.eq(AutomaticEntryState::Notified))
        .select_only()
        .column(entry::Column::EnterpriseId);
    Ok(rows.into_tuple::<OrgId>().all(conn).await?)
}

/// A list of the item that waits for its check, if there is one.
pub async fn waiting_for(conn: &impl ConnectionTrait, policy: PolicyId) -> Result<Option<list::Model>> {
    let found = list::Entity::find().filter(list::Column::PolicyId.eq(policy));
    Ok(found.filter(list::Column::State.eq(AutomaticState::Checking)).one(conn).await?)
}

/// Lists by their ids.
pub async fn lists(conn: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<list::Model>> {
    Ok(list::Entity::find().filter(list::Column::Id.is_in(ids)).all(conn).await?)
}

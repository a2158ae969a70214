//! Scoped queries; writes take the transaction.

use super::{
    DemandState,
    entity::{Column, Entity, Model},
    searched,
};
use crate::products::{FinancingKind, UseKind};
use jinqiao_db::{Db, Tx, called, every, page_of, typed};
use jinqiao_kernel::{DemandId, Error, FileId, OrgId, Page, PageQuery, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::Deserialize;
use std::collections::{BTreeSet, HashMap};
use utoipa::IntoParams;
use uuid::Uuid;

fn of_enterprise(enterprise: OrgId) -> Select<Entity> {
    Entity::find().filter(Column::EnterpriseId.eq(enterprise))
}

/// Demands of an enterprise in one of `states`.
pub fn in_states(enterprise: OrgId, states: &[DemandState]) -> Select<Entity> {
    of_enterprise(enterprise).filter(Column::State.is_in(states.iter().copied()))
}

/// The enterprise's own demand.
///
/// # Errors
/// `not_found`.
pub async fn own(conn: &impl ConnectionTrait, enterprise: OrgId, id: DemandId) -> Result<Model> {
    of_enterprise(enterprise).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// The enterprise's own demand, its row locked until the write ends.
///
/// # Errors
/// `not_found`.
pub async fn lock_own(tx: &Tx, enterprise: OrgId, id: DemandId) -> Result<Model> {
    let own = of_enterprise(enterprise).filter(Column::Id.eq(id)).lock_exclusive();
    own.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any demand, its row locked until the write ends; the caller has made sure that its actor may know of it.
///
/// # Errors
/// `not_found`.
pub async fn lock_any(tx: &Tx, id: DemandId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Any demand; the caller has made sure that its reader may know of it.
///
/// # Errors
/// `not_found`.
pub async fn by_id(conn: &impl ConnectionTrait, id: DemandId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// The demands `ids`; the caller has made sure that its reader may know of them.
pub async fn by_ids(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = DemandId>,
) -> Result<HashMap<DemandId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// The demand for the operator, who sees no drafts.
pub(super) async fn submitted(conn: &impl ConnectionTrait, id: DemandId) -> Result<Model> {
    by_id(conn, id).await.and_then(|row| if row.submitted_at.is_some() { Ok(row) } else { Err(Error::not_found()) })
}

/// Is `file` one of the attachments of the demand `row`?
///
/// # Errors
/// `not_found` if it is not.
pub fn check_attached(row: &Model, file: FileId) -> Result<()> {
    if row.attachments.0.contains(&file) { Ok(()) } else { Err(Error::not_found()) }
}

/// An enterprise's demands that have not ended.
pub(super) async fn unfinished_of(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<Vec<DemandId>> {
    let running = DemandState::iter().filter(|state| !state.ended());
    let rows = of_enterprise(enterprise).select_only().column(Column::Id).filter(Column::State.is_in(running));
    Ok(rows.order_by_asc(Column::Id).into_tuple().all(conn).await?)
}

/// An enterprise's demands whose dispatch is not over.
pub async fn dispatched_of(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<Vec<DemandId>> {
    let rows = of_enterprise(enterprise).select_only().column(Column::Id).filter(Column::DispatchRound.gt(0));
    let running = rows.filter(Column::State.is_in(DemandState::iter().filter(|state| state.takes_offers())));
    Ok(running.order_by_asc(Column::Id).into_tuple().all(conn).await?)
}

/// Which of the own demands are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub(super) struct OwnFilter {
    state: Option<DemandState>,
    /// Begins the number, with or without its hyphens, or is the end of a recent one; or stands in what the demand says.
    #[param(max_length = 60)]
    q: Option<String>,
}

pub(super) async fn page(db: &Db, enterprise: OrgId, filter: &OwnFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = of_enterprise(enterprise);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(words) = typed(filter.q.as_deref()) {
        select = select.filter(searched::called_own(db, words).await?);
    }
    page_of(db.read(), select.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id), wanted).await
}

/// Numbers of the demands among `ids`.
pub async fn numbers(conn: &impl ConnectionTrait, ids: &[Uuid]) -> Result<HashMap<Uuid, String>> {
    called::<Entity>(conn, Column::Id, Column::No, ids).await
}

/// Purpose and public text of the newest published demands, at most `most`; for learning. Only what tier 1 shows.
pub async fn purposes(conn: &impl ConnectionTrait, most: u64) -> Result<Vec<(UseKind, String)>> {
    let published = Entity::find()
        .select_only()
        .column(Column::UseKind)
        .column(Column::PublicText)
        .filter(Column::PublishedAt.is_not_null())
        .filter(Column::UseKind.is_not_null())
        .filter(Column::PublicText.is_not_null());
    let newest = published.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id).limit(most);
    Ok(newest.into_tuple().all(conn).await?)
}

/// Public texts of the newest demands of `kind` that take offers, at most `most`. Only what tier 1 shows.
pub async fn public_texts(conn: &impl ConnectionTrait, kind: FinancingKind, most: u64) -> Result<Vec<String>> {
    let published = Entity::find()
        .select_only()
        .column(Column::PublicText)
        .filter(Column::State.is_in(DemandState::iter().filter(|state| state.takes_offers())))
        .filter(Column::Kind.eq(kind))
        .filter(Column::Direct.eq(false))
        .filter(Column::PublicText.is_not_null());
    let newest = published.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id).limit(most);
    Ok(newest.into_tuple().all(conn).await?)
}

/// Firms that ever published a demand, by id.
pub async fn publishers(conn: &impl ConnectionTrait) -> Result<BTreeSet<OrgId>> {
    let (published, mut firms) = (Entity::find().filter(Column::PublishedAt.is_not_null()).distinct(), BTreeSet::new());
    every(conn, published, Column::EnterpriseId, [], |(firm,): (OrgId,)| _ = firms.insert(firm)).await?;
    Ok(firms)
}

/// Public texts of an enterprise's newest demands that were ever published, at most `most`.
pub async fn public_texts_of(conn: &impl ConnectionTrait, enterprise: OrgId, most: u64) -> Result<Vec<String>> {
    let published = of_enterprise(enterprise)
        .select_only()
        .column(Column::PublicText)
        .filter(Column::PublishedAt.is_not_null())
        .filter(Column::PublicText.is_not_null());
    let newest = published.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id).limit(most);
    Ok(newest.into_tuple().all(conn).await?)
}

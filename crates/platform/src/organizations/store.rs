//! Scoped queries; writes take the transaction.

use super::{
    InstitutionType, OrgState,
    entity::{Column, Entity, Model},
    model::Mobile,
    searched::found_by_words,
};
use jinqiao_db::{Db, LastMonths, Tx, has_part, page_of, typed};
use jinqiao_kernel::{Error, OrgId, OrgKind, Page, PageQuery, Result, Sealed};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use std::collections::HashMap;

/// The organisation.
///
/// # Errors
/// `not_found`.
pub async fn by_id(conn: &impl ConnectionTrait, id: OrgId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// Certified institutions that guarantee (担保、保险), by name, at most `most`.
pub async fn guarantors(conn: &impl ConnectionTrait, most: u64) -> Result<Vec<Model>> {
    Ok(guaranteeing().order_by_asc(Column::Name).limit(most).all(conn).await?)
}

fn guaranteeing() -> Select<Entity> {
    Entity::find()
        .filter(Column::InstitutionType.is_in([InstitutionType::Guarantor, InstitutionType::Insurer]))
        .filter(Column::Certified.eq(true))
        .filter(Column::State.eq(OrgState::Active))
}

/// Is it a certified institution that guarantees?
///
/// # Errors
/// `validation` of `guarantor_id`.
pub async fn check_guarantor(conn: &impl ConnectionTrait, id: OrgId) -> Result<()> {
    if guaranteeing().filter(Column::Id.eq(id)).count(conn).await? == 1 {
        return Ok(());
    }
    Err(Error::field("guarantor_id", "请选择平台上已认证的担保或保险机构"))
}

/// Any sealed value of this database: every organisation has one, so an empty answer means an empty database.
pub async fn any_sealed(db: &Db) -> Result<Option<Sealed<Mobile>>> {
    Ok(Entity::find().one(db.read()).await?.map(|org| org.mobile))
}

/// The organisation, its row locked until the write ends.
///
/// # Errors
/// `not_found`.
pub async fn lock(tx: &Tx, id: OrgId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// The organisation registered under this credit code.
pub async fn id_of_code(conn: &impl ConnectionTrait, uscc: &str) -> Result<Option<OrgId>> {
    Ok(Entity::find().filter(Column::Uscc.eq(uscc)).one(conn).await?.map(|org| org.id))
}

/// Names of the organisations `ids`.
pub async fn names(conn: &impl ConnectionTrait, ids: impl IntoIterator<Item = OrgId>) -> Result<HashMap<OrgId, Model>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

/// Ids of organisations of one kind whose registration is approved (for notices to all of a kind).
pub async fn ids_named(conn: &impl ConnectionTrait, kind: OrgKind) -> Result<Vec<OrgId>> {
    let active = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::State.eq(OrgState::Active));
    Ok(active.select_only().column(Column::Id).into_tuple().all(conn).await?)
}

/// Ids of organisations with `words` in their name, or with this credit code; at most 500.
pub async fn ids_called(conn: &impl ConnectionTrait, words: &str) -> Result<Vec<OrgId>> {
    let either = found_by_words(conn, words).await?;
    let ids = Entity::find().select_only().column(Column::Id).filter(either).limit(500);
    Ok(ids.into_tuple().all(conn).await?)
}

/// How many organisations of `kind` are registered, and certified where that exists for them.
pub async fn certified_count(conn: &impl ConnectionTrait, kind: OrgKind) -> Result<u64> {
    let mut select = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::State.eq(OrgState::Active));
    if kind == OrgKind::Institution {
        select = select.filter(Column::Certified.eq(true));
    }
    Ok(select.count(conn).await?)
}

/// How many of the organisations of `kind` that are registered now were let in, in each of the last months.
///
/// # Errors
/// When the database fails.
pub async fn registered_by_month(conn: &impl ConnectionTrait, kind: OrgKind, months: &LastMonths) -> Result<Vec<i64>> {
    let active = Entity::find().filter(Column::Kind.eq(kind)).filter(Column::State.eq(OrgState::Active));
    months.of(conn, active, Column::DecidedAt, None).await
}

/// Which organisations the operator wants to see.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::IntoParams)]
pub struct OrganizationFilter {
    pub(super) kind: Option<OrgKind>,
    pub(super) state: Option<OrgState>,
    pub(super) certified: Option<bool>,
    /// Part of the name, or the whole credit code.
    #[param(max_length = 100)]
    pub(super) q: Option<String>,
}

pub(super) async fn page(db: &Db, filter: OrganizationFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = Entity::find();
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(certified) = filter.certified {
        select = select.filter(Column::Certified.eq(certified));
    }
    if let Some(q) = typed(filter.q.as_deref()) {
        select = select.filter(found_by_words(db.read(), q).await?);
    }
    page_of(db.read(), select.order_by_desc(Column::CreatedAt).order_by_desc(Column::Id), wanted).await
}

/// Which certified institutions are wanted.
#[derive(Clone, Debug, Default, serde::Deserialize, utoipa::IntoParams)]
pub struct InstitutionFilter {
    /// Part of the name.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Only of this type.
    institution_type: Option<InstitutionType>,
}

/// Certified institutions of one of `types`, by name, but for `own`.
///
/// # Errors
/// When the page is out of range.
pub async fn certified_institutions(
    db: &Db,
    filter: &InstitutionFilter,
    types: &[InstitutionType],
    own: OrgId,
    wanted: &PageQuery,
) -> Result<Page<Model>> {
    let mut select = Entity::find()
        .filter(Column::Kind.eq(OrgKind::Institution))
        .filter(Column::State.eq(OrgState::Active))
        .filter(Column::Certified.eq(true))
        .filter(Column::InstitutionType.is_in(types.iter().copied()))
        .filter(Column::Id.ne(own));
    if let Some(wanted) = filter.institution_type {
        select = select.filter(Column::InstitutionType.eq(wanted));
    }
    if let Some(q) = typed(filter.q.as_deref()) {
        select = select.filter(has_part(Column::Name, q));
    }
    page_of(db.read(), select.order_by_asc(Column::Name).order_by_asc(Column::Id), wanted).await
}

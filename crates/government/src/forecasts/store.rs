//! Scoped queries; writes take the transaction.

use super::{
    ForecastState,
    content::first,
    entity::{forecast, subscription},
};
use crate::policies::{PolicyClass, PolicyLevel};
use forecast::Column;
use jinqiao_db::{Db, Tx, page_of, page_of_two};
use jinqiao_kernel::{Error, NaiveDate, OrgId, Page, PageQuery, PolicyId, Result, local_date};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect,
    QueryTrait as _, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Firms that one fact tells.
pub const BATCH: u64 = 100;

/// Forecasts of a department that have not ended.
pub fn running(department: OrgId) -> Select<forecast::Entity> {
    forecast::Entity::find()
        .filter(Column::DepartmentId.eq(department))
        .filter(Column::State.is_in([ForecastState::Draft, ForecastState::Published]))
}

/// Forecasts of a department, last changed first.
pub async fn own_page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<forecast::Model>> {
    let select = forecast::Entity::find().filter(Column::DepartmentId.eq(department));
    page_of(db.read(), select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id), wanted).await
}

/// One forecast of the department.
pub async fn own(conn: &impl ConnectionTrait, department: OrgId, id: Uuid) -> Result<forecast::Model> {
    let own = forecast::Entity::find_by_id(id).filter(Column::DepartmentId.eq(department));
    own.one(conn).await?.ok_or_else(Error::not_found)
}

/// The same, locked until the write ends.
pub async fn lock_own(tx: &Tx, department: OrgId, id: Uuid) -> Result<forecast::Model> {
    let own = forecast::Entity::find_by_id(id).filter(Column::DepartmentId.eq(department)).lock_exclusive();
    own.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Published forecasts that become the item `policy`, locked; for the reaction to its publication.
pub async fn lock_of_policy(tx: &Tx, policy: PolicyId) -> Result<Vec<forecast::Model>> {
    let named = forecast::Entity::find().filter(Column::PolicyId.eq(policy));
    Ok(named.filter(Column::State.eq(ForecastState::Published)).lock_exclusive().all(tx.conn()).await?)
}

/// A forecast that everybody can read.
pub async fn listed(conn: &impl ConnectionTrait, id: Uuid) -> Result<forecast::Model> {
    let found = forecast::Entity::find_by_id(id).filter(Column::Listed.eq(true));
    found.one(conn).await?.ok_or_else(Error::not_found)
}

/// Which forecasts are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ForecastFilter {
    level: Option<PolicyLevel>,
    class: Option<PolicyClass>,
    /// Those that have become items, or were withdrawn; without it those that are still expected.
    ended: Option<bool>,
}

/// The public list: the next expected first, after them those whose month is over, the last first; of those that have ended the last expected.
pub async fn public_page(db: &Db, filter: &ForecastFilter, wanted: &PageQuery) -> Result<Page<forecast::Model>> {
    let ended = filter.ended.unwrap_or_default();
    let kinds = Condition::all()
        .add(Column::Listed.eq(true))
        .add(Column::Ended.eq(ended))
        .add_option(filter.level.map(|level| Column::Level.eq(level)))
        .add_option(filter.class.map(|class| Column::Class.eq(class)));
    let select = forecast::Entity::find().filter(kinds);
    let last_first =
        |select: Select<forecast::Entity>| select.order_by_desc(Column::OpensMonth).order_by_desc(Column::Id);
    if ended {
        return page_of(db.read(), last_first(select), wanted).await;
    }
    let month = Column::OpensMonth;
    let this_month: NaiveDate = first(local_date(db.world().now()).into()).into();
    let coming = select.clone().filter(month.gte(this_month)).order_by_asc(month).order_by_asc(Column::Id);
    let late = last_first(select.filter(month.lt(this_month)));
    page_of_two(db.read(), [coming, late], wanted).await
}

/// Subscriptions of a firm to forecasts that have not ended, but the one to `forecast`.
pub fn counted(enterprise: OrgId, forecast: Uuid) -> Select<subscription::Entity> {
    let expected = forecast::Entity::find()
        .filter(Column::State.eq(ForecastState::Published))
        .select_only()
        .column(Column::Id)
        .into_query();
    subscription::Entity::find()
        .filter(subscription::Column::EnterpriseId.eq(enterprise))
        .filter(subscription::Column::ForecastId.ne(forecast))
        .filter(subscription::Column::ForecastId.in_subquery(expected))
}

/// Does the firm want to be told?
pub async fn subscribed(conn: &impl ConnectionTrait, enterprise: OrgId, id: Uuid) -> Result<bool> {
    Ok(subscription::Entity::find_by_id((id, enterprise)).one(conn).await?.is_some())
}

/// Subscriptions of a firm, newest first.
pub async fn of_enterprise(db: &Db, enterprise: OrgId, wanted: &PageQuery) -> Result<Page<subscription::Model>> {
    use subscription::Column::{CreatedAt, EnterpriseId, ForecastId};
    let select = subscription::Entity::find().filter(EnterpriseId.eq(enterprise));
    page_of(db.read(), select.order_by_desc(CreatedAt).order_by_desc(ForecastId), wanted).await
}

/// Forecasts by their ids.
pub async fn by_ids(conn: &impl ConnectionTrait, ids: impl IntoIterator<Item = Uuid>) -> Result<Vec<forecast::Model>> {
    Ok(forecast::Entity::find().filter(Column::Id.is_in(ids)).all(conn).await?)
}

/// How many firms want to be told.
pub async fn subscribers(conn: &impl ConnectionTrait, id: Uuid) -> Result<u64> {
    Ok(subscription::Entity::find().filter(subscription::Column::ForecastId.eq(id)).count(conn).await?)
}

/// The next firms to be told after `last`, in the order of their ids.
pub async fn batch(conn: &impl ConnectionTrait, id: Uuid, last: Option<OrgId>) -> Result<Vec<OrgId>> {
    use subscription::Column::{EnterpriseId, ForecastId};
    let select = subscription::Entity::find()
        .filter(ForecastId.eq(id))
        .apply_if(last, |select, last| select.filter(EnterpriseId.gt(last)))
        .select_only()
        .column(EnterpriseId);
    Ok(select.order_by_asc(EnterpriseId).limit(BATCH).into_tuple().all(conn).await?)
}

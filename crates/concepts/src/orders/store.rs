//! Scoped queries; writes take the transaction.

use super::{
    OrderState,
    entity::{ActiveModel, Column, Entity, Model},
};
use crate::demands::{self, Demand, OrdersSummary};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{DemandId, Error, OrderId, OrgId, Page, PageQuery, ProductId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait as _},
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Whose orders are looked at. There is no query without it.
#[derive(Clone, Copy, Debug)]
pub enum Scope {
    /// Orders on the demands of an enterprise.
    Enterprise(OrgId),
    /// Orders of an institution.
    Institution(OrgId),
}

fn find_for(scope: Scope) -> Select<Entity> {
    match scope {
        Scope::Enterprise(org) => Entity::find().filter(Column::EnterpriseId.eq(org)),
        Scope::Institution(org) => Entity::find().filter(Column::InstitutionId.eq(org)),
    }
}

pub async fn by_id(conn: &impl ConnectionTrait, scope: Scope, id: OrderId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// The order and its demand, both locked until the write ends: the demand always first, so that no two writes wait for
/// each other.
pub async fn lock(tx: &Tx, scope: Scope, id: OrderId) -> Result<(Demand, Model)> {
    let seen = by_id(tx.conn(), scope, id).await?;
    let demand = demands::lock_any(tx, seen.demand_id).await?;
    let order = find_for(scope).filter(Column::Id.eq(id)).lock_exclusive().one(tx.conn()).await?;
    Ok((demand, order.ok_or_else(Error::not_found)?))
}

/// All orders of a demand, oldest first.
pub async fn of_demand(conn: &impl ConnectionTrait, demand: DemandId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::DemandId.eq(demand));
    Ok(rows.order_by_asc(Column::OpenedAt).order_by_asc(Column::Id).all(conn).await?)
}

/// The institution's own orders on `demands`.
pub async fn mine(conn: &impl ConnectionTrait, institution: OrgId, demands: Vec<DemandId>) -> Result<Vec<Model>> {
    let mine = find_for(Scope::Institution(institution)).filter(Column::DemandId.is_in(demands));
    Ok(mine.all(conn).await?)
}

/// Has the enterprise an order that runs under this product?
pub async fn applied_for(conn: &impl ConnectionTrait, enterprise: OrgId, product: ProductId) -> Result<bool> {
    let running = OrderState::iter().filter(|state| state.live() || *state == OrderState::Disbursed);
    let found = find_for(Scope::Enterprise(enterprise))
        .filter(Column::ProductId.eq(product))
        .filter(Column::State.is_in(running));
    Ok(found.one(conn).await?.is_some())
}

/// Stores `row` if nobody changed it since `version`.
pub async fn save(tx: &Tx, row: ActiveModel, id: OrderId, version: i32) -> Result<()> {
    let unchanged = Entity::update_many().set(row).filter(Column::Id.eq(id)).filter(Column::Version.eq(version));
    if unchanged.exec(tx.conn()).await?.rows_affected == 0 { Err(Error::stale()) } else { Ok(()) }
}

/// What the orders of a demand add up to.
pub fn summary(orders: &[Model]) -> OrdersSummary {
    let accepted = || orders.iter().filter(|order| order.state.accepted());
    OrdersSummary {
        live: i32::try_from(orders.iter().filter(|order| order.state.live()).count()).unwrap_or(i32::MAX),
        pending: i32::try_from(accepted().filter(|order| order.state != OrderState::Closed).count())
            .unwrap_or(i32::MAX),
        accepted: accepted().map(|order| order.granted_amount).sum(),
        disbursed: orders
            .iter()
            .filter(|order| order.state == OrderState::Closed)
            .map(|order| order.disbursed_amount)
            .sum(),
    }
}

/// Which of the own orders are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct OrderFilter {
    state: Option<OrderState>,
    /// Only those that take a place on their demand, or only the others.
    live: Option<bool>,
}

pub async fn page(db: &Db, scope: Scope, filter: &OrderFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = find_for(scope);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(live) = filter.live {
        let states = OrderState::iter().filter(|state| state.live() == live);
        select = select.filter(Column::State.is_in(states));
    }
    page_of(db.read(), select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id), wanted).await
}

/// How many enterprises have had an order (服务企业数).
///
/// # Errors
/// When the database fails.
pub async fn served_enterprises(conn: &impl ConnectionTrait) -> Result<i64> {
    let firms = Expr::col(Column::EnterpriseId).count_distinct();
    let distinct = Entity::find().select_only().expr_as(firms, "count");
    Ok(distinct.into_tuple().one(conn).await?.unwrap_or_default())
}

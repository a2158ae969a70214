//! Scoped queries; writes take the transaction.

use super::{
    entity::{ActiveModel, Column, Entity, Model},
    model::SecondState,
    terms::ExtensionDecision,
};
use crate::{
    demands::Demand,
    orders::{Order, OrderColumn, OrderState, Orders, Scope, ids_for, lock_any_order},
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_kernel::{Error, OrderId, Page, PageQuery, Result, SecondCreditId};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, Iterable, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Whoever sees the first order sees what came of it.
fn find_for(scope: &Scope) -> Select<Entity> {
    match scope {
        Scope::Enterprise(org) => Entity::find().filter(Column::EnterpriseId.eq(*org)),
        Scope::Institution(org) => Entity::find().filter(Column::InstitutionId.eq(*org)),
        Scope::Person(org, ..) => Entity::find()
            .filter(Column::InstitutionId.eq(*org))
            .filter(Column::FirstOrderId.in_subquery(ids_for(scope))),
    }
}

pub async fn by_id(conn: &impl ConnectionTrait, scope: &Scope, id: SecondCreditId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// One that the operator has, or had, to review.
pub async fn reviewed(conn: &impl ConnectionTrait, id: SecondCreditId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// The first order's demand, the first order and the second credit, all locked until the write ends.
pub async fn lock(tx: &Tx, id: SecondCreditId) -> Result<(Demand, Order, Model)> {
    let seen = reviewed(tx.conn(), id).await?;
    let (demand, order) = lock_any_order(tx, seen.first_order_id).await?;
    let row = Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?;
    Ok((demand, order, row.ok_or_else(Error::not_found)?))
}

/// All that came of an order, newest first.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Model>> {
    let rows = Entity::find().filter(Column::FirstOrderId.eq(order));
    Ok(rows.order_by_desc(Column::AskedAt).order_by_desc(Column::Id).all(conn).await?)
}

/// How an extension was decided; none of another second credit.
pub async fn extension_of(conn: &impl ConnectionTrait, id: SecondCreditId) -> Result<Option<ExtensionDecision>> {
    Ok(reviewed(conn, id).await?.decision.0)
}

pub async fn insert(tx: &Tx, row: ActiveModel) -> Result<()> {
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Which second credits are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct SecondFilter {
    pub state: Option<SecondState>,
    /// Only those that still run here, or only the others.
    pub running: Option<bool>,
}

pub async fn page(db: &Db, scope: &Scope, filter: &SecondFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = find_for(scope);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(running) = filter.running {
        let states = SecondState::iter().filter(|state| state.running() == running);
        select = select.filter(Column::State.is_in(states));
    }
    page_of(db.read(), select.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id), wanted).await
}

/// How many second credits have come to an end with money, or with a later end of the loan (二次授信笔数): counted apart, because
/// they serve no new enterprise.
pub async fn granted(conn: &impl ConnectionTrait) -> Result<u64> {
    let paid =
        Orders::find().filter(OrderColumn::SecondId.is_not_null()).filter(OrderColumn::State.eq(OrderState::Closed));
    let extended = Entity::find().filter(Column::State.eq(SecondState::Extended));
    Ok(paid.count(conn).await? + extended.count(conn).await?)
}

//! Scoped queries; writes take the transaction.

use super::{
    ComplaintKind, ComplaintState,
    entity::{Column, Entity, Model},
};
use jinqiao_db::{Db, Tx, page_of};
use jinqiao_financing::orders;
use jinqiao_kernel::{AccountId, Actor, ComplaintId, Error, OrderId, OrgId, Page, PageQuery, Result, Role};
use sea_orm::{
    ActiveEnum, ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter,
    QueryOrder, QuerySelect, Select,
};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

/// Whose complaints are looked at. There is no query without it.
#[derive(Clone, Copy, Debug)]
pub enum Scope<'a> {
    /// Those that the actor's organisation opened or that are about it, as far as the actor sees their orders.
    Party(&'a Actor),
    /// All, for the operator.
    Operator,
    /// Those that are copied to the government.
    Oversight,
}

fn find_for(scope: Scope<'_>) -> Select<Entity> {
    match scope {
        Scope::Operator => Entity::find(),
        Scope::Oversight => Entity::find().filter(Column::Copied.eq(true)),
        Scope::Party(actor) => {
            let sides = Condition::any().add(Column::ComplainantOrg.eq(actor.org)).add(Column::AboutOrg.eq(actor.org));
            let select = Entity::find().filter(sides);
            if actor.role != Role::Institution || actor.reach.is_none() {
                return select;
            }
            let theirs = Condition::any()
                .add(Column::ComplainantId.eq(actor.account))
                .add(Column::OrderId.in_subquery(orders::ids_seen_by(actor)));
            select.filter(theirs)
        }
    }
}

/// What `org` opened and what is not closed yet.
pub fn unclosed_of(org: OrgId) -> Select<Entity> {
    Entity::find().filter(Column::ComplainantOrg.eq(org)).filter(Column::State.ne(ComplaintState::Closed))
}

pub async fn by_id(conn: &impl ConnectionTrait, scope: Scope<'_>, id: ComplaintId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

pub async fn exists(conn: &impl ConnectionTrait, scope: Scope<'_>, id: ComplaintId) -> Result<bool> {
    Ok(find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.is_some())
}

/// The complaint, locked until the write ends.
pub async fn lock(tx: &Tx, scope: Scope<'_>, id: ComplaintId) -> Result<Model> {
    let found = find_for(scope).filter(Column::Id.eq(id)).lock_exclusive();
    found.one(tx.conn()).await?.ok_or_else(Error::not_found)
}

pub async fn insert(tx: &Tx, row: &Model) -> Result<()> {
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// On which side of a complaint the reader stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintSide {
    /// The reader's organisation opened it.
    Own,
    /// It is about the reader's organisation.
    About,
}

/// Which complaints are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ComplaintFilter {
    kind: Option<ComplaintKind>,
    state: Option<ComplaintState>,
    /// Only those of this order.
    order: Option<OrderId>,
    /// Only own ones, or only those about the reader's organisation; for the two sides.
    #[param(inline)]
    side: Option<ComplaintSide>,
    /// Begins the number or that of the order, with or without hyphens, or is the end of one; stands in the title; or is in a name that the reader may know.
    #[param(max_length = 60)]
    pub(super) q: Option<String>,
    /// Only those in which the operator has to act, most urgent first.
    waiting: Option<bool>,
    /// Only those that this account handles; for the operator.
    handler: Option<AccountId>,
}

/// A page of those that are wanted, of those that were `found` by words where any were typed.
pub async fn page(
    db: &Db,
    scope: Scope<'_>,
    filter: &ComplaintFilter,
    found: Option<Condition>,
    wanted: &PageQuery,
) -> Result<Page<Model>> {
    let mut select = find_for(scope);
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind));
    }
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(order) = filter.order {
        select = select.filter(Column::OrderId.eq(order));
    }
    if let Some(handler) = filter.handler {
        select = select.filter(Column::HandlerId.eq(handler));
    }
    if let (Some(side), Scope::Party(actor)) = (filter.side, scope) {
        let column = if side == ComplaintSide::Own { Column::ComplainantOrg } else { Column::AboutOrg };
        select = select.filter(column.eq(actor.org));
    }
    if let Some(found) = found {
        select = select.filter(found);
    }
    if filter.waiting == Some(true) {
        let states = [ComplaintState::Open, ComplaintState::Assigned, ComplaintState::Reopened];
        let urgent = select.filter(Column::State.is_in(states.map(|state| state.to_value())));
        return page_of(db.read(), urgent.order_by_asc(Column::DueAt).order_by_asc(Column::Id), wanted).await;
    }
    page_of(db.read(), select.order_by_desc(Column::OpenedAt).order_by_desc(Column::Id), wanted).await
}

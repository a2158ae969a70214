//! 派单: an institution is offered a demand first, and takes it with an offer (`grab`) or lets it pass (domain 2.1, 2.2 row 1b).
//! Whom a demand goes to is decided by `matching`.

use super::{
    OrderState, OrderStep, OrderedProduct,
    entity::{Column, Entity, Model},
    model::OrderActionKind,
    opening,
    steps::{Change, Writing, locked, move_to, opened},
    store::{self, Scope},
};
use crate::demands::Demand;
use jinqiao_db::{Asked, Db, Doc, Tx};
use jinqiao_kernel::{Actor, Checks, DemandId, OrderId, OrgId, RequestMeta, Result};
use jinqiao_platform::accounts;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// Offers the locked demand to an institution for its `product`; it lies with the primary account until somebody takes it.
///
/// # Errors
/// `not_found` when the institution has no account.
pub async fn invite(tx: &Tx, demand: &Demand, institution: OrgId, product: OrderedProduct) -> Result<OrderId> {
    let officer = accounts::actor_of_org(tx.conn(), institution, &RequestMeta::default()).await?;
    let order = Model {
        product_id: Some(product.id),
        product: Some(Doc(product)),
        ..opening::blank(tx, demand, &officer, OrderState::Invited).await?
    };
    opening::insert(tx, &order).await?;
    opened(tx, demand, &order, OrderStep::Invited, demand.amount).await?;
    Ok(order.id)
}

/// Lets a dispatched demand pass, with a reason of 2 to 200 characters.
///
/// # Errors
/// `validation`; `orders.wrong_state`; `conflict.stale`.
pub async fn pass(db: &Db, actor: &Actor, id: OrderId, version: i32, reason: &str) -> Result<()> {
    Checks::new().text("reason", reason, 2..=200).done()?;
    let asked = Asked::new(OrderActionKind::Pass, "orders.pass", version).because(reason);
    let (scope, why) = (&Scope::of_institution(actor), &asked.reason);
    let lock = |tx| async move { locked(tx, scope, id).await };
    db.step(actor, id, &asked, lock, |tx, Writing { demand, order, .. }, to| async move {
        // The demand does not follow: nobody has taken it, the dispatch goes on.
        move_to(&tx, &demand, &order, Change::default(), to, OrderStep::Passed, why.clone()).await
    })
    .await
}

/// Institutions that have, or had, an order on the demand, with its state.
pub async fn states_of_demand(
    conn: &impl ConnectionTrait,
    demand: DemandId,
) -> Result<HashMap<OrgId, (OrderId, OrderState)>> {
    let rows = store::of_demand(conn, demand).await?;
    Ok(rows.into_iter().map(|row| (row.institution_id, (row.id, row.state))).collect())
}

/// The institutions that the enterprises of `demands` chose: whose grants they accepted.
pub async fn chosen(
    conn: &impl ConnectionTrait,
    demands: impl IntoIterator<Item = DemandId>,
) -> Result<HashMap<DemandId, Vec<OrgId>>> {
    let rows = Entity::find()
        .select_only()
        .column(Column::DemandId)
        .column(Column::InstitutionId)
        .filter(Column::DemandId.is_in(demands))
        .filter(Column::State.is_in(OrderState::iter().filter(|state| state.accepted())));
    let mut chosen: HashMap<_, Vec<_>> = HashMap::new();
    for (demand, institution) in rows.into_tuple::<(DemandId, OrgId)>().all(conn).await? {
        chosen.entry(demand).or_default().push(institution);
    }
    Ok(chosen)
}

/// How many orders each institution has under way.
pub async fn running(conn: &impl ConnectionTrait) -> Result<HashMap<OrgId, i64>> {
    let states = OrderState::iter().filter(|state| state.live() || *state == OrderState::Invited);
    let counted = Entity::find()
        .select_only()
        .column(Column::InstitutionId)
        .column_as(Column::Id.count(), "count")
        .filter(Column::State.is_in(states))
        .group_by(Column::InstitutionId);
    Ok(counted.into_tuple::<(OrgId, i64)>().all(conn).await?.into_iter().collect())
}

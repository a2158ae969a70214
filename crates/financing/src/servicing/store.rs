//! Scoped queries; writes take the transaction.

use super::{
    entity::{ActiveModel, Column, Entity, Model, checks, receipts},
    model::{DrawState, OverdueStage},
    position::Paid,
};
use crate::orders::{Scope, ids_for};
use jinqiao_db::{Db, Tx, page_of, typed};
use jinqiao_kernel::{DrawId, Error, NaiveDate, OrderId, OrgId, Page, PageQuery, ReceiptId, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder,
    QuerySelect, Select, sea_query::Expr,
};
use serde::Deserialize;
use utoipa::IntoParams;

/// Whoever sees an order sees its draws.
pub fn find_for(scope: &Scope) -> Select<Entity> {
    match scope {
        Scope::Enterprise(org) => Entity::find().filter(Column::EnterpriseId.eq(*org)),
        Scope::Institution(org) => Entity::find().filter(Column::InstitutionId.eq(*org)),
        Scope::Person(org, ..) => {
            Entity::find().filter(Column::InstitutionId.eq(*org)).filter(Column::OrderId.in_subquery(ids_for(scope)))
        }
    }
}

pub async fn by_id(conn: &impl ConnectionTrait, scope: &Scope, id: DrawId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)
}

/// One of the draws inside `scope`, locked.
pub async fn lock(tx: &Tx, scope: &Scope, id: DrawId) -> Result<Model> {
    find_for(scope).filter(Column::Id.eq(id)).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// One, whoever asks, locked.
pub async fn lock_any(tx: &Tx, id: DrawId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// All of an order.
pub fn all_of_order(order: OrderId) -> Select<Entity> {
    Entity::find().filter(Column::OrderId.eq(order))
}

/// All repayments of a draw, struck ones too.
pub fn all_receipts(draw: DrawId) -> Select<receipts::Entity> {
    receipts::Entity::find().filter(receipts::Column::DrawId.eq(draw))
}

/// All checks of the use of a draw.
pub fn all_checks(draw: DrawId) -> Select<checks::Entity> {
    checks::Entity::find().filter(checks::Column::DrawId.eq(draw))
}

/// All of an order, in their order.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Model>> {
    Ok(all_of_order(order).order_by_asc(Column::Place).all(conn).await?)
}

/// Ids of those of an order that run, for what happens to the order.
pub async fn running_of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<DrawId>> {
    let running = all_of_order(order).filter(Column::State.eq(DrawState::Running));
    Ok(running.order_by_asc(Column::Place).all(conn).await?.into_iter().map(|row| row.id).collect())
}

/// Those of an enterprise that run.
pub async fn running_of(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<Vec<Model>> {
    let running =
        Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(Column::State.eq(DrawState::Running));
    Ok(running.order_by_asc(Column::RecordedAt).order_by_asc(Column::Id).all(conn).await?)
}

/// The running draw inside `scope` that has the voucher; there is one at most.
pub async fn with_voucher(conn: &impl ConnectionTrait, scope: &Scope, voucher: &str) -> Result<Option<Model>> {
    let found = find_for(scope).filter(Column::VoucherNo.eq(voucher.trim().to_uppercase()));
    Ok(found.filter(Column::State.is_in([DrawState::Running, DrawState::Settled])).one(conn).await?)
}

pub async fn insert(tx: &Tx, row: Model) -> Result<()> {
    Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn()).await?;
    Ok(())
}

/// Which draws are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct DrawFilter {
    /// Only in this state.
    state: Option<DrawState>,
    /// Only those that are late, by stage.
    stage: Option<OverdueStage>,
    /// Only those that are late at all, or only the others.
    late: Option<bool>,
    /// Only those that run and end by this day (到期清单).
    matures_by: Option<jinqiao_kernel::Day>,
    /// Number of the order or the voucher, from its beginning.
    #[param(max_length = 60)]
    no: Option<String>,
}

pub async fn page(db: &Db, scope: &Scope, filter: &DrawFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = find_for(scope);
    if let Some(state) = filter.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(stage) = filter.stage {
        select = select.filter(Column::Stage.eq(stage));
    }
    if let Some(late) = filter.late {
        select = select.filter(if late { Column::Stage.is_not_null() } else { Column::Stage.is_null() });
    }
    if let Some(day) = filter.matures_by {
        select = select.filter(Column::State.eq(DrawState::Running)).filter(Column::MaturesOn.lte(*day));
    }
    if let Some(no) = typed(filter.no.as_deref()) {
        let no = no.to_uppercase();
        select = select.filter(Condition::any().add(Column::VoucherNo.eq(&no)).add(Column::OrderNo.eq(&no)));
    }
    page_of(db.read(), select.order_by_asc(Column::MaturesOn).order_by_asc(Column::Id), wanted).await
}

/// Repayments of a draw, newest first, struck ones too.
pub async fn receipts_of(conn: &impl ConnectionTrait, draw: DrawId) -> Result<Vec<receipts::Model>> {
    let newest = all_receipts(draw)
        .order_by_desc(receipts::Column::PaidOn)
        .order_by_desc(receipts::Column::RecordedAt)
        .order_by_desc(receipts::Column::Id);
    Ok(newest.all(conn).await?)
}

/// What counts of them.
pub fn counted(receipts: &[receipts::Model]) -> Vec<Paid> {
    let counts = receipts.iter().filter(|receipt| receipt.counted_no.is_some());
    counts
        .map(|receipt| Paid {
            on: receipt.paid_on,
            kind: receipt.kind,
            principal: receipt.principal,
            interest: receipt.interest,
        })
        .collect()
}

/// The repayment that the institution recorded under this number and that counts.
pub async fn with_serial(
    conn: &impl ConnectionTrait,
    institution: OrgId,
    serial: &str,
) -> Result<Option<receipts::Model>> {
    let known = receipts::Entity::find()
        .filter(receipts::Column::InstitutionId.eq(institution))
        .filter(receipts::Column::CountedNo.eq(serial));
    Ok(known.one(conn).await?)
}

/// Strikes a repayment; whether it counted until now.
pub async fn strike(tx: &Tx, draw: DrawId, id: ReceiptId, because: &str) -> Result<bool> {
    let struck = receipts::Entity::update_many()
        .col_expr(receipts::Column::CountedNo, Expr::value(Option::<String>::None))
        .col_expr(receipts::Column::ReversedBecause, Expr::value(because))
        .col_expr(receipts::Column::ReversedAt, Expr::value(tx.now()))
        .filter(receipts::Column::Id.eq(id))
        .filter(receipts::Column::DrawId.eq(draw))
        .filter(receipts::Column::CountedNo.is_not_null());
    Ok(struck.exec(tx.conn()).await?.rows_affected == 1)
}

/// Checks of the use of a draw, newest first.
pub async fn checks_of(conn: &impl ConnectionTrait, draw: DrawId) -> Result<Vec<checks::Model>> {
    Ok(all_checks(draw)
        .order_by_desc(checks::Column::CheckedOn)
        .order_by_desc(checks::Column::RecordedAt)
        .order_by_desc(checks::Column::Id)
        .all(conn)
        .await?)
}

/// Fields that follow from where a draw stands.
pub fn standing(row: &Model, position: &super::position::Position, today: NaiveDate) -> ActiveModel {
    use sea_orm::Set;
    let next = position.next.filter(|_| !position.settled);
    ActiveModel {
        owed: Set(position.owed),
        next_on: Set(next.map(|line| line.due_on)),
        next_amount: Set(next.map(|_| position.next_rest).unwrap_or_default()),
        late_since: Set(position.late_since),
        late_amount: Set(position.late),
        stage: Set(position.stage(today)),
        matures_on: Set(row.terms.0.matures_on(&row.extensions.0)),
        ..Default::default()
    }
}

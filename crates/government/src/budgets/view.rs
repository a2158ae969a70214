//! What a department sees of its budgets.

use super::{
    BudgetMove,
    entity::{budget, movement},
};
use crate::policies;
use jinqiao_db::{Db, page_of};
use jinqiao_kernel::{DateTime, Error, Money, OrgId, Page, PageQuery, PolicyId, Result};
use jinqiao_platform::accounts;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The budget of an item, fen.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct BudgetView {
    policy_id: PolicyId,
    title: String,
    /// For all together; none without a bound.
    total: Option<Money>,
    /// 已预留.
    reserved: Money,
    /// 拨付中.
    listed: Money,
    /// 已拨付.
    paid: Money,
    /// 已追回.
    recovered: Money,
    /// 可用余额.
    left: Option<Money>,
    updated_at: DateTime,
}

/// A movement of an item's budget.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct BudgetMoveView {
    kind: BudgetMove,
    amount: Money,
    /// What was left after it.
    left: Option<Money>,
    /// The application that it was for.
    application_id: jinqiao_kernel::ApplicationId,
    /// Who moved it; nobody where it followed by itself.
    by: Option<String>,
    at: DateTime,
}

fn view(row: &budget::Model, title: String) -> BudgetView {
    let sums = row.sums();
    BudgetView {
        policy_id: row.policy_id,
        title,
        total: sums.total,
        reserved: sums.reserved,
        listed: sums.listed,
        paid: sums.paid,
        recovered: sums.recovered,
        left: sums.left(),
        updated_at: row.updated_at,
    }
}

/// Budgets of a department, last moved first.
pub async fn page(db: &Db, department: OrgId, wanted: &PageQuery) -> Result<Page<BudgetView>> {
    let select = budget::Entity::find().filter(budget::Column::DepartmentId.eq(department));
    let select = select.order_by_desc(budget::Column::UpdatedAt).order_by_desc(budget::Column::PolicyId);
    let rows = page_of(db.read(), select, wanted).await?;
    let titles = policies::titles(db.read(), rows.items.iter().map(|row| row.policy_id)).await?;
    Ok(rows.map(|row| view(&row, titles.get(&row.policy_id).cloned().unwrap_or_default())))
}

/// The budget of one item of the department.
///
/// # Errors
/// `not_found` before its publication, and for another department's.
pub async fn one(db: &Db, department: OrgId, policy: PolicyId) -> Result<BudgetView> {
    let found = budget::Entity::find_by_id(policy).filter(budget::Column::DepartmentId.eq(department));
    let row = found.one(db.read()).await?.ok_or_else(Error::not_found)?;
    let titles = policies::titles(db.read(), [policy]).await?;
    Ok(view(&row, titles.get(&policy).cloned().unwrap_or_default()))
}

/// How it moved, newest first.
///
/// # Errors
/// As for [`one`].
pub async fn moves(db: &Db, department: OrgId, policy: PolicyId, wanted: &PageQuery) -> Result<Page<BudgetMoveView>> {
    one(db, department, policy).await?;
    let select = movement::Entity::find().filter(movement::Column::PolicyId.eq(policy));
    let select = select.order_by_desc(movement::Column::At).order_by_desc(movement::Column::Id);
    let rows = page_of(db.read(), select, wanted).await?;
    let people = accounts::named(db.read(), rows.items.iter().filter_map(|row| row.account_id)).await?;
    Ok(rows.map(|row| BudgetMoveView {
        kind: row.kind,
        amount: row.amount,
        left: row.left,
        application_id: row.application_id,
        by: row.account_id.and_then(|id| people.get(&id)).map(|person| person.name.clone()),
        at: row.at,
    }))
}

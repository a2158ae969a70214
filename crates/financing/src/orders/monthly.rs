//! 月度走势: how many orders were opened, and what was invested, in each of the last months.

use super::{
    OrderState,
    entity::{Column, Entity},
    store::{Scope, find_for},
};
use crate::products::FinancingKind;
use jinqiao_db::LastMonths;
use jinqiao_kernel::Result;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};

/// Orders inside `scope` by the month in which they were opened; what was dispatched and not taken is none.
pub async fn opened_by_month(conn: &impl ConnectionTrait, scope: &Scope, months: &LastMonths) -> Result<Vec<i64>> {
    let taken = find_for(scope).filter(Column::State.is_not_in([OrderState::Invited, OrderState::Passed]));
    months.of(conn, taken, Column::OpenedAt, None).await
}

/// What investors paid and firms confirmed, fen, by the month of the payment; of all, or inside `scope`. Loans are told by their draws.
pub async fn invested_by_month(
    conn: &impl ConnectionTrait,
    scope: Option<&Scope>,
    months: &LastMonths,
) -> Result<Vec<i64>> {
    let rows = scope.map_or_else(Entity::find, find_for);
    let paid = rows.filter(Column::Kind.eq(FinancingKind::Equity)).filter(Column::State.eq(OrderState::Closed));
    months.of(conn, paid, Column::DisbursedAt, Some(Column::DisbursedAmount)).await
}

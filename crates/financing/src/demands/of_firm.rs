//! What one firm has looked for, in sums.

use super::{
    DemandState,
    entity::{Column, Entity},
};
use jinqiao_kernel::{Money, OrgId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Demands that a firm has handed in, direct applications among them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult, Serialize, Deserialize, ToSchema)]
pub struct FirmDemands {
    /// How many.
    pub count: i64,
    /// Those among them that are dispatched, on the market or in negotiation.
    pub running: i64,
    /// What was asked for, fen.
    pub asked: Money,
    /// What was granted and accepted, fen.
    pub accepted: Money,
    /// What was paid out and confirmed, fen.
    pub disbursed: Money,
}

fn sum(of: SimpleExpr) -> SimpleExpr {
    // PostgreSQL adds up to a wider type.
    Func::coalesce([of.sum(), 0.into()]).cast_as("bigint")
}

/// What `enterprise` has looked for; zeros for one that never did. One statement.
///
/// # Errors
/// When the database fails.
pub async fn of_firm(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<FirmDemands> {
    let running = [DemandState::Dispatched, DemandState::Open, DemandState::Negotiating];
    let running = Expr::case(Column::State.is_in(running), 1).finally(0);
    let sums = Entity::find()
        .select_only()
        .column_as(Column::Id.count(), "count")
        .expr_as(sum(running.into()), "running")
        .expr_as(sum(Expr::col(Column::Amount)), "asked")
        .expr_as(sum(Expr::col(Column::AcceptedAmount)), "accepted")
        .expr_as(sum(Expr::col(Column::DisbursedAmount)), "disbursed")
        .filter(Column::EnterpriseId.eq(enterprise))
        .filter(Column::SubmittedAt.is_not_null());
    Ok(sums.into_model::<FirmDemands>().one(conn).await?.unwrap_or_default())
}

//! What enterprises borrowed here and paid for it, over all their draws.

use super::{
    DrawState,
    entity::{Column, Entity},
};
use jinqiao_kernel::{Money, OrgId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{ExprTrait as _, Func, SimpleExpr},
};
use std::collections::HashMap;

/// Sums over the draws of one enterprise that count: those that run and those that are settled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Borrowed {
    /// Principal that was paid out and confirmed, fen.
    pub lent: Money,
    /// Interest that was repaid, fen.
    pub interest: Money,
    /// Principal that is not repaid, fen.
    pub owed: Money,
    /// What should have been paid by now and was not, fen.
    pub late: Money,
    /// How many draws.
    pub draws: i64,
}

/// What each of `enterprises` borrowed here; those that borrowed nothing are left out. One statement.
///
/// # Errors
/// When the database fails.
pub async fn borrowed_by(
    conn: &impl ConnectionTrait,
    enterprises: impl IntoIterator<Item = OrgId>,
) -> Result<HashMap<OrgId, Borrowed>> {
    let sum = |column: Column| -> SimpleExpr { Func::coalesce([column.sum(), 0.into()]).cast_as("bigint") };
    let sums: Vec<(OrgId, Money, Money, Money, Money, i64)> = Entity::find()
        .select_only()
        .column(Column::EnterpriseId)
        .column_as(sum(Column::Amount), "lent")
        .column_as(sum(Column::InterestPaid), "interest")
        .column_as(sum(Column::Owed), "owed")
        .column_as(sum(Column::LateAmount), "late")
        .column_as(Column::Id.count(), "draws")
        .filter(Column::EnterpriseId.is_in(enterprises))
        .filter(Column::State.is_in([DrawState::Running, DrawState::Settled]))
        .group_by(Column::EnterpriseId)
        .into_tuple()
        .all(conn)
        .await?;
    let borrowed = |(firm, lent, interest, owed, late, draws)| (firm, Borrowed { lent, interest, owed, late, draws });
    Ok(sums.into_iter().map(borrowed).collect())
}

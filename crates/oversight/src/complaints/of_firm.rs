//! How many complaints one firm has made, and how many are about it.

use super::{
    ComplaintState, Finding,
    entity::{Column, Entity},
};
use jinqiao_kernel::{OrgId, Result};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Complaints of and about a firm, counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult, Serialize, Deserialize, ToSchema)]
pub struct FirmComplaints {
    /// It made them.
    pub made: i64,
    /// Those among them that are not closed.
    pub made_open: i64,
    /// They are about it.
    pub about: i64,
    /// Those among them that were found justified, in whole or in part.
    pub about_justified: i64,
}

fn count(of: SimpleExpr) -> SimpleExpr {
    Func::coalesce([Expr::expr(Expr::case(of, 1).finally(0)).sum(), 0.into()]).cast_as("bigint")
}

/// Complaints of and about `firm`. One statement.
///
/// # Errors
/// When the database fails.
pub async fn of_firm(conn: &impl ConnectionTrait, firm: OrgId) -> Result<FirmComplaints> {
    let (made, about) = (Column::ComplainantOrg.eq(firm), Column::AboutOrg.eq(firm));
    let justified = Column::Finding.is_in([Finding::Justified, Finding::Partly]);
    let counted = Entity::find()
        .select_only()
        .expr_as(count(made.clone()), "made")
        .expr_as(count(made.clone().and(Column::State.ne(ComplaintState::Closed))), "made_open")
        .expr_as(count(about.clone()), "about")
        .expr_as(count(about.clone().and(justified)), "about_justified")
        .filter(Condition::any().add(made).add(about));
    Ok(counted.into_model::<FirmComplaints>().one(conn).await?.unwrap_or_default())
}

//! What one firm has applied for: counted by state, the newest, and whether a department has to do with it.

use super::{
    ApplicationState,
    entity::application::{Column, Entity},
};
use jinqiao_kernel::{DateTime, Money, OrgId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Applications of a firm in one state.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult, Serialize, Deserialize, ToSchema)]
pub struct FirmApplications {
    /// The state.
    pub state: ApplicationState,
    /// How many.
    pub count: i64,
    /// What is granted, fen.
    pub amount: Money,
}

/// An application of a firm, in figures.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct FirmApplication {
    /// Its number.
    pub no: Option<String>,
    /// What the item is called.
    pub title: String,
    /// Who reviews it.
    pub department_id: OrgId,
    /// Where it stands.
    pub state: ApplicationState,
    /// What is granted, fen; none while nobody has said.
    pub amount: Option<Money>,
    /// When it was handed in last.
    pub submitted_at: Option<DateTime>,
}

/// What was handed in; drafts are the firm's own.
fn handed_in(enterprise: OrgId) -> Select<Entity> {
    Entity::find().filter(Column::EnterpriseId.eq(enterprise)).filter(Column::SubmittedAt.is_not_null())
}

/// What `enterprise` has applied for, by state. One statement.
///
/// # Errors
/// When the database fails.
pub async fn counts_of_firm(conn: &impl ConnectionTrait, enterprise: OrgId) -> Result<Vec<FirmApplications>> {
    // PostgreSQL adds up to a wider type.
    let sum: SimpleExpr = Func::coalesce([Expr::col(Column::Amount).sum(), 0.into()]).cast_as("bigint");
    let counted = handed_in(enterprise)
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .expr_as(sum, "amount")
        .group_by(Column::State);
    Ok(counted.into_model::<FirmApplications>().all(conn).await?)
}

/// The `most` applications of `enterprise` that moved last. One statement.
///
/// # Errors
/// When the database fails.
pub async fn newest_of_firm(conn: &impl ConnectionTrait, enterprise: OrgId, most: u64) -> Result<Vec<FirmApplication>> {
    let columns = [Column::No, Column::Title, Column::DepartmentId, Column::State, Column::Amount, Column::SubmittedAt];
    let newest = handed_in(enterprise).select_only().columns(columns);
    let newest = newest.order_by_desc(Column::UpdatedAt).order_by_desc(Column::Id).limit(most);
    Ok(newest.into_model::<FirmApplication>().all(conn).await?)
}

/// Whether `enterprise` has handed in anything to `department`, however it ended. One statement.
///
/// # Errors
/// When the database fails.
pub async fn concerns(conn: &impl ConnectionTrait, enterprise: OrgId, department: OrgId) -> Result<bool> {
    let own = handed_in(enterprise).filter(Column::DepartmentId.eq(department)).select_only().column(Column::State);
    Ok(own.limit(1).into_tuple::<ApplicationState>().one(conn).await?.is_some())
}

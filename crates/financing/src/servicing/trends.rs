//! 月度走势: what was opened and paid in each of the last months, for each side and for everybody.

use super::{
    DrawState,
    entity::{Column, Entity},
    grants::{LOANS_ENTERPRISE, LOANS_INSTITUTION},
    read::scope,
    store::find_for,
};
use crate::orders::{Scope, invested_by_month, opened_by_month};
use axum::extract::State;
use jinqiao_db::{Db, LastMonths};
use jinqiao_http::{Answer, AppState, EnterpriseUser, InstitutionUser, Json, Routes, guarded};
use jinqiao_kernel::{Actor, Result};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// So many months are told.
pub const MONTHS: u32 = 12;

/// What happened in each of the last twelve months, the oldest first.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OwnTrends {
    /// As `yyyymm`, in Shanghai; the last one still runs.
    months: Vec<String>,
    /// Orders that were opened.
    orders: Vec<i64>,
    /// What was paid and confirmed, fen.
    paid: Vec<i64>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(LOANS_ENTERPRISE, routes!(enterprise)))
        .routes(guarded(LOANS_INSTITUTION, routes!(institution)))
}

/// What was paid and confirmed in each month, fen; of all, or inside `scope`.
async fn paid(conn: &impl ConnectionTrait, scope: Option<&Scope>, months: &LastMonths) -> Result<Vec<i64>> {
    let rows = scope.map_or_else(Entity::find, find_for);
    let draws = rows.filter(Column::State.is_in([DrawState::Running, DrawState::Settled]));
    let lent = months.of(conn, draws, Column::RecordedAt, Some(Column::Amount)).await?;
    let invested = invested_by_month(conn, scope, months).await?;
    Ok(lent.into_iter().zip(invested).map(|(lent, invested)| lent + invested).collect())
}

/// What all institutions paid and firms confirmed in each month, fen.
///
/// # Errors
/// When the database fails.
pub async fn paid_by_month(conn: &impl ConnectionTrait, months: &LastMonths) -> Result<Vec<i64>> {
    paid(conn, None, months).await
}

async fn own(db: &Db, actor: &Actor) -> Result<OwnTrends> {
    let (conn, scope) = (&db.answer(), scope(actor));
    let months = LastMonths::at(db.world().now(), MONTHS);
    let orders = opened_by_month(conn, &scope, &months).await?;
    Ok(OwnTrends { months: months.names(), orders, paid: paid(conn, Some(&scope), &months).await? })
}

/// What came to the enterprise in the last months.
#[utoipa::path(get, path = "/enterprise/trends", tag = "servicing", responses((status = 200, body = OwnTrends)))]
async fn enterprise(State(app): State<AppState>, user: EnterpriseUser) -> Answer<Json<OwnTrends>> {
    Ok(Json(own(&app.db, &user).await?))
}

/// What those orders of the institution came to that the reader sees.
#[utoipa::path(get, path = "/institution/trends", tag = "servicing", responses((status = 200, body = OwnTrends)))]
async fn institution(State(app): State<AppState>, user: InstitutionUser) -> Answer<Json<OwnTrends>> {
    Ok(Json(own(&app.db, &user).await?))
}

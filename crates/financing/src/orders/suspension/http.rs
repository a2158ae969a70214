//! Ending an order because the other side is suspended.

use super::super::grants::{ORDERS_ENTERPRISE, ORDERS_INSTITUTION};
use crate::orders::{
    OrderActionKind,
    steps::{Change, write},
    store::Scope,
};
use axum::{extract::State, http::StatusCode};
use jinqiao_db::Asked;
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, InstitutionUser, Path, Routes, guarded};
use jinqiao_kernel::{Actor, OrderId, Result};
use utoipa_axum::routes;

const WHY: &str = "对方单位被平台暂停使用";

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(enterprise_leaves)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(institution_leaves)))
}

async fn leave(app: &AppState, actor: &Actor, scope: Scope, id: OrderId, version: i32) -> Result<StatusCode> {
    let asked = Asked::new(OrderActionKind::EndSuspended, "orders.leave_held", version).because(WHY);
    write(&app.db, actor, scope, id, &asked, |_| async { Ok(Change::default()) }).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// The enterprise ends an order whose institution is suspended.
#[utoipa::path(post, path = "/enterprise/orders/{id}/leave-held", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 204)))]
async fn enterprise_leaves(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<StatusCode> {
    Ok(leave(&app, &user, Scope::Enterprise(user.org), id, version).await?)
}

/// The institution ends an order whose enterprise is suspended.
#[utoipa::path(post, path = "/institution/orders/{id}/leave-held", tag = "orders", params(("id" = OrderId, Path), IfMatch), responses((status = 204)))]
async fn institution_leaves(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    IfMatch(version): IfMatch,
) -> Answer<StatusCode> {
    Ok(leave(&app, &user, Scope::of_institution(&user), id, version).await?)
}

//! Routes of the government.

use super::view::{self, BudgetMoveView, BudgetView};
use crate::policies::POLICIES_OWN;
use axum::extract::State;
use jinqiao_http::{Answer, AppState, GovernmentUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Page, PageQuery, PolicyId};
use utoipa_axum::routes;

/// Routes of the government.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(POLICIES_OWN, routes!(list)))
        .routes(guarded(POLICIES_OWN, routes!(read)))
        .routes(guarded(POLICIES_OWN, routes!(moves)))
}

/// Budgets of the own department's items, last moved first.
#[utoipa::path(get, path = "/government/budgets", tag = "policies", params(PageQuery), responses((status = 200, body = Page<BudgetView>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<BudgetView>>> {
    Ok(Json(view::page(&app.db, user.org, &page).await?))
}

/// The budget of an item of the own department, from its publication on.
#[utoipa::path(get, path = "/government/budgets/{id}", tag = "policies", params(("id" = PolicyId, Path)), responses((status = 200, body = BudgetView)))]
async fn read(State(app): State<AppState>, user: GovernmentUser, Path(id): Path<PolicyId>) -> Answer<Json<BudgetView>> {
    Ok(Json(view::one(&app.db, user.org, id).await?))
}

/// How it moved, newest first.
#[utoipa::path(get, path = "/government/budgets/{id}/moves", tag = "policies", params(("id" = PolicyId, Path), PageQuery), responses((status = 200, body = Page<BudgetMoveView>)))]
async fn moves(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<BudgetMoveView>>> {
    Ok(Json(view::moves(&app.db, user.org, id, &page).await?))
}

//! 逾期督办: what institutions are late with, for operator and supervisor (domain 2.2, the escalation's upper levels).

use super::{
    OrderState,
    entity::{Column, Entity},
    grants::OVERDUE_READ,
};
use crate::demands;
use axum::extract::State;
use jinqiao_db::page_of;
use jinqiao_http::{Answer, AnyUser, AppState, Json, Query, Routes, guarded};
use jinqiao_kernel::{OrderId, OrgId, Page, PageQuery};
use jinqiao_platform::{
    accounts,
    calendar::{Due, calendar},
    organizations,
};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

/// An order that an institution is late with. Nothing in it names the enterprise.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OverdueOrder {
    id: OrderId,
    no: String,
    demand_no: String,
    state: OrderState,
    institution_id: OrgId,
    institution_name: String,
    officer_name: Option<String>,
    due: Option<Due>,
}

#[derive(Deserialize, IntoParams)]
struct Filter {
    /// Only this institution's.
    institution: Option<OrgId>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(OVERDUE_READ, routes!(overdue)))
}

/// Orders whose limit is over and whose institution has to act, latest first.
#[utoipa::path(get, path = "/oversight/overdue-orders", tag = "orders", params(Filter, PageQuery), responses((status = 200, body = Page<OverdueOrder>)))]
async fn overdue(
    State(app): State<AppState>,
    _: AnyUser,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<OverdueOrder>>> {
    use OrderState::{Contacting, Contracting, CreditReview, DueDiligence};
    let (conn, now) = (&app.db.answer(), app.db.world().now());
    let mut select = Entity::find()
        .filter(Column::DueAt.lt(now))
        .filter(Column::State.is_in([Contacting, DueDiligence, CreditReview, Contracting]))
        .filter(Column::AwaitingSince.is_null());
    if let Some(institution) = filter.institution {
        select = select.filter(Column::InstitutionId.eq(institution));
    }
    let rows = page_of(conn, select.order_by_asc(Column::DueAt).order_by_asc(Column::Id), &page).await?;
    let demands = demands::by_ids(conn, rows.items.iter().map(|row| row.demand_id)).await?;
    let institutions = organizations::names(conn, rows.items.iter().map(|row| row.institution_id)).await?;
    let officers = accounts::named(conn, rows.items.iter().map(|row| row.officer_id)).await?;
    let calendar = calendar(conn).await?;
    Ok(Json(rows.map(|row| OverdueOrder {
        demand_no: demands.get(&row.demand_id).map(|demand| demand.no.clone()).unwrap_or_default(),
        institution_name: institutions.get(&row.institution_id).map(|org| org.name.clone()).unwrap_or_default(),
        officer_name: officers.get(&row.officer_id).map(|officer| officer.name.clone()),
        due: row.due_at.map(|at| Due::new(&calendar, at, now)),
        id: row.id,
        no: row.no,
        state: row.state,
        institution_id: row.institution_id,
    })))
}

//! Routes of the operator.

use super::{
    entity::Model,
    grants::CALLBACKS_MANAGE,
    model::{CallbackAnswers, CallbackState},
    service::{self, CallbackFilter},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{CallbackId, DateTime, OrderId, OrgId, Page, PageQuery, Result};
use jinqiao_platform::{
    calendar::{Due, calendar},
    organizations,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A call-back, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CallbackView {
    id: CallbackId,
    order_id: OrderId,
    order_no: String,
    enterprise_id: OrgId,
    enterprise_name: String,
    /// Whom to ask for.
    contact_name: Option<String>,
    institution_id: OrgId,
    institution_name: String,
    state: CallbackState,
    version: i32,
    answers: Option<CallbackAnswers>,
    /// Calls that were not answered.
    missed: i32,
    due: Due,
    called_at: Option<DateTime>,
}

/// The number to call.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CallbackMobile {
    mobile: String,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(CALLBACKS_MANAGE, routes!(list)))
        .routes(guarded(CALLBACKS_MANAGE, routes!(answer)))
        .routes(guarded(CALLBACKS_MANAGE, routes!(miss)))
        .routes(guarded(CALLBACKS_MANAGE, routes!(reveal)))
}

async fn views(app: &AppState, rows: Vec<Model>) -> Result<Vec<CallbackView>> {
    let ids = rows.iter().flat_map(|row| [row.enterprise_id, row.institution_id]);
    let orgs = organizations::names(app.db.read(), ids).await?;
    let (calendar, now) = (calendar(app.db.read()).await?, app.db.world().now());
    let name = |id: OrgId| orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default();
    let view = |row: Model| CallbackView {
        enterprise_name: name(row.enterprise_id),
        contact_name: orgs.get(&row.enterprise_id).map(|org| org.contact_name.clone()),
        institution_name: name(row.institution_id),
        due: Due::new(&calendar, row.due_at, now),
        id: row.id,
        order_id: row.order_id,
        order_no: row.order_no,
        enterprise_id: row.enterprise_id,
        institution_id: row.institution_id,
        state: row.state,
        version: row.version,
        answers: row.answers.0,
        missed: row.missed,
        called_at: row.called_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

async fn one(app: &AppState, id: CallbackId) -> Answer<Json<CallbackView>> {
    let row = service::by_id(app.db.read(), id).await?;
    let view = views(app, vec![row]).await?.pop();
    Ok(Json(view.ok_or_else(jinqiao_kernel::Error::not_found)?))
}

/// Enterprises to call, those that are due first at first.
#[utoipa::path(get, path = "/operator/callbacks", tag = "callbacks", params(CallbackFilter, PageQuery), responses((status = 200, body = Page<CallbackView>)))]
async fn list(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<CallbackFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<CallbackView>>> {
    let Page { items, total, capped, page, size } = service::page(&app.db, &filter, &page).await?;
    Ok(Json(Page { items: views(&app, items).await?, total, capped, page, size }))
}

/// Notes what an enterprise answered.
#[utoipa::path(post, path = "/operator/callbacks/{id}/answer", tag = "callbacks", params(("id" = CallbackId, Path), IfMatch), request_body = CallbackAnswers, responses((status = 200, body = CallbackView)))]
async fn answer(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<CallbackId>,
    IfMatch(version): IfMatch,
    Json(answers): Json<CallbackAnswers>,
) -> Answer<Json<CallbackView>> {
    service::answer(&app.db, &user, id, version, &answers).await?;
    one(&app, id).await
}

/// Notes that nobody was reached.
#[utoipa::path(post, path = "/operator/callbacks/{id}/miss", tag = "callbacks", params(("id" = CallbackId, Path), IfMatch), responses((status = 200, body = CallbackView)))]
async fn miss(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<CallbackId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<CallbackView>> {
    service::miss(&app.db, &user, id, version).await?;
    one(&app, id).await
}

/// Shows the number to call.
#[utoipa::path(post, path = "/operator/callbacks/{id}/mobile", tag = "callbacks", params(("id" = CallbackId, Path)), responses((status = 200, body = CallbackMobile)))]
async fn reveal(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<CallbackId>,
) -> Answer<Json<CallbackMobile>> {
    let mobile = service::reveal_mobile(&app.db, &app.vault, &user, id).await?;
    Ok(Json(CallbackMobile { mobile }))
}

//! Routes of the finance office of a department.

use super::{
    grants::PAYMENTS_OWN,
    service::{self, Paid},
    sheet, store,
    view::{self, PaymentBatchDetail, PaymentBatchView},
};
use axum::{
    extract::State,
    http::{HeaderMap, HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, GovernmentUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{ApplicationId, Day, Error, Page, PageQuery, PaymentBatchId, PolicyId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Which applications are listed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentListIn {
    /// Only those of one item; all of the department without it.
    #[serde(default)]
    policy: Option<PolicyId>,
}

/// A payment.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaidIn {
    /// Number of the voucher, 4 to 60 characters.
    #[schema(max_length = 60)]
    voucher: String,
    paid_on: Day,
}

/// A payment that came back.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PaymentFailedIn {
    /// Why, 2 to 500 characters.
    #[schema(max_length = 500)]
    reason: String,
}

/// Routes of the finance office.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(PAYMENTS_OWN, routes!(page)))
        .routes(guarded(PAYMENTS_OWN, routes!(list)))
        .routes(guarded(PAYMENTS_OWN, routes!(read)))
        .routes(guarded(PAYMENTS_OWN, routes!(download)))
        .routes(guarded(PAYMENTS_OWN, routes!(pay)))
        .routes(guarded(PAYMENTS_OWN, routes!(fail)))
}

/// Lists of payments of the own department, newest first.
#[utoipa::path(get, path = "/government/payments", tag = "payments", params(PageQuery), responses((status = 200, body = Page<PaymentBatchView>)))]
async fn page(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PaymentBatchView>>> {
    Ok(Json(view::page(&app.db, user.org, &page).await?))
}

/// Lists what waits for its payment, at most 100 applications; each of them once.
#[utoipa::path(post, path = "/government/payments", tag = "payments", request_body = PaymentListIn, responses((status = 201, body = PaymentBatchDetail)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Json(input): Json<PaymentListIn>,
) -> Answer<(StatusCode, Json<PaymentBatchDetail>)> {
    let id = service::list(&app.db, &user, input.policy).await?;
    Ok((StatusCode::CREATED, Json(view::one(&app.db, user.org, id).await?)))
}

/// One list with its lines.
#[utoipa::path(get, path = "/government/payments/{id}", tag = "payments", params(("id" = PaymentBatchId, Path)), responses((status = 200, body = PaymentBatchDetail)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PaymentBatchId>,
) -> Answer<Json<PaymentBatchDetail>> {
    Ok(Json(view::one(&app.db, user.org, id).await?))
}

/// The list as a workbook (xlsx); that is noted before it is sent.
#[utoipa::path(get, path = "/government/payments/{id}/xlsx", tag = "payments", params(("id" = PaymentBatchId, Path)), responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
async fn download(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PaymentBatchId>,
) -> Answer<Response> {
    let batch = store::by_id(app.db.read(), user.org, id).await?;
    let lines = store::lines(app.db.read(), id).await?;
    app.db.viewed(Intent::by(&user, "payments.download").on(id).detail(batch.no.clone())).await?;
    let kind = HeaderValue::from_static("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let name = format!("attachment; filename=\"{}.xlsx\"", batch.no);
    let headers = HeaderMap::from_iter([
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_DISPOSITION, HeaderValue::try_from(name).map_err(Error::internal)?),
    ]);
    Ok((headers, sheet::workbook(&batch, &lines)?).into_response())
}

/// It was paid.
#[utoipa::path(post, path = "/government/payments/{id}/lines/{application}/paid", tag = "payments", params(("id" = PaymentBatchId, Path), ("application" = ApplicationId, Path)), request_body = PaidIn, responses((status = 200, body = PaymentBatchDetail)))]
async fn pay(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path((id, application)): Path<(PaymentBatchId, ApplicationId)>,
    Json(input): Json<PaidIn>,
) -> Answer<Json<PaymentBatchDetail>> {
    let paid = Paid { voucher: input.voucher, on: input.paid_on };
    service::pay(&app.db, &user, id, application, &paid).await?;
    Ok(Json(view::one(&app.db, user.org, id).await?))
}

/// It came back; the application waits for the next list.
#[utoipa::path(post, path = "/government/payments/{id}/lines/{application}/failed", tag = "payments", params(("id" = PaymentBatchId, Path), ("application" = ApplicationId, Path)), request_body = PaymentFailedIn, responses((status = 200, body = PaymentBatchDetail)))]
async fn fail(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path((id, application)): Path<(PaymentBatchId, ApplicationId)>,
    Json(input): Json<PaymentFailedIn>,
) -> Answer<Json<PaymentBatchDetail>> {
    service::fail(&app.db, &user, id, application, &input.reason).await?;
    Ok(Json(view::one(&app.db, user.org, id).await?))
}

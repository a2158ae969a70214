//! Routes of the institution.

use super::{
    grants::LOANS_INSTITUTION,
    inputs::{ReceiptIn, UseCheckIn},
    read, service,
    sheet::{self, SheetOutcome},
    store::DrawFilter,
    terms::DrawTerms,
    use_checks,
    view::{DrawDetail, DrawView},
};
use crate::orders::ReasonIn;
use axum::{extract::State, http::StatusCode, response::Response};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{DrawId, FileId, OrderId, Page, PageQuery, ReceiptId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A sheet of repayments.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct ReceiptSheetIn {
    /// `借据号,还款日期,本金,利息,其他费用,流水号,类型` in lines, amounts in 元; at most 500.
    #[schema(max_length = 100_000)]
    csv: String,
}

/// Routes of the institution.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(LOANS_INSTITUTION, routes!(list)))
        .routes(guarded(LOANS_INSTITUTION, routes!(read_one)))
        .routes(guarded(LOANS_INSTITUTION, routes!(of_order)))
        .routes(guarded(LOANS_INSTITUTION, routes!(record)))
        .routes(guarded(LOANS_INSTITUTION, routes!(withdraw)))
        .routes(guarded(LOANS_INSTITUTION, routes!(collect)))
        .routes(guarded(LOANS_INSTITUTION, routes!(import)))
        .routes(guarded(LOANS_INSTITUTION, routes!(reverse)))
        .routes(guarded(LOANS_INSTITUTION, routes!(settle)))
        .routes(guarded(LOANS_INSTITUTION, routes!(check_use)))
        .routes(guarded(LOANS_INSTITUTION, routes!(file)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: DrawId) -> Answer<Json<DrawDetail>> {
    Ok(Json(read::one(&app.db, user, id).await?))
}

/// The own loans, those that end first at first.
#[utoipa::path(get, path = "/institution/draws", tag = "servicing", params(DrawFilter, PageQuery), responses((status = 200, body = Page<DrawView>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<DrawFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<DrawView>>> {
    Ok(Json(read::page(&app.db, &user, &filter, &page).await?))
}

/// One loan with its plan, repayments and checks.
#[utoipa::path(get, path = "/institution/draws/{id}", tag = "servicing", params(("id" = DrawId, Path)), responses((status = 200, body = DrawDetail)))]
async fn read_one(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DrawId>,
) -> Answer<Json<DrawDetail>> {
    own(&app, &user, id).await
}

/// What was drawn under an order.
#[utoipa::path(get, path = "/institution/orders/{id}/draws", tag = "servicing", params(("id" = OrderId, Path)), responses((status = 200, body = Vec<DrawView>)))]
async fn of_order(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<Vec<DrawView>>> {
    Ok(Json(read::of_order(&app.db, &user, id).await?))
}

/// Records a further draw; the enterprise confirms it.
#[utoipa::path(post, path = "/institution/orders/{id}/draws", tag = "servicing", params(("id" = OrderId, Path)), request_body = DrawTerms, responses((status = 201, body = DrawDetail)))]
async fn record(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<DrawTerms>,
) -> Answer<(StatusCode, Json<DrawDetail>)> {
    let draw = service::record(&app.db, &user, id, &input).await?;
    Ok((StatusCode::CREATED, own(&app, &user, draw).await?))
}

/// Takes a draw back that the enterprise has not confirmed.
#[utoipa::path(post, path = "/institution/draws/{id}/withdraw", tag = "servicing", params(("id" = DrawId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = DrawDetail)))]
async fn withdraw(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<DrawDetail>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Records a repayment.
#[utoipa::path(post, path = "/institution/draws/{id}/receipts", tag = "servicing", params(("id" = DrawId, Path), IfMatch), request_body = ReceiptIn, responses((status = 200, body = DrawDetail)))]
async fn collect(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReceiptIn>,
) -> Answer<Json<DrawDetail>> {
    service::collect(&app.db, &user, id, Some(version), &input).await?;
    own(&app, &user, id).await
}

/// Records the repayments of a sheet. Faults of rows are in the answer; the other rows are recorded.
#[utoipa::path(post, path = "/institution/receipts", tag = "servicing", request_body = ReceiptSheetIn, responses((status = 200, body = SheetOutcome)))]
async fn import(
    State(app): State<AppState>,
    user: InstitutionUser,
    Json(input): Json<ReceiptSheetIn>,
) -> Answer<Json<SheetOutcome>> {
    Ok(Json(sheet::import(&app.db, &user, &input.csv).await?))
}

/// Strikes a repayment that was recorded by mistake.
#[utoipa::path(post, path = "/institution/draws/{id}/receipts/{receipt}/reverse", tag = "servicing", params(("id" = DrawId, Path), ("receipt" = ReceiptId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = DrawDetail)))]
async fn reverse(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path((id, receipt)): Path<(DrawId, ReceiptId)>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<DrawDetail>> {
    service::reverse(&app.db, &user, id, receipt, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Says that nothing is owed any more.
#[utoipa::path(post, path = "/institution/draws/{id}/settle", tag = "servicing", params(("id" = DrawId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = DrawDetail)))]
async fn settle(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<DrawDetail>> {
    service::settle(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Notes what the money was used for.
#[utoipa::path(post, path = "/institution/draws/{id}/use-checks", tag = "servicing", params(("id" = DrawId, Path), IfMatch), request_body = UseCheckIn, responses((status = 200, body = DrawDetail)))]
async fn check_use(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<DrawId>,
    IfMatch(version): IfMatch,
    Json(input): Json<UseCheckIn>,
) -> Answer<Json<DrawDetail>> {
    use_checks::check_use(&app.db, &user, id, version, &input).await?;
    own(&app, &user, id).await
}

/// Sends a file of a loan: contract, voucher, or what a check brought.
#[utoipa::path(get, path = "/institution/draws/{id}/files/{file}", tag = "servicing", params(("id" = DrawId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn file(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path((id, file)): Path<(DrawId, FileId)>,
) -> Answer<Response> {
    Ok(read::file(&app, &user, id, file).await?)
}

//! Routes of the institution.

use super::{
    model::SecondKind,
    read,
    service::{self, SecondRequest},
    store::SecondFilter,
    terms::{ExtensionDecision, SecondTerms},
    view::{SecondCreditView, SecondOptions},
};
use crate::orders::{ORDERS_INSTITUTION, ReasonIn, RefusalCode, StepIn};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Day, Money, OrderId, Page, PageQuery, Rate, SecondCreditId};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A request of the institution.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondIn {
    kind: SecondKind,
    terms: SecondTerms,
    /// Words to the enterprise, up to 500 characters.
    #[schema(max_length = 500)]
    note: Option<String>,
}

/// A decision to extend.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionIn {
    version: i32,
    /// The new day on which the loan ends.
    until: Day,
    /// Yearly rate from then on, basis points.
    rate: Rate,
    /// Fee for it, fen.
    #[serde(default)]
    fee: Money,
    /// Number of the agreement.
    #[schema(min_length = 3, max_length = 60)]
    agreement_no: String,
    /// Conditions in words, up to 1000 characters.
    #[schema(max_length = 1000)]
    conditions: Option<String>,
    /// The enterprise may accept until this day.
    valid_until: Day,
}

/// A refusal to extend.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondRefuseIn {
    version: i32,
    code: RefusalCode,
    /// In words, 20 to 1000 characters.
    #[schema(min_length = 20, max_length = 1000)]
    text: String,
}

/// Routes of the institution.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_INSTITUTION, routes!(list)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(read_one)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(options)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(request)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(confirm)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(decline)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(withdraw)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(approve)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(refuse)))
}

async fn own(app: &AppState, user: &InstitutionUser, id: SecondCreditId) -> Answer<Json<SecondCreditView>> {
    Ok(Json(read::one(&app.db, user, id).await?))
}

/// Second credits on the own loans, last changed first.
#[utoipa::path(get, path = "/institution/second-credits", tag = "orders", params(SecondFilter, PageQuery), responses((status = 200, body = Page<SecondCreditView>)))]
async fn list(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<SecondFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<SecondCreditView>>> {
    Ok(Json(read::page(&app.db, &user, &filter, &page).await?))
}

/// One second credit.
#[utoipa::path(get, path = "/institution/second-credits/{id}", tag = "orders", params(("id" = SecondCreditId, Path)), responses((status = 200, body = SecondCreditView)))]
async fn read_one(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
) -> Answer<Json<SecondCreditView>> {
    own(&app, &user, id).await
}

/// What may be offered on a finished order, with the terms of last time.
#[utoipa::path(get, path = "/institution/orders/{id}/second-credit", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = SecondOptions)))]
async fn options(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<SecondOptions>> {
    Ok(Json(read::options(&app.db, &user, id).await?))
}

/// Offers more credit to an enterprise that has had a loan.
#[utoipa::path(post, path = "/institution/orders/{id}/second-credit", tag = "orders", params(("id" = OrderId, Path)), request_body = SecondIn, responses((status = 201, body = SecondCreditView)))]
async fn request(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<OrderId>,
    Json(input): Json<SecondIn>,
) -> Answer<(StatusCode, Json<SecondCreditView>)> {
    let SecondIn { kind, terms, note } = input;
    let wanted = SecondRequest { kind, terms, note, signature: None };
    let second = service::request(&app.db, &user, id, &wanted).await?;
    Ok((StatusCode::CREATED, own(&app, &user, second).await?))
}

/// Agrees to what the enterprise asks for.
#[utoipa::path(post, path = "/institution/second-credits/{id}/confirm", tag = "orders", params(("id" = SecondCreditId, Path)), request_body = StepIn, responses((status = 200, body = SecondCreditView)))]
async fn confirm(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    Json(input): Json<StepIn>,
) -> Answer<Json<SecondCreditView>> {
    service::confirm(&app.db, &user, id, input.version, None).await?;
    own(&app, &user, id).await
}

/// Does not agree.
#[utoipa::path(post, path = "/institution/second-credits/{id}/decline", tag = "orders", params(("id" = SecondCreditId, Path)), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn decline(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::decline(&app.db, &user, id, input.version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Takes the own offer back.
#[utoipa::path(post, path = "/institution/second-credits/{id}/withdraw", tag = "orders", params(("id" = SecondCreditId, Path)), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn withdraw(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::withdraw(&app.db, &user, id, input.version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Agrees to extend the loan.
#[utoipa::path(post, path = "/institution/second-credits/{id}/approve", tag = "orders", params(("id" = SecondCreditId, Path)), request_body = ExtensionIn, responses((status = 200, body = SecondCreditView)))]
async fn approve(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    Json(input): Json<ExtensionIn>,
) -> Answer<Json<SecondCreditView>> {
    let ExtensionIn { version, until, rate, fee, agreement_no, conditions, valid_until } = input;
    let decision = ExtensionDecision { until, rate, fee, agreement_no, conditions, valid_until };
    service::approve(&app.db, &user, id, version, &decision).await?;
    own(&app, &user, id).await
}

/// Does not agree to extend it.
#[utoipa::path(post, path = "/institution/second-credits/{id}/refuse", tag = "orders", params(("id" = SecondCreditId, Path)), request_body = SecondRefuseIn, responses((status = 200, body = SecondCreditView)))]
async fn refuse(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    Json(input): Json<SecondRefuseIn>,
) -> Answer<Json<SecondCreditView>> {
    service::refuse(&app.db, &user, id, input.version, input.code, &input.text).await?;
    own(&app, &user, id).await
}

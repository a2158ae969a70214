//! Routes of the institution.

use super::{
    model::SecondKind,
    read,
    service::{self, SecondRequest},
    store::SecondFilter,
    terms::{ExtensionDecision, SecondTerms},
    view::{SecondCreditView, SecondOptions},
};
use crate::orders::{CreditRefusalIn, ORDERS_INSTITUTION, ReasonIn};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, IfMatch, InstitutionUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{OrderId, Page, PageQuery, SecondCreditId};
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
#[utoipa::path(post, path = "/institution/second-credits/{id}/confirm", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), responses((status = 200, body = SecondCreditView)))]
async fn confirm(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<SecondCreditView>> {
    service::confirm(&app.db, &user, id, version, None).await?;
    own(&app, &user, id).await
}

/// Does not agree.
#[utoipa::path(post, path = "/institution/second-credits/{id}/decline", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn decline(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::decline(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Takes the own offer back.
#[utoipa::path(post, path = "/institution/second-credits/{id}/withdraw", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn withdraw(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Agrees to extend the loan.
#[utoipa::path(post, path = "/institution/second-credits/{id}/approve", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ExtensionDecision, responses((status = 200, body = SecondCreditView)))]
async fn approve(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(decision): Json<ExtensionDecision>,
) -> Answer<Json<SecondCreditView>> {
    service::approve(&app.db, &user, id, version, &decision).await?;
    own(&app, &user, id).await
}

/// Does not agree to extend it.
#[utoipa::path(post, path = "/institution/second-credits/{id}/refuse", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = CreditRefusalIn, responses((status = 200, body = SecondCreditView)))]
async fn refuse(
    State(app): State<AppState>,
    user: InstitutionUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<CreditRefusalIn>,
) -> Answer<Json<SecondCreditView>> {
    service::refuse(&app.db, &user, id, version, input.code, &input.text).await?;
    own(&app, &user, id).await
}

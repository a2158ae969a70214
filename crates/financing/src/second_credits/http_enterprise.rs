//! Routes of the enterprise.

use super::{
    model::SecondKind,
    read,
    service::{self, SecondRequest, Signature},
    store::SecondFilter,
    terms::SecondTerms,
    view::{SecondCreditView, SecondOptions},
};
use crate::orders::{ORDERS_ENTERPRISE, ReasonIn, SignatureIn};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{OrderId, Page, PageQuery, SecondCreditId};
use jinqiao_platform::consents::ConsentScope;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A request of the enterprise, signed.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondSignedIn {
    kind: SecondKind,
    terms: SecondTerms,
    /// Words to the institution, up to 500 characters.
    #[schema(max_length = 500)]
    note: Option<String>,
    /// What is opened to it again; identity and contact always.
    scopes: Vec<ConsentScope>,
    /// Version of the data authorisation that was read and accepted.
    authorization_version: i32,
}

/// Routes of the enterprise.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(ORDERS_ENTERPRISE, routes!(list)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(read_one)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(options)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(request)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(confirm)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(decline)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(withdraw)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(accept)))
        .routes(guarded(ORDERS_ENTERPRISE, routes!(decline_offer)))
}

async fn own(app: &AppState, user: &EnterpriseUser, id: SecondCreditId) -> Answer<Json<SecondCreditView>> {
    Ok(Json(read::one(&app.db, user, id).await?))
}

/// Second credits on the own loans, last changed first.
#[utoipa::path(get, path = "/enterprise/second-credits", tag = "orders", params(SecondFilter, PageQuery), responses((status = 200, body = Page<SecondCreditView>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<SecondFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<SecondCreditView>>> {
    Ok(Json(read::page(&app.db, &user, &filter, &page).await?))
}

/// One second credit.
#[utoipa::path(get, path = "/enterprise/second-credits/{id}", tag = "orders", params(("id" = SecondCreditId, Path)), responses((status = 200, body = SecondCreditView)))]
async fn read_one(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
) -> Answer<Json<SecondCreditView>> {
    own(&app, &user, id).await
}

/// What may be asked for on a finished order, with the terms of last time.
#[utoipa::path(get, path = "/enterprise/orders/{id}/second-credit", tag = "orders", params(("id" = OrderId, Path)), responses((status = 200, body = SecondOptions)))]
async fn options(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
) -> Answer<Json<SecondOptions>> {
    Ok(Json(read::options(&app.db, &user, id).await?))
}

/// Asks for a renewal, a larger loan or an extension; the data authorisation is signed again.
#[utoipa::path(post, path = "/enterprise/orders/{id}/second-credit", tag = "orders", params(("id" = OrderId, Path)), request_body = SecondSignedIn, responses((status = 201, body = SecondCreditView)))]
async fn request(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<OrderId>,
    Json(input): Json<SecondSignedIn>,
) -> Answer<(StatusCode, Json<SecondCreditView>)> {
    let SecondSignedIn { kind, terms, note, scopes, authorization_version } = input;
    let signature = Some(Signature { scopes, authorization: authorization_version });
    let wanted = SecondRequest { kind, terms, note, signature };
    let second = service::request(&app.db, &user, id, &wanted).await?;
    Ok((StatusCode::CREATED, own(&app, &user, second).await?))
}

/// Agrees to what the institution offers; the data authorisation is signed again.
#[utoipa::path(post, path = "/enterprise/second-credits/{id}/confirm", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = SignatureIn, responses((status = 200, body = SecondCreditView)))]
async fn confirm(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<SignatureIn>,
) -> Answer<Json<SecondCreditView>> {
    let signature = Signature { scopes: input.scopes, authorization: input.authorization_version };
    service::confirm(&app.db, &user, id, version, Some(&signature)).await?;
    own(&app, &user, id).await
}

/// Does not agree.
#[utoipa::path(post, path = "/enterprise/second-credits/{id}/decline", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn decline(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::decline(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Takes the own request back.
#[utoipa::path(post, path = "/enterprise/second-credits/{id}/withdraw", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn withdraw(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Accepts how the loan is extended.
#[utoipa::path(post, path = "/enterprise/second-credits/{id}/accept", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), responses((status = 200, body = SecondCreditView)))]
async fn accept(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<SecondCreditView>> {
    service::accept(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Does not accept it.
#[utoipa::path(post, path = "/enterprise/second-credits/{id}/decline-offer", tag = "orders", params(("id" = SecondCreditId, Path), IfMatch), request_body = ReasonIn, responses((status = 200, body = SecondCreditView)))]
async fn decline_offer(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<SecondCreditId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReasonIn>,
) -> Answer<Json<SecondCreditView>> {
    service::decline_offer(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

//! Routes of the enterprise.

use super::{
    content::{ApplicationContent, Payee},
    grants::APPLICATIONS_OWN,
    judge::Rules,
    service,
    store::{self, OwnApplicationFilter},
    view::{self, ApplicationDetail, ApplicationRow, Beside},
};
use crate::{eligibility, policies};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, EnterpriseUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Actor, ApplicationId, Page, PageQuery, PolicyId, local_date};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Why.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationReasonIn {
    /// Up to 1000 characters.
    #[schema(max_length = 1000)]
    reason: String,
}

/// Routes of the enterprise.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(APPLICATIONS_OWN, routes!(list)))
        .routes(guarded(APPLICATIONS_OWN, routes!(begin)))
        .routes(guarded(APPLICATIONS_OWN, routes!(read)))
        .routes(guarded(APPLICATIONS_OWN, routes!(save)))
        .routes(guarded(APPLICATIONS_OWN, routes!(discard)))
        .routes(guarded(APPLICATIONS_OWN, routes!(submit)))
        .routes(guarded(APPLICATIONS_OWN, routes!(correct_payee)))
        .routes(guarded(APPLICATIONS_OWN, routes!(withdraw)))
        .routes(guarded(APPLICATIONS_OWN, routes!(appeal)))
}

/// The own application as it is now; of what can still be written, what the rules say of it.
async fn own(app: &AppState, user: &Actor, id: ApplicationId) -> Answer<Json<ApplicationDetail>> {
    let (db, now) = (&app.db, app.db.world().now());
    let row = store::own(db.read(), user.org, id).await?;
    let version = policies::version(db.read(), row.policy_id, row.number).await?;
    let judged = if row.state.waits_for_enterprise() {
        let record = eligibility::record_of(&db.answer(), user.org, now).await?;
        Some(Rules::of(db, &version)?.judge(&record, &row.content.0, local_date(now))?)
    } else {
        None
    };
    let appeal_until = service::appeal_until(db, &row).await?;
    let beside = Beside { version: version.content.0, judged, appeal_until };
    Ok(Json(view::detail(db, user, row, beside).await?))
}

/// The own applications, last changed first.
#[utoipa::path(get, path = "/enterprise/applications", tag = "applications", params(OwnApplicationFilter, PageQuery), responses((status = 200, body = Page<ApplicationRow>)))]
async fn list(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Query(filter): Query<OwnApplicationFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ApplicationRow>>> {
    let rows = store::own_page(&app.db, user.org, &filter, &page).await?;
    Ok(Json(view::page(&app.db, &user, rows).await?))
}

/// Begins an application for an item, filled in with what the platform knows.
#[utoipa::path(post, path = "/enterprise/policies/{id}/applications", tag = "applications", params(("id" = PolicyId, Path)), responses((status = 201, body = ApplicationDetail)))]
async fn begin(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<PolicyId>,
) -> Answer<(StatusCode, Json<ApplicationDetail>)> {
    let id = service::begin(&app.db, &user, id).await?;
    Ok((StatusCode::CREATED, own(&app, &user, id).await?))
}

/// One of the own applications.
#[utoipa::path(get, path = "/enterprise/applications/{id}", tag = "applications", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationDetail)))]
async fn read(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
) -> Answer<Json<ApplicationDetail>> {
    own(&app, &user, id).await
}

/// Keeps whatever was written, with gaps and faults.
#[utoipa::path(put, path = "/enterprise/applications/{id}", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), request_body = ApplicationContent, responses((status = 200, body = ApplicationDetail)))]
async fn save(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
    Json(content): Json<ApplicationContent>,
) -> Answer<Json<ApplicationDetail>> {
    service::save(&app.db, &user, id, version, &content).await?;
    own(&app, &user, id).await
}

/// Deletes a draft.
#[utoipa::path(delete, path = "/enterprise/applications/{id}", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), responses((status = 204)))]
async fn discard(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
) -> Answer<StatusCode> {
    service::discard(&app.db, &user, id, version).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Hands it in, the first time or corrected; all defects are told at once.
#[utoipa::path(post, path = "/enterprise/applications/{id}/submit", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), responses((status = 200, body = ApplicationDetail)))]
async fn submit(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<ApplicationDetail>> {
    service::submit(&app.db, &user, id, version).await?;
    own(&app, &user, id).await
}

/// Corrects the account while it waits for its payment.
#[utoipa::path(put, path = "/enterprise/applications/{id}/payee", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), request_body = Payee, responses((status = 200, body = ApplicationDetail)))]
async fn correct_payee(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
    Json(payee): Json<Payee>,
) -> Answer<Json<ApplicationDetail>> {
    service::correct_payee(&app.db, &user, id, version, &payee).await?;
    own(&app, &user, id).await
}

/// Takes it back.
#[utoipa::path(post, path = "/enterprise/applications/{id}/withdraw", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), request_body = ApplicationReasonIn, responses((status = 200, body = ApplicationDetail)))]
async fn withdraw(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ApplicationReasonIn>,
) -> Answer<Json<ApplicationDetail>> {
    service::withdraw(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

/// Asks for another look at a refusal, once.
#[utoipa::path(post, path = "/enterprise/applications/{id}/appeal", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), request_body = ApplicationReasonIn, responses((status = 200, body = ApplicationDetail)))]
async fn appeal(
    State(app): State<AppState>,
    user: EnterpriseUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ApplicationReasonIn>,
) -> Answer<Json<ApplicationDetail>> {
    service::appeal(&app.db, &user, id, version, &input.reason).await?;
    own(&app, &user, id).await
}

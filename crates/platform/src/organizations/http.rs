//! The own registration, and organisations for the operator.

use super::{
    grants::{ORGANIZATIONS_MANAGE, REGISTRATION_OWN},
    model::Particulars,
    service::{self, Decision},
    store::{self, OrganizationFilter},
    view::{OrganizationDetail, OrganizationView, RegistrationView},
};
use crate::reviews::{REVIEWS_HANDLE, RefusalIn, ReturnIn};
use axum::extract::State;
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AnyUser, AppState, IfMatch, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{Checks, OrgId, Page, PageQuery, Result};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A certification, or its withdrawal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertifyIn {
    certified: bool,
    /// Why; needed for a withdrawal.
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(REGISTRATION_OWN, routes!(own)))
        .routes(guarded(REGISTRATION_OWN, routes!(correct)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(list)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(export)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(detail)))
        .routes(guarded(REVIEWS_HANDLE, routes!(approve)))
        .routes(guarded(REVIEWS_HANDLE, routes!(give_back)))
        .routes(guarded(REVIEWS_HANDLE, routes!(refuse)))
        .routes(guarded(ORGANIZATIONS_MANAGE, routes!(certify)))
}

/// The own registration.
#[utoipa::path(get, path = "/registration", tag = "organizations", responses((status = 200, body = RegistrationView)))]
async fn own(State(app): State<AppState>, user: AnyUser) -> Answer<Json<RegistrationView>> {
    let row = store::by_id(app.db.read(), user.org).await?;
    Ok(Json(RegistrationView::new(&app.db, &app.vault, row).await?))
}

/// Corrects the own registration and submits it again.
#[utoipa::path(put, path = "/registration", tag = "organizations", params(IfMatch), request_body = Particulars, responses((status = 200, body = RegistrationView)))]
async fn correct(
    State(app): State<AppState>,
    user: AnyUser,
    IfMatch(version): IfMatch,
    Json(new): Json<Particulars>,
) -> Answer<Json<RegistrationView>> {
    let row = service::correct(&app.db, &app.vault, &user, version, new).await?;
    Ok(Json(RegistrationView::new(&app.db, &app.vault, row).await?))
}

/// Organisations, newest first.
#[utoipa::path(get, path = "/operator/organizations", tag = "organizations", params(OrganizationFilter, PageQuery), responses((status = 200, body = Page<OrganizationView>)))]
async fn list(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<OrganizationFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<OrganizationView>>> {
    let page = store::page(&app.db, filter, &page).await?;
    Ok(Json(page.try_map(|row| OrganizationView::new(&app.vault, row))?))
}

/// Organisations by a filter, as a list that leaves the platform.
#[utoipa::path(post, path = "/operator/organizations/export", tag = "organizations", params(OrganizationFilter), responses((status = 200, body = Vec<OrganizationView>)))]
async fn export(
    State(app): State<AppState>,
    user: OperatorUser,
    Query(filter): Query<OrganizationFilter>,
) -> Answer<Json<Vec<OrganizationView>>> {
    let (db, filter) = (&app.db, &filter);
    let page = |page| async move { store::page(db, filter.clone(), &page).await };
    let rows = db.exported(Intent::by(&user, "organizations.export"), page).await?;
    Ok(Json(rows.into_iter().map(|row| OrganizationView::new(&app.vault, row)).collect::<Result<_>>()?))
}

/// One organisation with its registration.
#[utoipa::path(get, path = "/operator/organizations/{id}", tag = "organizations", params(("id" = OrgId, Path)), responses((status = 200, body = OrganizationDetail)))]
async fn detail(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(id): Path<OrgId>,
) -> Answer<Json<OrganizationDetail>> {
    let row = store::by_id(app.db.read(), id).await?;
    Ok(Json(OrganizationDetail::new(&app.db, &app.vault, row).await?))
}

async fn decided(
    app: &AppState,
    user: &OperatorUser,
    id: OrgId,
    version: i32,
    decision: Decision,
) -> Answer<Json<OrganizationDetail>> {
    let row = service::decide(&app.db, user, id, version, decision).await?;
    Ok(Json(OrganizationDetail::new(&app.db, &app.vault, row).await?))
}

/// Approves a registration.
#[utoipa::path(post, path = "/operator/organizations/{id}/approve", tag = "organizations", params(("id" = OrgId, Path), IfMatch), responses((status = 200, body = OrganizationDetail)))]
async fn approve(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<OrganizationDetail>> {
    decided(&app, &user, id, version, Decision::Approve).await
}

/// Returns a registration with everything that has to be corrected.
#[utoipa::path(post, path = "/operator/organizations/{id}/return", tag = "organizations", params(("id" = OrgId, Path), IfMatch), request_body = ReturnIn, responses((status = 200, body = OrganizationDetail)))]
async fn give_back(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReturnIn>,
) -> Answer<Json<OrganizationDetail>> {
    input.check()?;
    decided(&app, &user, id, version, Decision::Return(input.defects)).await
}

/// Refuses a registration, finally.
#[utoipa::path(post, path = "/operator/organizations/{id}/refuse", tag = "organizations", params(("id" = OrgId, Path), IfMatch), request_body = RefusalIn, responses((status = 200, body = OrganizationDetail)))]
async fn refuse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<RefusalIn>,
) -> Answer<Json<OrganizationDetail>> {
    input.check()?;
    decided(&app, &user, id, version, Decision::Refuse(input.reason)).await
}

/// Certifies an institution or agency, or withdraws the certification.
#[utoipa::path(post, path = "/operator/organizations/{id}/certify", tag = "organizations", params(("id" = OrgId, Path), IfMatch), request_body = CertifyIn, responses((status = 200, body = OrganizationDetail)))]
async fn certify(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    IfMatch(version): IfMatch,
    Json(input): Json<CertifyIn>,
) -> Answer<Json<OrganizationDetail>> {
    let mut checks = Checks::new();
    match &input.reason {
        Some(reason) if !input.certified => checks.text("reason", reason, 5..=500),
        reason => checks.that("reason", input.certified, "请填写取消认证的原因").optional_text(
            "reason",
            reason.as_deref(),
            500,
        ),
    };
    checks.done()?;
    let row = service::certify(&app.db, &user, id, version, input.certified, input.reason).await?;
    Ok(Json(OrganizationDetail::new(&app.db, &app.vault, row).await?))
}

//! The own registration, and organisations for the operator.

use super::{
    InstitutionType,
    grants::{ORGANIZATIONS_MANAGE, REGISTRATION_OWN},
    model::Particulars,
    service::{self, Decision},
    store::{self, OrganizationFilter},
    view::{OrganizationDetail, OrganizationView, RegistrationView},
};
use crate::reviews::{Defect, REVIEWS_HANDLE, check_defects};
use axum::extract::State;
use jinqiao_http::{Answer, AnyUser, AppState, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{Checks, OrgId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A corrected registration.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionIn {
    version: i32,
    #[schema(min_length = 2, max_length = 100)]
    name: String,
    #[schema(max_length = 40)]
    uscc: String,
    institution_type: Option<InstitutionType>,
    #[schema(min_length = 2, max_length = 50)]
    contact_name: String,
    /// None keeps the number that is known.
    #[schema(max_length = 11)]
    mobile: Option<String>,
    #[schema(max_length = 254)]
    email: Option<String>,
}

/// A decision that needs no words.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecideIn {
    /// Version that the person saw.
    pub version: i32,
}

/// A return for correction.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReturnIn {
    /// Version that the person saw.
    pub version: i32,
    /// Everything that has to be corrected, 1 to 20 items.
    pub defects: Vec<Defect>,
}

/// A refusal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RefuseIn {
    /// Version that the person saw.
    pub version: i32,
    /// Why, 10 to 500 characters.
    #[schema(min_length = 10, max_length = 500)]
    pub reason: String,
}

/// A certification, or its withdrawal.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CertifyIn {
    version: i32,
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
#[utoipa::path(put, path = "/registration", tag = "organizations", request_body = CorrectionIn, responses((status = 200, body = RegistrationView)))]
async fn correct(
    State(app): State<AppState>,
    user: AnyUser,
    Json(input): Json<CorrectionIn>,
) -> Answer<Json<RegistrationView>> {
    let CorrectionIn { version, name, uscc, institution_type, contact_name, mobile, email } = input;
    let new = Particulars { name, uscc, institution_type, contact_name, mobile, email };
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
#[utoipa::path(post, path = "/operator/organizations/{id}/approve", tag = "organizations", params(("id" = OrgId, Path)), request_body = DecideIn, responses((status = 200, body = OrganizationDetail)))]
async fn approve(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Json(input): Json<DecideIn>,
) -> Answer<Json<OrganizationDetail>> {
    decided(&app, &user, id, input.version, Decision::Approve).await
}

/// Returns a registration with everything that has to be corrected.
#[utoipa::path(post, path = "/operator/organizations/{id}/return", tag = "organizations", params(("id" = OrgId, Path)), request_body = ReturnIn, responses((status = 200, body = OrganizationDetail)))]
async fn give_back(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Json(input): Json<ReturnIn>,
) -> Answer<Json<OrganizationDetail>> {
    check_defects(&input.defects)?;
    decided(&app, &user, id, input.version, Decision::Return(input.defects)).await
}

/// Refuses a registration, finally.
#[utoipa::path(post, path = "/operator/organizations/{id}/refuse", tag = "organizations", params(("id" = OrgId, Path)), request_body = RefuseIn, responses((status = 200, body = OrganizationDetail)))]
async fn refuse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Json(input): Json<RefuseIn>,
) -> Answer<Json<OrganizationDetail>> {
    Checks::new().text("reason", &input.reason, 10..=500).done()?;
    decided(&app, &user, id, input.version, Decision::Refuse(input.reason)).await
}

/// Certifies an institution or agency, or withdraws the certification.
#[utoipa::path(post, path = "/operator/organizations/{id}/certify", tag = "organizations", params(("id" = OrgId, Path)), request_body = CertifyIn, responses((status = 200, body = OrganizationDetail)))]
async fn certify(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
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
    let row = service::certify(&app.db, &user, id, input.version, input.certified, input.reason).await?;
    Ok(Json(OrganizationDetail::new(&app.db, &app.vault, row).await?))
}

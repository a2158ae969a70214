//! Rules, ledgers and corrections, for the operator.

use super::{
    RuleIn, RuleView,
    findings::{self, FindingIn},
    grants::POINTS_MANAGE,
    operator::{self, BalanceCheck, BalanceFilter, OrganizationPoints},
    rules,
    statement::{self, EntryFilter, EntryView, PointsStatement},
};
use axum::extract::State;
use jinqiao_http::{Answer, AppState, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{OrgId, OrgKind, Page, PageQuery};
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// The points of an organisation, with its name.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OrganizationStatement {
    id: OrgId,
    name: String,
    kind: OrgKind,
    #[serde(flatten)]
    statement: PointsStatement,
}

/// A correction.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectionReasonIn {
    /// Why, 5 to 500 characters; the organisation reads it.
    #[schema(min_length = 5, max_length = 500)]
    reason: String,
}

/// Routes of the operator.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(POINTS_MANAGE, routes!(all_rules)))
        .routes(guarded(POINTS_MANAGE, routes!(change_rule)))
        .routes(guarded(POINTS_MANAGE, routes!(balances)))
        .routes(guarded(POINTS_MANAGE, routes!(check)))
        .routes(guarded(POINTS_MANAGE, routes!(of_organization)))
        .routes(guarded(POINTS_MANAGE, routes!(entries)))
        .routes(guarded(POINTS_MANAGE, routes!(find)))
        .routes(guarded(POINTS_MANAGE, routes!(reverse)))
}

/// All rules with their history.
#[utoipa::path(get, path = "/operator/points/rules", tag = "points", responses((status = 200, body = Vec<RuleView>)))]
async fn all_rules(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<Vec<RuleView>>> {
    Ok(Json(rules::all(&app.db, None).await?))
}

/// Adds a version to a rule.
#[utoipa::path(post, path = "/operator/points/rules", tag = "points", request_body = RuleIn, responses((status = 200, body = Vec<RuleView>)))]
async fn change_rule(
    State(app): State<AppState>,
    user: OperatorUser,
    Json(input): Json<RuleIn>,
) -> Answer<Json<Vec<RuleView>>> {
    rules::change(&app.db, &user, &input).await?;
    Ok(Json(rules::all(&app.db, None).await?))
}

/// Organisations with their balances.
#[utoipa::path(get, path = "/operator/points/organizations", tag = "points", params(BalanceFilter, PageQuery), responses((status = 200, body = Page<OrganizationPoints>)))]
async fn balances(
    State(app): State<AppState>,
    _: OperatorUser,
    Query(filter): Query<BalanceFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<OrganizationPoints>>> {
    Ok(Json(operator::page(&app.db, &filter, &page).await?))
}

/// Recomputes every balance from the ledger.
#[utoipa::path(get, path = "/operator/points/check", tag = "points", responses((status = 200, body = BalanceCheck)))]
async fn check(State(app): State<AppState>, _: OperatorUser) -> Answer<Json<BalanceCheck>> {
    Ok(Json(operator::check(&app.db).await?))
}

/// The points of an organisation.
#[utoipa::path(get, path = "/operator/points/organizations/{id}", tag = "points", params(("id" = OrgId, Path)), responses((status = 200, body = OrganizationStatement)))]
async fn of_organization(
    State(app): State<AppState>,
    _: OperatorUser,
    Path(id): Path<OrgId>,
) -> Answer<Json<OrganizationStatement>> {
    let org = organizations::by_id(app.db.read(), id).await?;
    let statement = statement::statement(&app.db, id).await?;
    Ok(Json(OrganizationStatement { id, name: org.name, kind: org.kind, statement }))
}

/// The entries of an organisation, newest first.
#[utoipa::path(get, path = "/operator/points/organizations/{id}/entries", tag = "points", params(("id" = OrgId, Path), EntryFilter, PageQuery), responses((status = 200, body = Page<EntryView>)))]
async fn entries(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Query(filter): Query<EntryFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<EntryView>>> {
    Ok(Json(statement::entries(&app.db, &user, id, &filter, &page).await?))
}

/// Notes a finding against an organisation.
#[utoipa::path(post, path = "/operator/points/organizations/{id}/findings", tag = "points", params(("id" = OrgId, Path)), request_body = FindingIn, responses((status = 200, body = OrganizationStatement)))]
async fn find(
    State(app): State<AppState>,
    user: OperatorUser,
    Path(id): Path<OrgId>,
    Json(input): Json<FindingIn>,
) -> Answer<Json<OrganizationStatement>> {
    findings::find(&app.db, &user, id, &input).await?;
    of_organization(State(app), user, Path(id)).await
}

/// Takes an entry back.
#[utoipa::path(post, path = "/operator/points/organizations/{id}/entries/{number}/reverse", tag = "points", params(("id" = OrgId, Path), ("number" = i64, Path)), request_body = CorrectionReasonIn, responses((status = 200, body = OrganizationStatement)))]
async fn reverse(
    State(app): State<AppState>,
    user: OperatorUser,
    Path((id, number)): Path<(OrgId, i64)>,
    Json(input): Json<CorrectionReasonIn>,
) -> Answer<Json<OrganizationStatement>> {
    findings::correct(&app.db, &user, id, number, &input.reason).await?;
    of_organization(State(app), user, Path(id)).await
}

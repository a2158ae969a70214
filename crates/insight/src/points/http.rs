//! The own points, and the scorecard of institutions.

use super::{
    assessment::{self, AssessmentFilter, AssessmentRow},
    figures::ServiceFigures,
    grade::{Grade, Graded},
    grants::{ASSESSMENT_READ, GRADES_READ, POINTS_OWN},
    quarter::Quarter,
    statement::{self, EntryFilter, EntryView, PointsStatement},
};
use axum::extract::State;
use jinqiao_financing::orders::ORDERS_INSTITUTION;
use jinqiao_http::{Answer, AnyUser, AppState, EnterpriseUser, InstitutionUser, Json, Query, Routes, guarded};
use jinqiao_kernel::{Error, OrgId, Page, PageQuery};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;

#[derive(Deserialize, IntoParams)]
struct QuarterFilter {
    /// `2026Q4`; the one that runs unless told.
    #[param(value_type = Option<String>, max_length = 8)]
    quarter: Option<Quarter>,
}

/// An institution's own quarter.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct Scorecard {
    quarter: Quarter,
    /// The quarter still runs.
    running: bool,
    /// None for an institution that was not there then.
    figures: Option<ServiceFigures>,
    graded: Option<Graded>,
    /// With how many institutions it is compared, itself counted.
    institutions: u64,
}

/// The grade of an institution, as it holds now.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionGrade {
    id: OrgId,
    grade: Grade,
}

/// The grades of institutions, as they hold now.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct InstitutionGrades {
    /// For which quarter.
    quarter: Quarter,
    /// The quarter still runs.
    running: bool,
    grades: Vec<InstitutionGrade>,
}

/// Routes of users and of the government.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(POINTS_OWN, routes!(own)))
        .routes(guarded(POINTS_OWN, routes!(own_entries)))
        .routes(guarded(ORDERS_INSTITUTION, routes!(scorecard)))
        .routes(guarded(GRADES_READ, routes!(grades)))
        .routes(guarded(ASSESSMENT_READ, routes!(assessed)))
}

/// The own balance, grade and rules.
#[utoipa::path(get, path = "/points", tag = "points", responses((status = 200, body = PointsStatement)))]
async fn own(State(app): State<AppState>, user: AnyUser) -> Answer<Json<PointsStatement>> {
    Ok(Json(statement::statement(&app.db, user.org).await?))
}

/// The own entries, newest first.
#[utoipa::path(get, path = "/points/entries", tag = "points", params(EntryFilter, PageQuery), responses((status = 200, body = Page<EntryView>)))]
async fn own_entries(
    State(app): State<AppState>,
    user: AnyUser,
    Query(filter): Query<EntryFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<EntryView>>> {
    Ok(Json(statement::entries(&app.db, &user, user.org, &filter, &page).await?))
}

/// The own figures and grade in a quarter.
#[utoipa::path(get, path = "/institution/scorecard", tag = "points", params(QuarterFilter), responses((status = 200, body = Scorecard)))]
async fn scorecard(
    State(app): State<AppState>,
    user: InstitutionUser,
    Query(filter): Query<QuarterFilter>,
) -> Answer<Json<Scorecard>> {
    let now = app.db.world().now();
    let quarter = filter.quarter.unwrap_or(Quarter::of(now)).begun(now)?;
    let rows = assessment::all(app.db.read(), quarter).await?;
    let institutions = u64::try_from(rows.len()).map_err(Error::internal)?;
    let own = rows.iter().find(|row| row.id == user.org).cloned().map(|row| (row.figures, row.graded));
    let (figures, graded) = own.unzip();
    Ok(Json(Scorecard { quarter, running: quarter == Quarter::of(now), figures, graded, institutions }))
}

/// Grades of institutions, for enterprises that compare offers.
#[utoipa::path(get, path = "/enterprise/institution-grades", tag = "points", responses((status = 200, body = InstitutionGrades)))]
async fn grades(State(app): State<AppState>, _: EnterpriseUser) -> Answer<Json<InstitutionGrades>> {
    let now = app.db.world().now();
    let (quarter, rows) = assessment::holding(app.db.read(), now).await?;
    let graded = |row: &AssessmentRow| row.graded.grade.map(|grade| InstitutionGrade { id: row.id, grade });
    let grades = rows.iter().filter_map(graded).collect();
    Ok(Json(InstitutionGrades { quarter, running: quarter == Quarter::of(now), grades }))
}

/// The quarterly assessment of institutions.
#[utoipa::path(get, path = "/government/assessment", tag = "points", params(AssessmentFilter, PageQuery), responses((status = 200, body = Page<AssessmentRow>)))]
async fn assessed(
    State(app): State<AppState>,
    _: AnyUser,
    Query(filter): Query<AssessmentFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AssessmentRow>>> {
    let now = app.db.world().now();
    let quarter = filter.quarter.unwrap_or(Quarter::of(now)).begun(now)?;
    Ok(Json(assessment::page(&app.db, &filter, quarter, &page).await?))
}

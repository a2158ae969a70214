//! Routes of departments: who asks, and who is asked.

use super::{
    ConsultationVerdict,
    grants::CONSULTATIONS,
    service,
    store::{self, ConsultationFilter},
    view::{self, ConsultationDepartment, ConsultationDetail, ConsultationRow},
};
use axum::{extract::State, http::StatusCode};
use jinqiao_http::{Answer, AppState, GovernmentUser, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{ApplicationId, OrgId, Page, PageQuery};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;
use uuid::Uuid;

/// What is asked, and of whom.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultationIn {
    /// One to three other departments.
    #[schema(max_items = 3)]
    departments: Vec<OrgId>,
    /// 5 to 1000 characters.
    #[schema(max_length = 1000)]
    question: String,
}

/// What a department thinks.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConsultationAnswerIn {
    verdict: ConsultationVerdict,
    /// 5 to 1000 characters.
    #[schema(max_length = 1000)]
    opinion: String,
}

/// Routes of departments.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(CONSULTATIONS, routes!(departments)))
        .routes(guarded(CONSULTATIONS, routes!(about)))
        .routes(guarded(CONSULTATIONS, routes!(ask)))
        .routes(guarded(CONSULTATIONS, routes!(list)))
        .routes(guarded(CONSULTATIONS, routes!(read)))
        .routes(guarded(CONSULTATIONS, routes!(answer)))
}

/// Departments that can be asked.
#[utoipa::path(get, path = "/government/consultations/departments", tag = "consultations", responses((status = 200, body = Vec<ConsultationDepartment>)))]
async fn departments(State(app): State<AppState>, user: GovernmentUser) -> Answer<Json<Vec<ConsultationDepartment>>> {
    Ok(Json(view::departments(&app.db, user.org).await?))
}

/// What was asked about an application of the own department, and answered.
#[utoipa::path(get, path = "/government/applications/{id}/consultations", tag = "consultations", params(("id" = ApplicationId, Path)), responses((status = 200, body = Vec<ConsultationRow>)))]
async fn about(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<ApplicationId>,
) -> Answer<Json<Vec<ConsultationRow>>> {
    Ok(Json(view::about(&app.db, &user, id).await?))
}

/// Asks other departments about an application under its second review.
#[utoipa::path(post, path = "/government/applications/{id}/consultations", tag = "consultations", params(("id" = ApplicationId, Path)), request_body = ConsultationIn, responses((status = 201, body = Vec<ConsultationRow>)))]
async fn ask(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<ApplicationId>,
    Json(input): Json<ConsultationIn>,
) -> Answer<(StatusCode, Json<Vec<ConsultationRow>>)> {
    service::ask(&app.db, &user, id, (&input.departments, &input.question)).await?;
    Ok((StatusCode::CREATED, Json(view::about(&app.db, &user, id).await?)))
}

/// What the own department is asked: what waits by its limit, unless all of it is wanted.
#[utoipa::path(get, path = "/government/consultations", tag = "consultations", params(ConsultationFilter, PageQuery), responses((status = 200, body = Page<ConsultationRow>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(filter): Query<ConsultationFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ConsultationRow>>> {
    let rows = store::page(&app.db, user.org, &filter, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// What the own department is asked, with the form; that it was looked at is noted.
#[utoipa::path(get, path = "/government/consultations/{id}", tag = "consultations", params(("id" = Uuid, Path)), responses((status = 200, body = ConsultationDetail)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
) -> Answer<Json<ConsultationDetail>> {
    let row = store::asked(app.db.read(), user.org, id).await?;
    service::note_look(&app.db, &user, &row).await?;
    Ok(Json(view::one(&app.db, &user, id).await?))
}

/// Says what the own department thinks.
#[utoipa::path(post, path = "/government/consultations/{id}/answer", tag = "consultations", params(("id" = Uuid, Path)), request_body = ConsultationAnswerIn, responses((status = 200, body = ConsultationDetail)))]
async fn answer(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<Uuid>,
    Json(input): Json<ConsultationAnswerIn>,
) -> Answer<Json<ConsultationDetail>> {
    service::answer(&app.db, &user, id, (input.verdict, &input.opinion)).await?;
    Ok(Json(view::one(&app.db, &user, id).await?))
}

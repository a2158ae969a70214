//! Routes of the department that reviews.

use super::{
    ApplicationActionKind,
    content::CorrectionItem,
    decide::{Decision, decide},
    grants::APPLICATIONS_REVIEW,
    store::{self, ApplicationFilter},
    view::{self, ApplicationDetail, ApplicationRow, Beside, ReviewerLoad},
};
use crate::policies;
use axum::{extract::State, response::Response};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, GovernmentUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{Actor, ApplicationId, Error, FileId, Money, Page, PageQuery, Result};
use jinqiao_platform::files;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// A decision about an application.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewIn {
    /// One of the department's.
    action: ApplicationActionKind,
    /// Why, 5 to 2000 characters; needed for whatever decides.
    #[serde(default)]
    #[schema(max_length = 2000)]
    opinion: String,
    /// What has to be corrected, all in one list.
    #[serde(default)]
    #[schema(max_items = 50)]
    faults: Vec<CorrectionItem>,
    /// What the first review grants, fen; what the rules came to without it.
    #[serde(default)]
    amount: Option<Money>,
}

/// Routes of the department.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(APPLICATIONS_REVIEW, routes!(list)))
        .routes(guarded(APPLICATIONS_REVIEW, routes!(load)))
        .routes(guarded(APPLICATIONS_REVIEW, routes!(read)))
        .routes(guarded(APPLICATIONS_REVIEW, routes!(review)))
        .routes(guarded(APPLICATIONS_REVIEW, routes!(download)))
}

async fn seen(app: &AppState, user: &Actor, id: ApplicationId) -> Result<ApplicationDetail> {
    let row = store::reviewed(app.db.read(), user.org, id).await?;
    let version = policies::version(app.db.read(), row.policy_id, row.number).await?.content.0;
    view::detail(&app.db, user, row, Beside { version, judged: None, appeal_until: None }).await
}

/// Applications for the own department's items: what waits for a decision by its limit, unless others are asked for.
#[utoipa::path(get, path = "/government/applications", tag = "applications", params(ApplicationFilter, PageQuery), responses((status = 200, body = Page<ApplicationRow>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(filter): Query<ApplicationFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<ApplicationRow>>> {
    let rows = store::page(&app.db, (user.org, user.account), &filter, &page).await?;
    Ok(Json(view::page(&app.db, &user, rows).await?))
}

/// How much each person of the department works on.
#[utoipa::path(get, path = "/government/applications/load", tag = "applications", responses((status = 200, body = Vec<ReviewerLoad>)))]
async fn load(State(app): State<AppState>, user: GovernmentUser) -> Answer<Json<Vec<ReviewerLoad>>> {
    Ok(Json(view::load(&app.db, user.org).await?))
}

/// One application with all that a review needs; that it was looked at is noted.
#[utoipa::path(get, path = "/government/applications/{id}", tag = "applications", params(("id" = ApplicationId, Path)), responses((status = 200, body = ApplicationDetail)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<ApplicationId>,
) -> Answer<Json<ApplicationDetail>> {
    store::reviewed(app.db.read(), user.org, id).await?;
    app.db.viewed(Intent::by(&user, "applications.view").on(id)).await?;
    Ok(Json(seen(&app, &user, id).await?))
}

/// Decides about it, takes it from the pool, or puts it back.
#[utoipa::path(post, path = "/government/applications/{id}/review", tag = "applications", params(("id" = ApplicationId, Path), IfMatch), request_body = ReviewIn, responses((status = 200, body = ApplicationDetail)))]
async fn review(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<ApplicationId>,
    IfMatch(version): IfMatch,
    Json(input): Json<ReviewIn>,
) -> Answer<Json<ApplicationDetail>> {
    let ReviewIn { action, opinion, faults, amount } = input;
    let said = Decision { opinion, faults, amount };
    decide(&app.db, &user, id, version, (action, &said)).await?;
    Ok(Json(seen(&app, &user, id).await?))
}

/// Sends a file that was handed in; that is noted before.
#[utoipa::path(get, path = "/government/applications/{id}/files/{file}", tag = "applications", params(("id" = ApplicationId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn download(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path((id, file)): Path<(ApplicationId, FileId)>,
) -> Answer<Response> {
    store::reviewed(app.db.read(), user.org, id).await?;
    let handed_in = store::submissions(app.db.read(), id).await?;
    if !handed_in.iter().any(|one| one.content.0.files().contains(&file)) {
        return Err(Error::not_found().into());
    }
    Ok(files::serve(&app, file, Intent::by(&user, "applications.download").on(id)).await?)
}

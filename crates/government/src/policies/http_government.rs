//! Routes of the government.

use super::{
    PolicyContent, attachments,
    fields::catalogue,
    grants::{POLICIES_CHECK, POLICIES_OWN},
    release::{self, ItemAction},
    service,
    store::{self, PolicyListFilter},
    view::{self, PolicyDetail, PolicyRow},
};
use axum::{extract::State, http::StatusCode, response::Response};
use jinqiao_db::Intent;
use jinqiao_http::{Answer, AppState, GovernmentUser, IfMatch, Json, Path, Query, Routes, guarded};
use jinqiao_kernel::{FileId, Moment, Page, PageQuery, PolicyId};
use jinqiao_platform::files;
use jinqiao_policy::catalogue::Field;
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What the legal check says.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyOpinionIn {
    /// At most 1000 characters; needed when it is sent back.
    #[serde(default)]
    #[schema(max_length = 1000)]
    opinion: Option<String>,
}

/// When it will be published.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyScheduleIn {
    at: Moment,
}

/// A step of an item in force.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PolicyReasonIn {
    /// Why, 5 to 500 characters; needed to suspend and to end.
    #[serde(default)]
    #[schema(max_length = 500)]
    reason: Option<String>,
}

/// Routes of the government.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(POLICIES_OWN, routes!(list)))
        .routes(guarded(POLICIES_OWN, routes!(create)))
        .routes(guarded(POLICIES_OWN, routes!(fields)))
        .routes(guarded(POLICIES_CHECK, routes!(checks)))
        .routes(guarded(POLICIES_OWN, routes!(read)))
        .routes(guarded(POLICIES_OWN, routes!(attachment)))
        .routes(guarded(POLICIES_OWN, routes!(edit)))
        .routes(guarded(POLICIES_OWN, routes!(submit)))
        .routes(guarded(POLICIES_OWN, routes!(recall)))
        .routes(guarded(POLICIES_CHECK, routes!(pass)))
        .routes(guarded(POLICIES_CHECK, routes!(give_back)))
        .routes(guarded(POLICIES_OWN, routes!(publish)))
        .routes(guarded(POLICIES_OWN, routes!(schedule)))
        .routes(guarded(POLICIES_OWN, routes!(suspend)))
        .routes(guarded(POLICIES_OWN, routes!(resume)))
        .routes(guarded(POLICIES_OWN, routes!(close)))
        .routes(guarded(POLICIES_OWN, routes!(archive)))
}

/// As it is after a step of `user`, who may have sent it back to another department.
async fn after(app: &AppState, user: &GovernmentUser, id: PolicyId) -> Answer<Json<PolicyDetail>> {
    let row = store::by_id(app.db.read(), id).await?;
    Ok(Json(view::detail(&app.db, user, row).await?))
}

/// Items of the own department, last changed first: those that are not published yet, unless others are asked for.
#[utoipa::path(get, path = "/government/policies", tag = "policies", params(PolicyListFilter, PageQuery), responses((status = 200, body = Page<PolicyRow>)))]
async fn list(
    State(app): State<AppState>,
    user: GovernmentUser,
    Query(filter): Query<PolicyListFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PolicyRow>>> {
    let rows = store::own_page(&app.db, user.org, &filter, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// Keeps a new draft.
#[utoipa::path(post, path = "/government/policies", tag = "policies", request_body = PolicyContent, responses((status = 201, body = PolicyDetail)))]
async fn create(
    State(app): State<AppState>,
    user: GovernmentUser,
    Json(content): Json<PolicyContent>,
) -> Answer<(StatusCode, Json<PolicyDetail>)> {
    let id = service::create(&app.db, &user, &content).await?;
    Ok((StatusCode::CREATED, after(&app, &user, id).await?))
}

/// What conditions and amounts can ask about.
#[utoipa::path(get, path = "/government/policies/fields", tag = "policies", responses((status = 200, body = Vec<Field>)))]
async fn fields(_: GovernmentUser) -> Json<Vec<Field>> {
    let fields = catalogue().map(|catalogue| catalogue.fields().map(|(_, field)| field.clone()).collect());
    Json(fields.unwrap_or_default())
}

/// Items of all departments that wait for the legal check, longest waiting first.
#[utoipa::path(get, path = "/government/policies/checks", tag = "policies", params(PageQuery), responses((status = 200, body = Page<PolicyRow>)))]
async fn checks(
    State(app): State<AppState>,
    _: GovernmentUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<PolicyRow>>> {
    let rows = store::checking_page(&app.db, &page).await?;
    Ok(Json(view::page(&app.db, rows).await?))
}

/// One item: an own one, or another department's from its submission on.
#[utoipa::path(get, path = "/government/policies/{id}", tag = "policies", params(("id" = PolicyId, Path)), responses((status = 200, body = PolicyDetail)))]
async fn read(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
) -> Answer<Json<PolicyDetail>> {
    let row = store::readable(app.db.read(), user.org, id).await?;
    Ok(Json(view::detail(&app.db, &user, row).await?))
}

/// A file of the newest version, also of another department's from its submission on.
#[utoipa::path(get, path = "/government/policies/{id}/attachments/{file}", tag = "policies", params(("id" = PolicyId, Path), ("file" = FileId, Path)), responses((status = 200, body = Vec<u8>, content_type = "*/*")))]
async fn attachment(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path((id, file)): Path<(PolicyId, FileId)>,
) -> Answer<Response> {
    let row = store::readable(app.db.read(), user.org, id).await?;
    attachments::check(&store::version(app.db.read(), id, row.latest).await?, file)?;
    Ok(files::serve(&app, file, Intent::by(&user, "policies.attachment").on(id)).await?)
}

/// Writes the newest version, or begins the next one.
#[utoipa::path(put, path = "/government/policies/{id}", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyContent, responses((status = 200, body = PolicyDetail)))]
async fn edit(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(content): Json<PolicyContent>,
) -> Answer<Json<PolicyDetail>> {
    service::edit(&app.db, &user, id, version, &content).await?;
    after(&app, &user, id).await
}

/// Submits the newest version for the legal check.
#[utoipa::path(post, path = "/government/policies/{id}/submit", tag = "policies", params(("id" = PolicyId, Path), IfMatch), responses((status = 200, body = PolicyDetail)))]
async fn submit(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<PolicyDetail>> {
    service::submit(&app.db, &user, id, version).await?;
    after(&app, &user, id).await
}

/// Takes the newest version back before it is published.
#[utoipa::path(post, path = "/government/policies/{id}/recall", tag = "policies", params(("id" = PolicyId, Path), IfMatch), responses((status = 200, body = PolicyDetail)))]
async fn recall(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<PolicyDetail>> {
    service::recall(&app.db, &user, id, version).await?;
    after(&app, &user, id).await
}

/// Finds the newest version lawful; never whoever wrote or submitted it.
#[utoipa::path(post, path = "/government/policies/{id}/pass", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyOpinionIn, responses((status = 200, body = PolicyDetail)))]
async fn pass(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyOpinionIn>,
) -> Answer<Json<PolicyDetail>> {
    release::pass(&app.db, &user, id, version, input.opinion.as_deref()).await?;
    after(&app, &user, id).await
}

/// Sends the newest version back with an opinion.
#[utoipa::path(post, path = "/government/policies/{id}/return", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyOpinionIn, responses((status = 200, body = PolicyDetail)))]
async fn give_back(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyOpinionIn>,
) -> Answer<Json<PolicyDetail>> {
    release::give_back(&app.db, &user, id, version, input.opinion.as_deref().unwrap_or_default()).await?;
    after(&app, &user, id).await
}

/// Publishes the newest version now.
#[utoipa::path(post, path = "/government/policies/{id}/publish", tag = "policies", params(("id" = PolicyId, Path), IfMatch), responses((status = 200, body = PolicyDetail)))]
async fn publish(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
) -> Answer<Json<PolicyDetail>> {
    release::publish(&app.db, &user, id, version).await?;
    after(&app, &user, id).await
}

/// Sets when the newest version will be published.
#[utoipa::path(post, path = "/government/policies/{id}/schedule", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyScheduleIn, responses((status = 200, body = PolicyDetail)))]
async fn schedule(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyScheduleIn>,
) -> Answer<Json<PolicyDetail>> {
    release::schedule(&app.db, &user, id, version, input.at.into()).await?;
    after(&app, &user, id).await
}

async fn moved(
    app: &AppState,
    user: &GovernmentUser,
    id: PolicyId,
    version: i32,
    action: ItemAction,
    input: &PolicyReasonIn,
) -> Answer<Json<PolicyDetail>> {
    release::move_item(&app.db, user, id, version, action, input.reason.as_deref()).await?;
    after(app, user, id).await
}

/// Suspends the item.
#[utoipa::path(post, path = "/government/policies/{id}/suspend", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyReasonIn, responses((status = 200, body = PolicyDetail)))]
async fn suspend(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyReasonIn>,
) -> Answer<Json<PolicyDetail>> {
    moved(&app, &user, id, version, ItemAction::Suspend, &input).await
}

/// Resumes the item.
#[utoipa::path(post, path = "/government/policies/{id}/resume", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyReasonIn, responses((status = 200, body = PolicyDetail)))]
async fn resume(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyReasonIn>,
) -> Answer<Json<PolicyDetail>> {
    moved(&app, &user, id, version, ItemAction::Resume, &input).await
}

/// Ends the item.
#[utoipa::path(post, path = "/government/policies/{id}/close", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyReasonIn, responses((status = 200, body = PolicyDetail)))]
async fn close(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyReasonIn>,
) -> Answer<Json<PolicyDetail>> {
    moved(&app, &user, id, version, ItemAction::Close, &input).await
}

/// Files the item away, finally.
#[utoipa::path(post, path = "/government/policies/{id}/archive", tag = "policies", params(("id" = PolicyId, Path), IfMatch), request_body = PolicyReasonIn, responses((status = 200, body = PolicyDetail)))]
async fn archive(
    State(app): State<AppState>,
    user: GovernmentUser,
    Path(id): Path<PolicyId>,
    IfMatch(version): IfMatch,
    Json(input): Json<PolicyReasonIn>,
) -> Answer<Json<PolicyDetail>> {
    moved(&app, &user, id, version, ItemAction::Archive, &input).await
}

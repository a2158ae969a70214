//! The trail for operator and supervisor; jobs for the operator.

use super::grants::{AUDIT_READ, JOBS_MANAGE};
use axum::{Extension, extract::State, http::StatusCode};
use jinqiao_db::{AuditFilter, AuditRow, Intent, Outcome, audit_page, job_page, retry_job};
use jinqiao_http::{Answer, AnyUser, AppState, Json, OperatorUser, Path, Query, Routes, guarded};
use jinqiao_kernel::{Checks, DateTime, Moment, Page, PageQuery, Role};
use jinqiao_platform::{
    accounts,
    concept::Chapters,
    words::{Word, text_of},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

/// How an attempt ended.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditResult {
    /// Done.
    Ok,
    /// Refused.
    Denied,
    /// Not accomplished.
    Failed,
}

impl From<AuditResult> for Outcome {
    fn from(result: AuditResult) -> Self {
        match result {
            AuditResult::Ok => Self::Ok,
            AuditResult::Denied => Self::Denied,
            AuditResult::Failed => Self::Failed,
        }
    }
}

impl From<Outcome> for AuditResult {
    fn from(outcome: Outcome) -> Self {
        match outcome {
            Outcome::Ok => Self::Ok,
            Outcome::Denied => Self::Denied,
            Outcome::Failed => Self::Failed,
        }
    }
}

/// A row of the trail.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AuditView {
    id: i64,
    at: DateTime,
    account_no: Option<String>,
    account_name: Option<String>,
    organization_name: Option<String>,
    role: Option<Role>,
    action: String,
    /// The action, as people read it.
    action_text: String,
    subject: Option<Uuid>,
    result: AuditResult,
    address: String,
    request_id: String,
    detail: Option<String>,
}

/// A job that waits, or is parked after failing.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct JobView {
    id: i64,
    reaction: String,
    /// The reaction, as people read it.
    reaction_text: String,
    fact_kind: String,
    /// What it reacts to, as people read it.
    fact_text: String,
    subject: Uuid,
    attempts: i32,
    parked: bool,
    run_at: DateTime,
    last_error: Option<String>,
}

/// An action that rows of the trail may have.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AuditAction {
    action: String,
    /// The action, as people read it.
    text: String,
}

#[derive(Deserialize, IntoParams)]
struct Filter {
    /// Exact action, such as `orders.confirm`.
    #[param(max_length = 100)]
    action: Option<String>,
    /// Account number or login.
    #[param(max_length = 64)]
    account: Option<String>,
    result: Option<AuditResult>,
    /// Not before.
    from: Option<Moment>,
    /// Before.
    to: Option<Moment>,
}

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new()
        .routes(guarded(AUDIT_READ, routes!(list)))
        .routes(guarded(AUDIT_READ, routes!(actions)))
        .routes(guarded(JOBS_MANAGE, routes!(jobs)))
        .routes(guarded(JOBS_MANAGE, routes!(retry)))
}

/// The trail, newest first.
#[utoipa::path(get, path = "/operator/audit", tag = "audit", params(Filter, PageQuery), responses((status = 200, body = Page<AuditView>)))]
async fn list(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: AnyUser,
    Query(filter): Query<Filter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<AuditView>>> {
    page.check()?;
    Checks::new()
        .optional_line("action", filter.action.as_deref(), 100)
        .optional_line("account", filter.account.as_deref(), 64)
        .done()?;
    // Reading the trail is itself a sensitive view.
    app.db.viewed(Intent::by(&user, "audit.read")).await?;
    let accounts = match &filter.account {
        Some(words) => Some(accounts::ids_matching(app.db.read(), words).await?),
        None => None,
    };
    let outcome = filter.result.map(Outcome::from);
    let wanted = AuditFilter {
        action: filter.action,
        accounts,
        org: None,
        outcome,
        from: filter.from.map(Into::into),
        until: filter.to.map(Into::into),
    };
    let rows = audit_page(&app.db, wanted, &page).await?;
    let named = accounts::named(app.db.read(), rows.items.iter().filter_map(|row| row.account_id)).await?;
    Ok(Json(rows.map(|row| {
        let who = row.account_id.and_then(|id| named.get(&id).cloned());
        view(row, who, chapters)
    })))
}

/// The actions by which the trail can be filtered.
#[utoipa::path(get, path = "/operator/audit/actions", tag = "audit", responses((status = 200, body = Vec<AuditAction>)))]
async fn actions(Extension(chapters): Extension<Chapters>, _: AnyUser) -> Json<Vec<AuditAction>> {
    let action = |(action, text): Word| AuditAction { action: action.into(), text: text.into() };
    Json(chapters.actions().map(action).collect())
}

fn view(row: AuditRow, who: Option<accounts::Named>, chapters: Chapters) -> AuditView {
    let (account_no, account_name, organization_name) =
        who.map(|who| (Some(who.no), Some(who.name), Some(who.organization))).unwrap_or_default();
    AuditView {
        id: row.seq,
        at: row.at,
        account_no,
        account_name,
        organization_name,
        role: row.role,
        action_text: text_of(chapters.actions(), &row.action),
        action: row.action,
        subject: row.subject,
        result: row.outcome.into(),
        address: row.address,
        request_id: row.request_id,
        detail: row.detail,
    }
}

/// Jobs that wait; parked ones first.
#[utoipa::path(get, path = "/operator/jobs", tag = "audit", params(PageQuery), responses((status = 200, body = Page<JobView>)))]
async fn jobs(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    _: OperatorUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<JobView>>> {
    let jobs = job_page(&app.db, &page).await?;
    Ok(Json(jobs.map(|(job, kind)| {
        let fact_kind = kind.unwrap_or_default();
        JobView {
            id: job.seq,
            reaction_text: text_of(chapters.reaction_words(), &job.reaction),
            reaction: job.reaction,
            fact_text: text_of(chapters.facts(), &fact_kind),
            fact_kind,
            subject: job.subject,
            attempts: job.attempts,
            parked: job.parked,
            run_at: job.run_at,
            last_error: job.last_error,
        }
    })))
}

/// Sets a parked job going again.
#[utoipa::path(post, path = "/operator/jobs/{id}/retry", tag = "audit", params(("id" = i64, Path)), responses((status = 204)))]
async fn retry(State(app): State<AppState>, user: OperatorUser, Path(id): Path<i64>) -> Answer<StatusCode> {
    let intent = Intent::by(&user, "jobs.retry").detail(format!("任务 {id}"));
    app.db.write(intent, |tx| async move { retry_job(&tx, id).await }).await?;
    Ok(StatusCode::NO_CONTENT)
}

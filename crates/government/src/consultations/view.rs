//! What each side sees of a consultation. Who is asked sees the form, and neither the account of the firm nor what reviewers say.

use super::{ConsultationState, ConsultationVerdict, entity::Model, service, store};
use crate::applications::{self, ShownForm};
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, ApplicationId, DateTime, OrgId, Page, Result};
use jinqiao_platform::{
    accounts,
    calendar::{Due, calendar},
    organizations,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A question to one department.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsultationRow {
    id: Uuid,
    application_id: ApplicationId,
    no: String,
    title: String,
    enterprise: String,
    /// Who asks.
    department: String,
    /// Who is asked.
    asked: String,
    question: String,
    state: ConsultationState,
    asked_at: DateTime,
    /// While it waits.
    due: Option<Due>,
    verdict: Option<ConsultationVerdict>,
    opinion: Option<String>,
    answered_by: Option<String>,
    answered_at: Option<DateTime>,
}

/// A question with the form that it is about.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsultationDetail {
    #[serde(flatten)]
    row: ConsultationRow,
    /// While it waits for an answer; afterwards there is nothing to be said to it.
    form: Option<ShownForm>,
    /// It can be answered now.
    waits: bool,
}

/// A department that can be asked.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ConsultationDepartment {
    id: OrgId,
    name: String,
}

async fn told(db: &Db, rows: Vec<Model>) -> Result<Vec<ConsultationRow>> {
    let conn = &db.answer();
    let ids = rows.iter().flat_map(|row| [row.department_id, row.asked_id, row.enterprise_id]);
    let orgs = organizations::names(conn, ids).await?;
    let name = |id: OrgId| orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default();
    let people = accounts::named(conn, rows.iter().filter_map(|row| row.answered_by)).await?;
    let (calendar, now) = (calendar(conn).await?, db.world().now());
    let view = |row: Model| ConsultationRow {
        id: row.id,
        application_id: row.application_id,
        enterprise: name(row.enterprise_id),
        department: name(row.department_id),
        asked: name(row.asked_id),
        due: row.state.waits().then(|| Due::new(&calendar, row.due_at, now)),
        answered_by: row.answered_by.and_then(|id| people.get(&id)).map(|person| person.name.clone()),
        no: row.no,
        title: row.title,
        question: row.question,
        state: row.state,
        asked_at: row.asked_at,
        verdict: row.verdict,
        opinion: row.opinion,
        answered_at: row.answered_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// What a department is asked.
pub async fn page(db: &Db, mut rows: Page<Model>) -> Result<Page<ConsultationRow>> {
    let views = told(db, std::mem::take(&mut rows.items)).await?;
    Ok(rows.with(views))
}

/// Everything that was asked about an application of the own department.
///
/// # Errors
/// `not_found`.
pub async fn about(db: &Db, actor: &Actor, id: ApplicationId) -> Result<Vec<ConsultationRow>> {
    applications::reviewed(db.read(), actor.org, id).await?;
    told(db, store::about(db.read(), id).await?).await
}

/// What the department is asked, with the form.
///
/// # Errors
/// `not_found`.
pub async fn one(db: &Db, actor: &Actor, id: Uuid) -> Result<ConsultationDetail> {
    let row = store::asked(db.read(), actor.org, id).await?;
    let waits = row.state.waits();
    let form = if waits { Some(applications::shown_form(db, row.application_id, row.round).await?) } else { None };
    let row = told(db, vec![row]).await?.pop().ok_or_else(jinqiao_kernel::Error::not_found)?;
    Ok(ConsultationDetail { row, form, waits })
}

/// Who can be asked, by name.
pub async fn departments(db: &Db, own: OrgId) -> Result<Vec<ConsultationDepartment>> {
    let ids = service::departments(db, own).await?;
    let orgs = organizations::names(db.read(), ids).await?;
    let mut found: Vec<_> = orgs.into_iter().map(|(id, org)| ConsultationDepartment { id, name: org.name }).collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(found)
}

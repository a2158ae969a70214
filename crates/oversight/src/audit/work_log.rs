//! 工作日志: the primary account sees what its sub-accounts did (plan: 满足上层想了解下属工作动态的需求).

use super::http::AuditResult;
use axum::{Extension, extract::State};
use jinqiao_db::{AuditFilter, AuditRow, audit_page};
use jinqiao_financing::{demands, orders, products};
use jinqiao_http::{Answer, AnyUser, AppState, Json, Query, Routes, guarded};
use jinqiao_kernel::{AccountId, DateTime, Moment, Page, PageQuery, Result};
use jinqiao_platform::{
    accounts::{self, TEAM_MANAGE},
    concept::Chapters,
    words::text_of,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::routes;
use uuid::Uuid;

/// What a deed was about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LogSubjectKind {
    /// An order, by its number.
    Order,
    /// A demand, by its number.
    Demand,
    /// A product, by its number.
    Product,
    /// A colleague, by name.
    Account,
}

/// The record that a deed was about.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct LogSubject {
    kind: LogSubjectKind,
    id: Uuid,
    /// Its number or name.
    called: String,
}

/// One deed of somebody of the own organisation. Addresses and details are for the auditor only.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct WorkLogRow {
    id: i64,
    at: DateTime,
    account_id: AccountId,
    account_name: String,
    action: String,
    /// The action, as people read it.
    action_text: String,
    result: AuditResult,
    about: Option<LogSubject>,
}

#[derive(Deserialize, IntoParams)]
struct LogFilter {
    /// Only of this colleague.
    account: Option<AccountId>,
    /// Not before.
    from: Option<Moment>,
    /// Before.
    to: Option<Moment>,
}

/// Routes of the work log.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(TEAM_MANAGE, routes!(list)))
}

/// What people of the own organisation did, newest first.
#[utoipa::path(get, path = "/team/log", tag = "audit", params(LogFilter, PageQuery), responses((status = 200, body = Page<WorkLogRow>)))]
async fn list(
    State(app): State<AppState>,
    Extension(chapters): Extension<Chapters>,
    user: AnyUser,
    Query(filter): Query<LogFilter>,
    Query(page): Query<PageQuery>,
) -> Answer<Json<Page<WorkLogRow>>> {
    let wanted = AuditFilter {
        org: Some(user.org),
        accounts: filter.account.map(|account| vec![account]),
        from: filter.from.map(Into::into),
        until: filter.to.map(Into::into),
        ..AuditFilter::default()
    };
    let rows = audit_page(&app.db, wanted, &page).await?;
    let people = accounts::people_of(app.db.read(), user.org).await?;
    let people: HashMap<Uuid, String> = people.into_iter().map(|person| (person.id.into(), person.name)).collect();
    let subjects = subjects(app.db.read(), &rows.items, &people).await?;
    Ok(Json(rows.map(|row| {
        let account_id = row.account_id.unwrap_or(user.account);
        WorkLogRow {
            id: row.seq,
            at: row.at,
            account_id,
            account_name: people.get(&account_id.into()).cloned().unwrap_or_default(),
            action_text: text_of(chapters.actions(), &row.action),
            action: row.action,
            result: row.outcome.into(),
            about: row.subject.and_then(|id| subjects.get(&id).cloned()),
        }
    })))
}

/// What the rows are about, as far as it has a number or a name.
async fn subjects(
    conn: &impl ConnectionTrait,
    rows: &[AuditRow],
    people: &HashMap<Uuid, String>,
) -> Result<HashMap<Uuid, LogSubject>> {
    let of = |concept: &str| {
        let about = rows.iter().filter(|row| row.action.starts_with(concept));
        about.filter_map(|row| row.subject).collect::<Vec<Uuid>>()
    };
    let known = [
        (LogSubjectKind::Order, orders::numbers(conn, &[of("orders."), of("ratings.")].concat()).await?),
        (LogSubjectKind::Demand, demands::numbers(conn, &of("demands.")).await?),
        (LogSubjectKind::Product, products::numbers(conn, &of("products.")).await?),
        (LogSubjectKind::Account, people.clone()),
    ];
    let named = known
        .into_iter()
        .flat_map(|(kind, known)| known.into_iter().map(move |(id, called)| (id, LogSubject { kind, id, called })));
    Ok(named.collect())
}

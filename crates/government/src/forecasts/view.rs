//! What each side sees of a forecast.

use super::{
    ForecastContent, ForecastState,
    access::{ForecastAction, actions},
    entity::{forecast, subscription},
    facts::{ForecastFact, TOLD},
    store,
};
use crate::policies::{self, PolicyClass, PolicyContact, PolicyLevel};
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{Actor, DateTime, Day, Error, OrgId, Page, PolicyId, Result};
use jinqiao_platform::organizations;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A forecast of a list of the department.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ForecastRow {
    id: Uuid,
    no: String,
    title: String,
    state: ForecastState,
    /// First day of the month in which it is expected to open.
    opens_month: Option<Day>,
    updated_at: DateTime,
    published_at: Option<DateTime>,
}

/// A forecast, for the department.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ForecastDetail {
    #[serde(flatten)]
    row: ForecastRow,
    /// Counts every change, for the next step.
    version: i32,
    content: ForecastContent,
    /// The item that it becomes, or has become …
    policy_id: Option<PolicyId>,
    /// … and what that is called.
    policy_title: Option<String>,
    /// Why it was withdrawn.
    reason: Option<String>,
    /// Firms that want to be told.
    subscribers: u64,
    timeline: Vec<TimelineItem>,
    actions: Vec<ForecastAction>,
}

/// A forecast, for everybody.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PublicForecast {
    id: Uuid,
    no: String,
    department: String,
    state: ForecastState,
    title: String,
    level: Option<PolicyLevel>,
    class: Option<PolicyClass>,
    object: String,
    /// First day of the month in which it is expected to open …
    opens_month: Option<Day>,
    /// … and of the one in which it is expected to close.
    closes_month: Option<Day>,
    summary: String,
    basis: String,
    contact: PolicyContact,
    /// The item that it has become.
    policy_id: Option<PolicyId>,
    /// Why it was withdrawn.
    reason: Option<String>,
    published_at: Option<DateTime>,
    updated_at: DateTime,
}

/// Whether the own firm is told of a forecast.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ForecastSubscription {
    subscribed: bool,
}

/// A forecast to which the own firm has subscribed.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SubscribedForecast {
    #[serde(flatten)]
    forecast: PublicForecast,
    subscribed_at: DateTime,
}

type Names = HashMap<OrgId, organizations::Organization>;

fn row_of(row: &forecast::Model) -> ForecastRow {
    ForecastRow {
        id: row.id,
        no: row.no.clone(),
        title: row.content.0.title.clone(),
        state: row.state,
        opens_month: row.opens_month.map(Into::into),
        updated_at: row.updated_at,
        published_at: row.published_at,
    }
}

/// A list of the department.
pub fn page(rows: Page<forecast::Model>) -> Page<ForecastRow> {
    rows.map(|row| row_of(&row))
}

/// One forecast as the department sees it.
///
/// # Errors
/// When the database fails.
pub async fn detail(db: &Db, actor: &Actor, row: forecast::Model) -> Result<ForecastDetail> {
    let conn = db.read();
    let mut facts = facts_of(conn, row.id).await?;
    facts.retain(|fact| fact.kind != TOLD);
    let names = organizations::names(conn, facts.iter().filter_map(|fact| fact.org)).await?;
    let mut titles = policies::titles(conn, row.policy_id).await?;
    Ok(ForecastDetail {
        version: row.version,
        policy_title: row.policy_id.and_then(|id| titles.remove(&id)),
        policy_id: row.policy_id,
        reason: row.reason.clone(),
        subscribers: store::subscribers(conn, row.id).await?,
        timeline: timeline::<ForecastFact>(&facts, |org| names.get(&org).map(|org| org.name.clone()))?,
        actions: actions(actor, &row),
        content: row.content.0.clone(),
        row: row_of(&row),
    })
}

fn public_of(row: forecast::Model, names: &Names) -> PublicForecast {
    let opened = row.state == ForecastState::Opened;
    let content = row.content.0;
    PublicForecast {
        id: row.id,
        no: row.no,
        department: names.get(&row.department_id).map(|org| org.name.clone()).unwrap_or_default(),
        state: row.state,
        title: content.title,
        level: content.level,
        class: content.class,
        object: content.object,
        opens_month: content.opens_month,
        closes_month: content.closes_month,
        summary: content.summary,
        basis: content.basis,
        contact: content.contact,
        policy_id: row.policy_id.filter(|_| opened),
        reason: row.reason,
        published_at: row.published_at,
        updated_at: row.updated_at,
    }
}

/// The public list with the names of the departments.
///
/// # Errors
/// When the database fails.
pub async fn public_page(db: &Db, rows: Page<forecast::Model>) -> Result<Page<PublicForecast>> {
    let names = organizations::names(db.read(), rows.items.iter().map(|row| row.department_id)).await?;
    Ok(rows.map(|row| public_of(row, &names)))
}

/// One forecast, for everybody.
///
/// # Errors
/// When the database fails.
pub async fn public(db: &Db, row: forecast::Model) -> Result<PublicForecast> {
    let names = organizations::names(db.read(), [row.department_id]).await?;
    Ok(public_of(row, &names))
}

/// What the own firm subscribed to.
///
/// # Errors
/// When the database fails.
pub async fn subscribed_page(db: &Db, rows: Page<subscription::Model>) -> Result<Page<SubscribedForecast>> {
    let found = store::by_ids(db.read(), rows.items.iter().map(|row| row.forecast_id)).await?;
    let names = organizations::names(db.read(), found.iter().map(|row| row.department_id)).await?;
    let found: HashMap<_, _> = found.into_iter().map(|row| (row.id, row)).collect();
    rows.try_map(|row| {
        let forecast = found.get(&row.forecast_id).cloned().ok_or_else(Error::not_found)?;
        Ok(SubscribedForecast { forecast: public_of(forecast, &names), subscribed_at: row.created_at })
    })
}

/// Whether the own firm is told of the forecast.
///
/// # Errors
/// When the database fails.
pub async fn subscription(db: &Db, enterprise: OrgId, id: Uuid) -> Result<ForecastSubscription> {
    Ok(ForecastSubscription { subscribed: store::subscribed(db.read(), enterprise, id).await? })
}

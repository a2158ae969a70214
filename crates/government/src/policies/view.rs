//! What each side sees of an item.

use super::{
    PolicyClass, PolicyContent, PolicyFact, PolicyLevel, PolicyMode, PolicyState, PolicyVersionState,
    access::{PolicyAction, actions},
    card::PolicyCard,
    entity::{policy, version},
    lines::{ConditionLine, lines},
    store,
    windows::{Opening, PolicyWindow},
};
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{Actor, DateTime, Day, Error, NaiveDate, OrgId, Page, PolicyId, Result, local_date};
use jinqiao_platform::{
    accounts,
    files::{self, FileInfo},
    organizations,
};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// An item of a list of the government.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PolicyRow {
    id: PolicyId,
    no: String,
    title: String,
    department: String,
    state: PolicyState,
    /// Number of the newest version …
    latest: i32,
    /// … and its state.
    version_state: PolicyVersionState,
    /// Number of the version in force.
    published: Option<i32>,
    updated_at: DateTime,
    published_at: Option<DateTime>,
}

/// One version, in short.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PolicyVersionView {
    number: i32,
    state: PolicyVersionState,
    created_at: DateTime,
    published_at: Option<DateTime>,
}

/// An item with its newest version, for the government.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PolicyDetail {
    #[serde(flatten)]
    row: PolicyRow,
    /// Counts every change, for the next step.
    version: i32,
    /// The reader's own department's.
    own: bool,
    /// The present window, else the next, else the last one.
    window: PolicyWindow,
    content: PolicyContent,
    /// Its files, as the content names them.
    attachments: Vec<FileInfo>,
    /// Its condition in sentences, if it can be read.
    conditions: Vec<ConditionLine>,
    /// Why it is suspended or closed.
    reason: Option<String>,
    submitted_at: Option<DateTime>,
    /// Who submitted it.
    submitted_by: Option<String>,
    checked_at: Option<DateTime>,
    /// Who found it lawful.
    checked_by: Option<String>,
    /// What the legal check says.
    opinion: Option<String>,
    publish_at: Option<DateTime>,
    /// Newest first.
    versions: Vec<PolicyVersionView>,
    timeline: Vec<TimelineItem>,
    actions: Vec<PolicyAction>,
}

/// An item of the public list.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct PolicyItem {
    /// The item.
    pub(crate) id: PolicyId,
    department: String,
    state: PolicyState,
    level: Option<PolicyLevel>,
    class: Option<PolicyClass>,
    mode: Option<PolicyMode>,
    /// First day of the present window, else of the next, else of the last one …
    opens_on: Option<Day>,
    /// … and its last day.
    closes_on: Option<Day>,
    #[serde(flatten)]
    card: PolicyCard,
    published_at: Option<DateTime>,
}

/// A published version of an item, for everybody.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PublicPolicy {
    id: PolicyId,
    no: String,
    department: String,
    state: PolicyState,
    /// Why it is suspended or closed.
    reason: Option<String>,
    /// Number of this version …
    number: i32,
    /// … and of the one in force.
    in_force: i32,
    /// The present window, else the next, else the last one.
    window: PolicyWindow,
    content: PolicyContent,
    /// Its files, as the content names them.
    attachments: Vec<FileInfo>,
    /// Its condition in sentences.
    conditions: Vec<ConditionLine>,
    published_at: Option<DateTime>,
}

type Names = HashMap<OrgId, organizations::Organization>;

fn named(names: &Names, org: OrgId) -> String {
    names.get(&org).map(|org| org.name.clone()).unwrap_or_default()
}

fn row_of(row: &policy::Model, names: &Names) -> PolicyRow {
    PolicyRow {
        id: row.id,
        no: row.no.clone(),
        title: row.latest_title.clone(),
        department: named(names, row.department_id),
        state: row.state,
        latest: row.latest,
        version_state: row.latest_state,
        published: row.published,
        updated_at: row.updated_at,
        published_at: row.published_at,
    }
}

/// A list of the government.
pub async fn page(db: &Db, rows: Page<policy::Model>) -> Result<Page<PolicyRow>> {
    let names = organizations::names(db.read(), rows.items.iter().map(|row| row.department_id)).await?;
    Ok(rows.map(|row| row_of(&row, &names)))
}

/// The item with its newest version, as `actor` sees it.
pub async fn detail(db: &Db, actor: &Actor, row: policy::Model) -> Result<PolicyDetail> {
    let conn = db.read();
    let versions = store::versions(conn, row.id).await?;
    let latest = versions.iter().find(|one| one.number == row.latest).ok_or_else(Error::not_found)?;
    let facts = facts_of(conn, row.id).await?;
    let orgs = facts.iter().filter_map(|fact| fact.org).chain([row.department_id]);
    let names = organizations::names(conn, orgs).await?;
    let people = accounts::named(conn, latest.submitted_by.into_iter().chain(latest.checked_by)).await?;
    let name = |id| people.get(&id).map(|person| person.name.clone());
    Ok(PolicyDetail {
        version: row.version,
        own: row.department_id == actor.org,
        conditions: lines(latest.content.0.condition.as_ref(), local_date(db.world().now())),
        window: latest.content.0.opening(local_date(db.world().now())).window(),
        attachments: files::infos(conn, &latest.content.0.attachments).await?,
        content: latest.content.0.clone(),
        reason: row.reason.clone(),
        submitted_at: latest.submitted_at,
        submitted_by: latest.submitted_by.and_then(name),
        checked_at: latest.checked_at,
        checked_by: latest.checked_by.and_then(name),
        opinion: latest.opinion.clone(),
        publish_at: latest.publish_at,
        actions: actions(actor, &row, latest),
        timeline: timeline::<PolicyFact>(&facts, |org| names.get(&org).map(|org| org.name.clone()))?,
        row: row_of(&row, &names),
        versions: versions
            .iter()
            .map(|one| PolicyVersionView {
                number: one.number,
                state: one.state,
                created_at: one.created_at,
                published_at: one.published_at,
            })
            .collect(),
    })
}

fn public_item(row: policy::Model, names: &Names, today: NaiveDate) -> Result<PolicyItem> {
    let card = row.card.ok_or_else(Error::not_found)?.0;
    let first = PolicyWindow { opens_on: row.opens_on.map(Into::into), closes_on: row.closes_on.map(Into::into) };
    let windows = std::iter::once(first).chain(card.later_windows.iter().copied());
    let PolicyWindow { opens_on, closes_on } = Opening::of(windows, today).window();
    Ok(PolicyItem {
        id: row.id,
        department: named(names, row.department_id),
        state: row.state,
        level: row.level,
        class: row.class,
        mode: row.mode,
        opens_on,
        closes_on,
        card,
        published_at: row.published_at,
    })
}

/// The public list with the names of the departments.
pub async fn public_page(db: &Db, rows: Page<policy::Model>) -> Result<Page<PolicyItem>> {
    let names = organizations::names(db.read(), rows.items.iter().map(|row| row.department_id)).await?;
    let today = local_date(db.world().now());
    rows.try_map(|row| public_item(row, &names, today))
}

/// Items as everybody sees them on `today`, each with the number of its version in force.
pub async fn public_items(
    conn: &impl ConnectionTrait,
    rows: Vec<policy::Model>,
    today: NaiveDate,
) -> Result<Vec<(PolicyItem, i32)>> {
    let names = organizations::names(conn, rows.iter().map(|row| row.department_id)).await?;
    let item = |row: policy::Model| {
        let number = row.published.ok_or_else(Error::not_found)?;
        Ok((public_item(row, &names, today)?, number))
    };
    rows.into_iter().map(item).collect()
}

/// A published version, for everybody.
pub async fn public(db: &Db, (row, version): (policy::Model, version::Model)) -> Result<PublicPolicy> {
    let department = organizations::by_id(db.read(), row.department_id).await?.name;
    let content = version.content.0;
    Ok(PublicPolicy {
        id: row.id,
        no: row.no,
        department,
        state: row.state,
        reason: row.reason,
        number: version.number,
        in_force: row.published.unwrap_or(version.number),
        conditions: lines(content.condition.as_ref(), local_date(db.world().now())),
        window: content.opening(local_date(db.world().now())).window(),
        attachments: files::infos(db.read(), &content.attachments).await?,
        content,
        published_at: version.published_at,
    })
}

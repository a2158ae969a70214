//! What the department and the firms see.

use super::{
    AutomaticEntryState, AutomaticState,
    entity::{entry, list},
    store,
};
use jinqiao_db::Db;
use jinqiao_kernel::{Actor, ApplicationId, DateTime, Error, Money, OrgId, Page, PageQuery, PolicyId, Result};
use jinqiao_platform::{accounts, organizations};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// How many firms of a list stand where.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AutomaticCount {
    state: AutomaticEntryState,
    count: i64,
}

/// A list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AutomaticListView {
    id: Uuid,
    no: String,
    policy_id: PolicyId,
    title: String,
    state: AutomaticState,
    version: i32,
    /// Firms that were judged.
    firms: i32,
    /// The list is full: the next one finds further firms.
    more: bool,
    /// Firms on the list.
    counts: Vec<AutomaticCount>,
    /// Firms that are left out, but of whom it keeps no reason, as there are so many.
    unlisted: i64,
    created_by: String,
    created_at: DateTime,
    checked_by: Option<String>,
    opinion: Option<String>,
    checked_at: Option<DateTime>,
    /// Until when firms confirm.
    due_at: Option<DateTime>,
    /// The reader found it, so that another person checks it.
    own: bool,
}

/// A firm of a list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AutomaticEntryView {
    enterprise_id: OrgId,
    enterprise: String,
    state: AutomaticEntryState,
    reason: Option<String>,
    amount: Option<Money>,
    application_id: Option<ApplicationId>,
}

/// What the own firm is named for.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AutomaticOffer {
    /// The list.
    id: Uuid,
    policy_id: PolicyId,
    title: String,
    department: String,
    state: AutomaticEntryState,
    amount: Option<Money>,
    due_at: Option<DateTime>,
    application_id: Option<ApplicationId>,
}

async fn told(db: &Db, actor: &Actor, rows: Vec<list::Model>) -> Result<Vec<AutomaticListView>> {
    let counts = store::counts(db.read(), rows.iter().map(|row| row.id).collect()).await?;
    let mut ids: Vec<_> = rows.iter().map(|row| row.created_by).collect();
    ids.extend(rows.iter().filter_map(|row| row.checked_by));
    let people = accounts::named(db.read(), ids).await?;
    let name = |id| people.get(&id).map(|person| person.name.clone());
    let of = |id: Uuid| counts.iter().filter(move |one| one.list_id == id);
    let view = |row: list::Model| AutomaticListView {
        unlisted: Ord::max(i64::from(row.firms) - of(row.id).map(|one| one.count).sum::<i64>(), 0),
        counts: of(row.id).map(|one| AutomaticCount { state: one.state, count: one.count }).collect(),
        own: row.created_by == actor.account,
        created_by: name(row.created_by).unwrap_or_default(),
        checked_by: row.checked_by.and_then(name),
        id: row.id,
        no: row.no,
        policy_id: row.policy_id,
        title: row.title,
        state: row.state,
        version: row.version,
        firms: row.firms,
        more: row.more,
        created_at: row.created_at,
        opinion: row.opinion,
        checked_at: row.checked_at,
        due_at: row.due_at,
    };
    Ok(rows.into_iter().map(view).collect())
}

/// Lists of the department, newest first.
pub async fn page(db: &Db, actor: &Actor, wanted: &PageQuery) -> Result<Page<AutomaticListView>> {
    let mut rows = store::page(db, actor.org, wanted).await?;
    let views = told(db, actor, std::mem::take(&mut rows.items)).await?;
    Ok(rows.with(views))
}

/// One list of the department.
///
/// # Errors
/// `not_found`.
pub async fn one(db: &Db, actor: &Actor, id: Uuid) -> Result<AutomaticListView> {
    let row = store::by_id(db.read(), actor.org, id).await?;
    told(db, actor, vec![row]).await?.pop().ok_or_else(Error::not_found)
}

/// Firms of a list with their names.
pub async fn entries(db: &Db, rows: Page<entry::Model>) -> Result<Page<AutomaticEntryView>> {
    let orgs = organizations::names(db.read(), rows.items.iter().map(|row| row.enterprise_id)).await?;
    Ok(rows.map(|row| AutomaticEntryView {
        enterprise_id: row.enterprise_id,
        enterprise: orgs.get(&row.enterprise_id).map(|org| org.name.clone()).unwrap_or_default(),
        state: row.state,
        reason: row.reason,
        amount: row.amount,
        application_id: row.application_id,
    }))
}

/// What a firm is named for.
pub async fn offers(db: &Db, rows: Page<entry::Model>) -> Result<Page<AutomaticOffer>> {
    let lists = store::lists(db.read(), rows.items.iter().map(|row| row.list_id)).await?;
    let orgs = organizations::names(db.read(), lists.iter().map(|row| row.department_id)).await?;
    rows.try_map(|row| {
        let list = lists.iter().find(|list| list.id == row.list_id).ok_or_else(Error::not_found)?;
        Ok(AutomaticOffer {
            id: list.id,
            policy_id: list.policy_id,
            title: list.title.clone(),
            department: orgs.get(&list.department_id).map(|org| org.name.clone()).unwrap_or_default(),
            state: row.state,
            amount: row.amount,
            due_at: list.due_at,
            application_id: row.application_id,
        })
    })
}

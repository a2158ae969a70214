//! What each side sees of a notice.

use super::{
    AdjustmentState,
    access::{AdjustmentAction, actions},
    entity::{adjustment, item},
    facts::AdjustmentFact,
    store,
};
use crate::policies;
use jinqiao_db::{Db, facts_of};
use jinqiao_http::{TimelineItem, timeline};
use jinqiao_kernel::{AccountId, Actor, DateTime, Day, OrgId, Page, PolicyId, Result};
use jinqiao_platform::{
    accounts,
    calendar::{Due, WorkCalendar, calendar},
    organizations,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;
use uuid::Uuid;

/// A notice of a list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AdjustmentRow {
    id: Uuid,
    no: String,
    /// The first of its items …
    title: String,
    /// … and how many there are.
    items: usize,
    department: String,
    state: AdjustmentState,
    created_at: DateTime,
    /// While the operator has to act.
    due: Option<Due>,
    /// The operator who has it in hand, or had it.
    handler: Option<String>,
}

/// An item that a notice is about.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AdjustmentItem {
    policy_id: PolicyId,
    title: String,
    /// Version in force when it was reported …
    number: i32,
    /// … and the one in force now.
    published: Option<i32>,
    /// It was published anew since.
    renewed: bool,
}

/// One notice.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AdjustmentDetail {
    #[serde(flatten)]
    row: AdjustmentRow,
    /// Counts every step, for the next one.
    version: i32,
    basis: String,
    link: String,
    change: String,
    effective_on: Day,
    reported_by: Option<String>,
    named: Vec<AdjustmentItem>,
    ended_at: Option<DateTime>,
    /// What the pages of its items say, or said until it was taken down.
    explanation: Option<String>,
    /// Why it went back, or its explanation was taken down.
    reason: Option<String>,
    timeline: Vec<TimelineItem>,
    actions: Vec<AdjustmentAction>,
}

/// How much waits for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct AdjustmentCounts {
    waiting: u64,
    /// Of those, the ones whose limit is over.
    overdue: u64,
}

/// An explanation on the page of an item (调整说明).
#[derive(Serialize, Deserialize, ToSchema)]
pub struct PolicyNote {
    id: Uuid,
    text: String,
    basis: String,
    link: String,
    effective_on: Day,
    published_at: Option<DateTime>,
}

/// What the people and things of notices are called.
struct Names {
    titles: HashMap<PolicyId, String>,
    orgs: HashMap<OrgId, organizations::Organization>,
    people: HashMap<AccountId, String>,
    calendar: WorkCalendar,
    now: DateTime,
}

impl Names {
    async fn of(
        db: &Db,
        titles: HashMap<PolicyId, String>,
        orgs: impl IntoIterator<Item = OrgId>,
        people: impl IntoIterator<Item = AccountId>,
    ) -> Result<Self> {
        Ok(Self {
            titles,
            orgs: organizations::names(db.read(), orgs).await?,
            people: accounts::named(db.read(), people).await?.into_iter().map(|(id, one)| (id, one.name)).collect(),
            calendar: calendar(&db.answer()).await?,
            now: db.world().now(),
        })
    }

    fn person(&self, id: AccountId) -> Option<String> {
        self.people.get(&id).cloned()
    }

    fn org(&self, id: OrgId) -> Option<String> {
        self.orgs.get(&id).map(|org| org.name.clone())
    }

    fn row(&self, row: &adjustment::Model, named: &[item::Model]) -> AdjustmentRow {
        let mut own = named.iter().filter(|item| item.adjustment_id == row.id).peekable();
        AdjustmentRow {
            id: row.id,
            no: row.no.clone(),
            title: own.peek().and_then(|item| self.titles.get(&item.policy_id)).cloned().unwrap_or_default(),
            items: own.count(),
            department: self.org(row.department_id).unwrap_or_default(),
            state: row.state,
            created_at: row.created_at,
            due: row.waits.then(|| Due::new(&self.calendar, row.due_at, self.now)),
            handler: row.taken_by.and_then(|id| self.person(id)),
        }
    }
}

/// A list.
///
/// # Errors
/// When the database fails.
pub async fn page(db: &Db, found: Page<adjustment::Model>) -> Result<Page<AdjustmentRow>> {
    let named = store::items(db.read(), found.items.iter().map(|row| row.id)).await?;
    let titles = policies::titles(db.read(), named.iter().map(|item| item.policy_id)).await?;
    let orgs = found.items.iter().map(|row| row.department_id);
    let names = Names::of(db, titles, orgs, found.items.iter().filter_map(|row| row.taken_by)).await?;
    Ok(found.map(|row| names.row(&row, &named)))
}

/// One notice as `actor` sees it.
///
/// # Errors
/// When the database fails.
pub async fn detail(db: &Db, actor: &Actor, found: adjustment::Model) -> Result<AdjustmentDetail> {
    let conn = db.read();
    let named = store::items(conn, [found.id]).await?;
    let facts = facts_of(conn, found.id).await?;
    let current = policies::by_ids(conn, named.iter().map(|item| item.policy_id)).await?;
    let titles = current.iter().map(|(id, policy)| (*id, policy.latest_title.clone())).collect();
    let orgs = facts.iter().filter_map(|fact| fact.org).chain([found.department_id]);
    let people = found.taken_by.into_iter().chain([found.reported_by]);
    let names = Names::of(db, titles, orgs, people).await?;
    let items = named.iter().filter_map(|item| {
        let policy = current.get(&item.policy_id)?;
        Some(AdjustmentItem {
            policy_id: item.policy_id,
            title: policy.latest_title.clone(),
            number: item.number,
            published: policy.published,
            renewed: policy.published.is_some_and(|number| number > item.number),
        })
    });
    Ok(AdjustmentDetail {
        row: names.row(&found, &named),
        version: found.version,
        reported_by: names.person(found.reported_by),
        named: items.collect(),
        timeline: timeline::<AdjustmentFact>(&facts, |org| names.org(org))?,
        actions: actions(actor, &found),
        basis: found.basis,
        link: found.link,
        change: found.change,
        effective_on: found.effective_on.into(),
        ended_at: found.ended_at,
        explanation: found.explanation,
        reason: found.reason,
    })
}

/// How much waits for the operator.
///
/// # Errors
/// When the database fails.
pub async fn counts(db: &Db) -> Result<AdjustmentCounts> {
    let (waiting, overdue) = store::counts(db).await?;
    Ok(AdjustmentCounts { waiting, overdue })
}

/// What the page of an item explains, newest first.
///
/// # Errors
/// `not_found` where nobody can read the item.
pub async fn notes(db: &Db, policy: PolicyId) -> Result<Vec<PolicyNote>> {
    policies::published(db.read(), policy, None).await?;
    let note = |row: adjustment::Model| {
        Some(PolicyNote {
            id: row.id,
            text: row.explanation?,
            basis: row.basis,
            link: row.link,
            effective_on: row.effective_on.into(),
            published_at: row.ended_at,
        })
    };
    Ok(store::notes(db.read(), policy).await?.into_iter().filter_map(note).collect())
}

//! What each side sees of an application.

use super::{
    ApplicationFact, ApplicationState, ReviewSeat, TraceKind,
    access::{ApplicationAction, Known, actions},
    content::{ApplicationContent, CorrectionItem, Judged, KnownValue},
    entity::{Application, objection, opinion, submission},
    seats::anybody_left,
    store,
    traces::Shared,
};
use crate::policies::{PolicyContent, PolicyMaterial};
use jinqiao_db::{Db, Fact, facts_of};
use jinqiao_http::{TimelineFact as _, TimelineItem, timeline};
use jinqiao_kernel::{AccountId, Actor, ApplicationId, DateTime, Money, OrgId, OrgKind, Page, PolicyId, Result};
use jinqiao_platform::{
    accounts,
    calendar::{Due, WorkCalendar, calendar},
    files::{self, FileInfo},
    organizations,
};
use jinqiao_policy::{
    condition::Report,
    form::Form,
    standard::{Calculation, Figure},
};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use std::collections::HashMap;
use utoipa::ToSchema;

/// An application of a list.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ApplicationRow {
    id: ApplicationId,
    /// Once it is handed in.
    no: Option<String>,
    policy_id: PolicyId,
    /// The version of the item that it is for.
    number: i32,
    title: String,
    state: ApplicationState,
    department: String,
    enterprise_id: OrgId,
    enterprise: String,
    /// How often it was handed in.
    round: i32,
    /// What the rules came to, fen.
    computed: Option<Money>,
    /// What the first review grants, fen.
    amount: Option<Money>,
    due: Option<Due>,
    /// Who took it from the pool; for the department.
    claimed_by: Option<String>,
    /// The reader did.
    mine: bool,
    submitted_at: Option<DateTime>,
    updated_at: DateTime,
}

/// What the rules say.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct ApplicationJudged {
    /// Condition by condition; none of an item without any.
    #[schema(value_type = Option<Report<'static>>)]
    report: Option<Json>,
    /// How much, step by step; none of an item that pays nothing.
    #[schema(value_type = Option<Calculation<'static>>)]
    calculation: Option<Json>,
    /// What it comes to, fen, where it can be told.
    amount: Option<Money>,
}

/// What was handed in.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SubmissionView {
    round: i32,
    at: DateTime,
    content: ApplicationContent,
    judged: ApplicationJudged,
}

/// What a person of the department decided.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct OpinionView {
    round: i32,
    seat: ReviewSeat,
    by: String,
    led_to: ApplicationState,
    text: String,
    faults: Vec<CorrectionItem>,
    at: DateTime,
}

/// What somebody said against it while it was public; the department knows who.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ObjectionView {
    by: Option<String>,
    text: String,
    at: DateTime,
    answer: Option<String>,
    upheld: Option<bool>,
}

/// Another application that was handed in with the same invoice, contract or file.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SharedTrace {
    kind: TraceKind,
    /// Where it stands in this one.
    label: String,
    application_id: ApplicationId,
    no: Option<String>,
    title: String,
    state: ApplicationState,
    /// The reader's department reviews that one too.
    own: bool,
    /// The same enterprise's.
    same_enterprise: bool,
    submitted_at: Option<DateTime>,
}

/// An application with all that its reader may know.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ApplicationDetail {
    #[serde(flatten)]
    row: ApplicationRow,
    /// Counts every change, for the next step.
    version: i32,
    /// Version of the item that it is for.
    number: i32,
    pays: bool,
    /// What the enterprise writes on; for the department what was handed in last.
    content: ApplicationContent,
    form: Option<Form>,
    /// Figures that the standard asks for.
    figures: Vec<Figure>,
    materials: Vec<PolicyMaterial>,
    /// What the platform filled in when it began.
    known: Vec<KnownValue>,
    /// What has to be corrected.
    faults: Vec<CorrectionItem>,
    corrections: i32,
    reason: Option<String>,
    public_until: Option<DateTime>,
    /// Until when a refusal can be appealed.
    appeal_until: Option<DateTime>,
    /// What the rules say: now of a draft, else when it was handed in last.
    judged: Option<ApplicationJudged>,
    files: Vec<FileInfo>,
    /// What was handed in, newest first.
    submissions: Vec<SubmissionView>,
    /// What was decided, oldest first; for the department.
    opinions: Vec<OpinionView>,
    objections: Vec<ObjectionView>,
    /// For the department.
    shared: Vec<SharedTrace>,
    timeline: Vec<TimelineItem>,
    actions: Vec<ApplicationAction>,
}

/// How much a person works on.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct ReviewerLoad {
    /// None for what nobody has taken.
    by: Option<String>,
    count: i64,
}

type Orgs = HashMap<OrgId, organizations::Organization>;
type People = HashMap<AccountId, accounts::Named>;

/// What rows are told with.
struct Telling<'a> {
    actor: &'a Actor,
    orgs: &'a Orgs,
    people: &'a People,
    calendar: &'a WorkCalendar,
    now: DateTime,
}

impl Telling<'_> {
    fn org(&self, id: OrgId) -> String {
        self.orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default()
    }

    fn person(&self, id: AccountId) -> Option<String> {
        self.people.get(&id).map(|person| person.name.clone())
    }

    fn row(&self, row: &Application) -> ApplicationRow {
        let department = self.actor.org_kind != OrgKind::Enterprise;
        ApplicationRow {
            id: row.id,
            no: row.no.clone(),
            policy_id: row.policy_id,
            number: row.number,
            title: row.title.clone(),
            state: row.state,
            department: self.org(row.department_id),
            enterprise_id: row.enterprise_id,
            enterprise: self.org(row.enterprise_id),
            round: row.round,
            computed: row.computed,
            amount: row.amount.filter(|_| department || row.state.decided()),
            due: row.due_at.map(|at| Due::new(self.calendar, at, self.now)),
            claimed_by: row.claimed_by.filter(|_| department).and_then(|id| self.person(id)),
            mine: row.claimed_by == Some(self.actor.account),
            submitted_at: row.submitted_at,
            updated_at: row.updated_at,
        }
    }
}

impl ApplicationJudged {
    pub(super) fn of(judged: Judged) -> Self {
        let Judged { report, calculation, amount } = judged;
        Self { report, calculation, amount }
    }
}

/// A list, as `actor` sees it.
pub async fn page(db: &Db, actor: &Actor, rows: Page<Application>) -> Result<Page<ApplicationRow>> {
    let conn = &db.answer();
    let ids = rows.items.iter().flat_map(|row| [row.department_id, row.enterprise_id]);
    let orgs = &organizations::names(conn, ids).await?;
    let people = &accounts::named(conn, rows.items.iter().filter_map(|row| row.claimed_by)).await?;
    let telling = Telling { actor, orgs, people, calendar: &calendar(conn).await?, now: db.world().now() };
    Ok(rows.map(|row| telling.row(&row)))
}

/// What the detail is told with beside the row.
pub struct Beside {
    pub version: PolicyContent,
    /// What the rules say of a draft now.
    pub judged: Option<Judged>,
    pub appeal_until: Option<DateTime>,
}

/// What only the department knows.
#[derive(Default)]
struct Inside {
    opinions: Vec<opinion::Model>,
    shared: Vec<Shared>,
}

/// One application, as `actor` sees it.
pub async fn detail(db: &Db, actor: &Actor, row: Application, beside: Beside) -> Result<ApplicationDetail> {
    let conn = &db.answer();
    let department = actor.org_kind != OrgKind::Enterprise;
    let submissions = store::submissions(conn, row.id).await?;
    let inside = if department {
        Inside { opinions: store::opinions(conn, row.id).await?, shared: super::traces::shared(conn, row.id).await? }
    } else {
        Inside::default()
    };
    let seats = if department { store::seats(conn, row.id).await? } else { vec![] };
    // Only whoever cannot decide it asks who else could.
    let sits = seats.iter().any(|one| one.account_id == actor.account && Some(one.seat) != row.state.seat());
    let nobody_left = sits && !anybody_left(conn, &row, Some(actor.account)).await?;
    let objections =
        if row.public_until.is_some() || department { store::objections(conn, row.id).await? } else { vec![] };
    let facts = facts_of(conn, row.id).await?;
    let ids = facts.iter().filter_map(|fact| fact.org).chain(objections.iter().map(|one| one.org_id));
    let orgs = &organizations::names(conn, ids.chain([row.department_id, row.enterprise_id])).await?;
    let ids = inside.opinions.iter().map(|one| one.account_id).chain(row.claimed_by);
    let people = &accounts::named(conn, ids).await?;
    let telling = Telling { actor, orgs, people, calendar: &calendar(conn).await?, now: db.world().now() };
    let known = Known { appeal_until: beside.appeal_until, now: telling.now, nobody_left };
    let content = match submissions.first().filter(|_| department) {
        // Where the money goes may have been corrected since.
        Some(last) => ApplicationContent { payee: row.content.0.payee.clone(), ..last.content.0.clone() },
        None => row.content.0.clone(),
    };
    let mut ids = content.files();
    ids.extend(submissions.iter().flat_map(|one| one.content.0.files()));
    ids.sort_unstable();
    ids.dedup();
    let files = files::infos(conn, &ids).await?;
    let PolicyContent { form, standard, materials, .. } = beside.version;
    let judged = beside.judged.or_else(|| submissions.first().map(|last| last.judged.0.clone()));
    let masked = |content: ApplicationContent| ApplicationContent {
        payee: if department { content.payee.masked() } else { content.payee },
        ..content
    };
    let sent = |one: submission::Model| SubmissionView {
        round: one.round,
        at: one.at,
        content: masked(one.content.0),
        judged: ApplicationJudged::of(one.judged.0),
    };
    Ok(ApplicationDetail {
        actions: actions(actor, &row, &seats, &known),
        timeline: told_to(department, &facts, |id| {
            // An objection is told without who made it.
            let party = [row.department_id, row.enterprise_id].contains(&id) || department;
            party.then(|| orgs.get(&id).map(|org| org.name.clone())).flatten()
        })?,
        version: row.version,
        number: row.number,
        pays: row.pays,
        content: masked(content),
        form,
        figures: standard.map(|standard| standard.figures).unwrap_or_default(),
        materials,
        known: row.known.0.clone(),
        faults: row.faults.0.clone(),
        corrections: row.corrections,
        reason: row.reason.clone(),
        public_until: row.public_until,
        appeal_until: beside.appeal_until,
        judged: judged.map(ApplicationJudged::of),
        files,
        submissions: submissions.into_iter().map(sent).collect(),
        opinions: inside.opinions.into_iter().map(|one| opinion_of(&telling, one)).collect(),
        objections: objections.into_iter().map(|one| objection_of(&telling, one, department)).collect(),
        shared: inside.shared.into_iter().map(|one| shared_of(actor, &row, one)).collect(),
        row: telling.row(&row),
    })
}

/// The timeline, without what reviewers say among themselves where the enterprise reads it.
fn told_to(department: bool, facts: &[Fact], name_of: impl Fn(OrgId) -> Option<String>) -> Result<Vec<TimelineItem>> {
    let mut items = timeline::<ApplicationFact>(facts, name_of)?;
    if department {
        return Ok(items);
    }
    let mut shown = vec![];
    for (mut item, fact) in items.drain(..).zip(facts) {
        let fact = fact.decode::<ApplicationFact>()?.for_enterprise();
        (item.text, item.reason) = (fact.text(), fact.reason());
        if fact.step.for_enterprise() {
            shown.push(item);
        }
    }
    Ok(shown)
}

fn opinion_of(telling: &Telling<'_>, one: opinion::Model) -> OpinionView {
    OpinionView {
        round: one.round,
        seat: one.seat,
        by: telling.person(one.account_id).unwrap_or_default(),
        led_to: one.led_to,
        text: one.text,
        faults: one.faults.0,
        at: one.at,
    }
}

fn objection_of(telling: &Telling<'_>, one: objection::Model, department: bool) -> ObjectionView {
    ObjectionView {
        by: department.then(|| telling.org(one.org_id)),
        text: one.text,
        at: one.at,
        answer: one.answer,
        upheld: one.upheld,
    }
}

fn shared_of(actor: &Actor, row: &Application, Shared { other, kind, label }: Shared) -> SharedTrace {
    SharedTrace {
        kind,
        label,
        application_id: other.id,
        no: other.no,
        title: other.title,
        state: other.state,
        own: other.department_id == actor.org,
        same_enterprise: other.enterprise_id == row.enterprise_id,
        submitted_at: other.submitted_at,
    }
}

/// How much each person of the department works on.
pub async fn load(db: &Db, department: OrgId) -> Result<Vec<ReviewerLoad>> {
    let rows = store::load(db.read(), department).await?;
    let people = accounts::named(db.read(), rows.iter().filter_map(|row| row.claimed_by)).await?;
    let named = |id: AccountId| people.get(&id).map(|person| person.name.clone());
    let mut found: Vec<_> =
        rows.into_iter().map(|row| ReviewerLoad { by: row.claimed_by.and_then(named), count: row.count }).collect();
    found.sort_by(|a, b| a.by.is_some().cmp(&b.by.is_some()).then(b.count.cmp(&a.count)));
    Ok(found)
}

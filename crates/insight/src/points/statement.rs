//! 积分明细: the balance, grade, rules and entries of one organisation.

use super::{
    PointEvent, PointSide, RuleTerms, RuleView, assessment,
    entity::{balance, entry, rule},
    grade::{self, EnterpriseInputs, Grade, Graded},
    grants::POINTS_MANAGE,
    ledger,
    quarter::{Quarter, span_of},
    rules::{self, RuleStanding},
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Reading, page_of};
use jinqiao_financing::orders;
use jinqiao_kernel::{Actor, DateTime, Error, Moment, OrgId, Page, PageQuery, Result};
use jinqiao_platform::{
    enterprises,
    organizations::{self, Organization},
};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, Func, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;

/// Conduct is looked at over so many days.
const YEAR: i64 = 365;

/// What an organisation gained and lost in a span.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Turnover {
    /// Sum of what was given.
    gained: i64,
    /// Sum of what was taken, negative.
    lost: i64,
}

/// A grade and what it is about.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct GradeView {
    /// The quarter, of an institution; none for an enterprise, whose grade is that of now.
    quarter: Option<Quarter>,
    /// The quarter still runs.
    running: bool,
    #[serde(flatten)]
    graded: Graded,
}

/// A rule as it applies now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct CurrentRule {
    event: PointEvent,
    terms: RuleTerms,
}

/// The points of an organisation.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PointsStatement {
    side: PointSide,
    /// Sum of all entries.
    balance: i64,
    month: Turnover,
    quarter: Turnover,
    /// None for agencies, which are not graded.
    grade: Option<GradeView>,
    /// Rules that apply now and give or take something.
    rules: Vec<CurrentRule>,
}

/// What an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum EntryKind {
    /// Points were given.
    Gain,
    /// Points were taken.
    Loss,
    /// An earlier entry was taken back.
    Correction,
}

/// Which entries are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct EntryFilter {
    /// Only of this kind.
    kind: Option<EntryKind>,
    /// Only on this occasion.
    event: Option<PointEvent>,
    /// Not before.
    from: Option<Moment>,
    /// Before.
    to: Option<Moment>,
}

/// An entry of the ledger.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EntryView {
    /// From 1, in the order of entry.
    number: i64,
    at: DateTime,
    kind: EntryKind,
    event: PointEvent,
    points: i32,
    /// Number of the version of the rule that applied.
    rule_number: i32,
    /// The order that it is about, as far as the reader sees it.
    order: Option<EntryOrder>,
    /// The operator's words.
    reason: Option<String>,
    /// It was taken back later.
    reversed: bool,
}

/// An order that an entry is about.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct EntryOrder {
    id: Uuid,
    no: String,
}

/// The points of `org`.
///
/// # Errors
/// `not_found` for organisations without points.
pub async fn statement(db: &Db, org: OrgId) -> Result<PointsStatement> {
    let (conn, now) = (&db.answer(), db.world().now());
    let org = organizations::by_id(conn, org).await?;
    let side = PointSide::of(org.kind).ok_or_else(Error::not_found)?;
    let turnover = async |period| {
        let span = span_of(period, now).unwrap_or(now..now);
        ledger::turnover(conn, org.id, &span).await.map(|(gained, lost)| Turnover { gained, lost })
    };
    Ok(PointsStatement {
        side,
        balance: ledger::balance_of(conn, org.id).await?,
        month: turnover(super::CapPeriod::Month).await?,
        quarter: turnover(super::CapPeriod::Quarter).await?,
        grade: grade_of(conn, &org, side, now).await?,
        rules: rules::all(db, Some(side)).await?.into_iter().filter_map(applying).collect(),
    })
}

fn applying(rule: RuleView) -> Option<CurrentRule> {
    let current = rule.versions.into_iter().find(|version| version.standing == RuleStanding::Current)?;
    (current.terms.points != 0).then_some(CurrentRule { event: rule.event, terms: current.terms })
}

async fn grade_of(
    conn: &impl Reading,
    org: &Organization,
    side: PointSide,
    now: DateTime,
) -> Result<Option<GradeView>> {
    Ok(match side {
        PointSide::Agency => None,
        PointSide::Enterprise => {
            let graded = grade::of_enterprise(enterprise_inputs(conn, org.id, now).await?);
            Some(GradeView { quarter: None, running: false, graded })
        }
        PointSide::Institution => {
            let (quarter, rows) = assessment::holding(conn, now).await?;
            let own = rows.iter().find(|row| row.id == org.id).cloned();
            own.map(|row| GradeView {
                quarter: Some(quarter),
                running: quarter == Quarter::of(now),
                graded: row.graded,
            })
        }
    })
}

/// What an enterprise is graded by at `now`.
async fn enterprise_inputs(conn: &impl Reading, org: OrgId, now: DateTime) -> Result<EnterpriseInputs> {
    use balance::Entity;
    let came = organizations::by_id(conn, org).await?.created_at;
    let (profile, years) = (enterprises::of_org(conn, org).await?, enterprises::years_of(conn, org).await?);
    let score = enterprises::score_of_profile(conn, &profile, &years, now).await?;
    let own = Entity::find_by_id(org).one(conn).await?;
    inputs_beside(conn, (org, came), own, score.map(|score| score.points), now).await
}

/// What an enterprise that came at a moment is graded by beside what is known of it already: its balance and its score.
async fn inputs_beside(
    conn: &impl ConnectionTrait,
    (org, came): (OrgId, DateTime),
    own: Option<balance::Model>,
    score: Option<i32>,
    now: DateTime,
) -> Result<EnterpriseInputs> {
    let (mine, entries) = own.map_or((0, 0), |row| (row.balance, row.entries));
    let (others, below, level) = places(conn, org, mine).await?;
    let year = now - TimeDelta::days(YEAR)..now;
    let ratings = orders::reputations_in(conn, [org], &year).await?.remove(&org);
    let findings = ledger::findings(conn, org, year.start).await?;
    let found = |event| findings.get(&event).copied().unwrap_or_default();
    let rated = usize::try_from(ratings.map_or(0, |rating| rating.count)).unwrap_or_default();
    Ok(EnterpriseInputs {
        points: grade::place(below, level, others),
        marks: ratings.map(|rating| rating.average),
        false_material: found(PointEvent::FalseMaterial),
        out_of_contact: found(PointEvent::OutOfContact),
        score,
        days: (now - came).num_days(),
        cases: usize::try_from(entries).unwrap_or_default() + rated,
    })
}

/// How many other enterprises have points, how many of them fewer than `mine`, and how many as many.
async fn places(conn: &impl ConnectionTrait, org: OrgId, mine: i64) -> Result<(usize, usize, usize)> {
    use balance::{Column, Entity};
    let counted = |of: SimpleExpr| -> SimpleExpr {
        Func::coalesce([Expr::expr(Expr::case(of, 1).finally(0)).sum(), 0.into()]).cast_as("bigint")
    };
    let counts: Option<(i64, i64, i64)> = Entity::find()
        .select_only()
        .column_as(Column::OrgId.count(), "others")
        .expr_as(counted(Column::Balance.lt(mine)), "below")
        .expr_as(counted(Column::Balance.eq(mine)), "level")
        .filter(Column::Side.eq(PointSide::Enterprise))
        .filter(Column::OrgId.ne(org))
        .into_tuple()
        .one(conn)
        .await?;
    let whole = |count: i64| usize::try_from(count).unwrap_or_default();
    Ok(counts.map_or((0, 0, 0), |(others, below, level)| (whole(others), whole(below), whole(level))))
}

/// How an enterprise stands: its points and its grade.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FirmStanding {
    /// 平台信用积分.
    pub balance: i64,
    /// How many entries they are made of.
    pub entries: i64,
    /// 评级; none where too little is known.
    pub grade: Option<Grade>,
}

/// How the enterprise `firm` stands at `now`, whose innovation score is known. Four statements.
///
/// # Errors
/// When the database fails.
pub async fn firm_standing(
    conn: &impl ConnectionTrait,
    firm: &Organization,
    score: Option<i32>,
    now: DateTime,
) -> Result<FirmStanding> {
    let own = balance::Entity::find_by_id(firm.id).one(conn).await?;
    let (balance, entries) = own.as_ref().map_or((0, 0), |row| (row.balance, row.entries));
    let inputs = inputs_beside(conn, (firm.id, firm.created_at), own, score, now).await?;
    Ok(FirmStanding { balance, entries, grade: grade::of_enterprise(inputs).grade })
}

/// Entries of `org`, newest first; `reader` sees the numbers of those orders that it sees anyway.
///
/// # Errors
/// When the page is out of range.
pub async fn entries(
    db: &Db,
    reader: &Actor,
    org: OrgId,
    filter: &EntryFilter,
    wanted: &PageQuery,
) -> Result<Page<EntryView>> {
    use entry::{Column, Entity};
    let mut select = Entity::find().filter(Column::OrgId.eq(org));
    select = match filter.kind {
        None => select,
        // Not as a condition of its own: the index on what takes back another would be taken, and all of an organisation be sorted.
        Some(EntryKind::Gain) => {
            select.filter(Column::Points.gt(0)).filter(ExprTrait::eq(Column::Reverses.is_null(), true))
        }
        Some(EntryKind::Loss) => {
            select.filter(Column::Points.lt(0)).filter(ExprTrait::eq(Column::Reverses.is_null(), true))
        }
        Some(EntryKind::Correction) => select.filter(Column::Reverses.is_not_null()),
    };
    if let Some(event) = filter.event {
        select = select.filter(Column::Event.eq(event));
    }
    if let Some(from) = filter.from.map(DateTime::from) {
        select = select.filter(Column::At.gte(from));
    }
    if let Some(to) = filter.to.map(DateTime::from) {
        select = select.filter(Column::At.lt(to));
    }
    let newest = select.order_by_desc(Column::At).order_by_desc(Column::Number);
    let page = page_of(db.read(), newest, wanted).await?;
    let orders = orders_of(db, reader, &page.items).await?;
    let reversed = reversed(db.read(), org, &page.items).await?;
    let numbers = rule_numbers(db.read(), &page.items).await?;
    Ok(page.map(|row| EntryView {
        number: row.number,
        at: row.at,
        kind: match (row.reverses, row.points) {
            (Some(_), _) => EntryKind::Correction,
            (None, 0..) => EntryKind::Gain,
            (None, _) => EntryKind::Loss,
        },
        event: row.event,
        points: row.points,
        rule_number: numbers.get(&row.rule_id.into()).copied().unwrap_or_default(),
        order: orders.get(&row.subject).map(|no| EntryOrder { id: row.subject, no: no.clone() }),
        reason: row.reason,
        reversed: reversed.contains(&row.number),
    }))
}

async fn orders_of(db: &Db, reader: &Actor, rows: &[entry::Model]) -> Result<HashMap<Uuid, String>> {
    let subjects: Vec<Uuid> = rows.iter().map(|row| row.subject).collect();
    if reader.may(POINTS_MANAGE) {
        orders::numbers(db.read(), &subjects).await
    } else {
        orders::visible_numbers(db.read(), reader, &subjects).await
    }
}

async fn reversed(conn: &impl ConnectionTrait, org: OrgId, rows: &[entry::Model]) -> Result<HashSet<i64>> {
    use entry::{Column, Entity};
    let numbers = rows.iter().map(|row| row.number);
    let back = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Reverses.is_in(numbers)).all(conn).await?;
    Ok(back.into_iter().filter_map(|row| row.reverses).collect())
}

async fn rule_numbers(conn: &impl ConnectionTrait, rows: &[entry::Model]) -> Result<HashMap<Uuid, i32>> {
    let ids: HashSet<_> = rows.iter().map(|row| row.rule_id).collect();
    let rules = rule::Entity::find().filter(rule::Column::Id.is_in(ids)).all(conn).await?;
    Ok(rules.into_iter().map(|rule| (rule.id.into(), rule.number)).collect())
}

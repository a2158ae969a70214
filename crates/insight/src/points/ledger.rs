//! 积分流水: the append-only ledger and the balances. Every entry is made under the lock of its organisation's balance, so
//! that caps hold whatever happens at the same time.

use super::{
    Cap, CapPeriod, CapUnit, PointEvent, PointSide, Used,
    entity::{
        balance,
        entry::{Column, Entity, Model},
        rule,
    },
    limit_by_caps,
    parameters::QUARTER_POINTS,
    quarter::{Quarter, span_of},
    rules, share_of_points,
};
use jinqiao_db::Tx;
use jinqiao_financing::orders::RefusalCode;
use jinqiao_kernel::{DateTime, Error, OrgId, Result};
use jinqiao_platform::permissions::value_of;
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, JoinType, PaginatorTrait,
    QueryFilter, QuerySelect, QueryTrait, Select, Set,
    sea_query::{Alias, Expr, ExprTrait, Func, OnConflict, Query, SelectStatement, SimpleExpr},
};
use std::{collections::HashMap, ops::Range};
use uuid::Uuid;

/// Something for which points may be due.
#[derive(Clone, Debug)]
pub struct PointTrigger {
    /// What happened …
    pub event: PointEvent,
    /// … to whom …
    pub org: OrgId,
    /// … on which side.
    pub side: PointSide,
    /// What it is about, such as an order.
    pub subject: Uuid,
    /// Which occasion with that subject; each is entered once.
    pub reference: String,
    /// When it happened: decides which version of the rule applies, and into which day, month and quarter it falls.
    pub at: DateTime,
    /// Working time that it took, minutes, where the rule asks for it.
    pub minutes: Option<i64>,
    /// What falls to this one of an occasion that several share: the part and the whole.
    pub share: Option<(i64, i64)>,
    /// Why credit was refused.
    pub refusal: Option<RefusalCode>,
    /// The operator's words.
    pub reason: Option<String>,
}

impl PointTrigger {
    /// An occasion without conditions.
    pub fn new(event: PointEvent, (side, org): (PointSide, OrgId), subject: impl Into<Uuid>, at: DateTime) -> Self {
        let (subject, reference) = (subject.into(), String::new());
        Self { event, org, side, subject, reference, at, minutes: None, share: None, refusal: None, reason: None }
    }
}

/// The balance of an organisation, locked until the write ends.
async fn lock(tx: &Tx, org: OrgId, side: PointSide) -> Result<balance::Model> {
    use balance::{Column, Entity};
    let row = balance::Model { org_id: org, side, balance: 0, entries: 0, updated_at: tx.now() };
    let known = OnConflict::column(Column::OrgId).do_nothing().to_owned();
    Entity::insert(row.into_active_model()).on_conflict(known).exec_without_returning(tx.conn()).await?;
    let locked = Entity::find_by_id(org).lock_exclusive().one(tx.conn()).await?;
    locked.ok_or_else(|| Error::internal("a balance that was just made"))
}

async fn append(tx: &Tx, balance: &balance::Model, entry: Model) -> Result<i64> {
    let entry = Model { number: balance.entries + 1, ..entry };
    let (number, points) = (entry.number, i64::from(entry.points));
    Entity::insert(entry.into_active_model()).exec_without_returning(tx.conn()).await?;
    let row = balance::ActiveModel {
        org_id: Set(balance.org_id),
        balance: Set(balance.balance + points),
        entries: Set(balance.entries + 1),
        updated_at: Set(tx.now()),
        ..Default::default()
    };
    balance::Entity::update(row).exec(tx.conn()).await?;
    Ok(number)
}

/// Enters the points of an occasion by the rule that applied when it happened, as far as the caps leave room. Returns the
/// entry's number; none when nothing was due, or it is entered already.
pub async fn award(tx: &Tx, occasion: &PointTrigger) -> Result<Option<i64>> {
    let PointTrigger { event, org, side, subject, at, .. } = *occasion;
    let Some(rule) = rules::in_force(tx.conn(), event, side, at).await? else { return Ok(None) };
    if rule.terms.0.points == 0 || !rule.terms.0.covers(event, occasion.minutes, occasion.refusal) {
        return Ok(None);
    }
    let balance = lock(tx, org, side).await?;
    let same = of_subject(org, event, subject).filter(Column::Reference.eq(&occasion.reference));
    if same.one(tx.conn()).await?.is_some() {
        return Ok(None);
    }
    let points = within_caps(tx, occasion, &rule).await?;
    if points == 0 {
        return Ok(None);
    }
    let entry = Model {
        org_id: org,
        number: 0,
        side,
        event,
        rule_id: rule.id,
        subject,
        reference: occasion.reference.clone(),
        points,
        at,
        entered_at: tx.now(),
        reason: occasion.reason.clone(),
        account_id: tx.account(),
        reverses: None,
    };
    append(tx, &balance, entry).await.map(Some)
}

async fn within_caps(tx: &Tx, occasion: &PointTrigger, rule: &rule::Model) -> Result<i32> {
    let terms = &rule.terms.0;
    let mut caps: Vec<(Cap, Used)> = Vec::with_capacity(terms.caps.len());
    for cap in &terms.caps {
        caps.push((*cap, used(tx, occasion, cap.period).await?));
    }
    let points = occasion.share.map_or(terms.points, |(part, whole)| share_of_points(terms.points, part, whole));
    if occasion.side == PointSide::Enterprise && points > 0 {
        caps.push(of_quarter(tx, occasion).await?);
    }
    Ok(limit_by_caps(points, &caps))
}

/// What a firm may gain in the quarter, and what it has gained so far, on all occasions together.
async fn of_quarter(tx: &Tx, occasion: &PointTrigger) -> Result<(Cap, Used)> {
    let most = i32::try_from(value_of(tx.conn(), QUARTER_POINTS).await?).unwrap_or(i32::MAX);
    let span = Quarter::of(occasion.at).span();
    let gains = Entity::find()
        .filter(Column::OrgId.eq(occasion.org))
        .filter(Column::Points.gt(0))
        .filter(Column::At.gte(span.start))
        .filter(Column::At.lt(span.end));
    let gains = standing(gains, occasion.org).select_only().column(Column::Points);
    let points: Vec<i32> = gains.into_tuple().all(tx.conn()).await?;
    let used = Used { times: 0, points: points.into_iter().map(i64::from).sum() };
    Ok((Cap { period: CapPeriod::Quarter, unit: CapUnit::Points, most }, used))
}

fn of_subject(org: OrgId, event: PointEvent, subject: Uuid) -> Select<Entity> {
    let of_event = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Event.eq(event));
    of_event.filter(Column::Subject.eq(subject))
}

/// Numbers of an organisation's entries that were taken back.
fn reversed(org: OrgId) -> SelectStatement {
    let taken_back = Query::select().column(Column::Reverses).from(Entity).take();
    let own = Condition::all().add(Column::OrgId.eq(org)).add(Column::Reverses.is_not_null());
    taken_back.to_owned().cond_where(own).take()
}

/// Entries that stand: neither taken back nor taking back.
fn standing(select: Select<Entity>, org: OrgId) -> Select<Entity> {
    select.filter(Column::Reverses.is_null()).filter(Column::Number.not_in_subquery(reversed(org)))
}

async fn used(tx: &Tx, occasion: &PointTrigger, period: CapPeriod) -> Result<Used> {
    let PointTrigger { event, org, subject, at, .. } = *occasion;
    let mut select = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Event.eq(event));
    if period == CapPeriod::Subject {
        select = select.filter(Column::Subject.eq(subject));
    }
    if let Some(span) = span_of(period, at) {
        select = select.filter(Column::At.gte(span.start)).filter(Column::At.lt(span.end));
    }
    let entries = standing(select, org).select_only().column(Column::Points);
    let points: Vec<i32> = entries.into_tuple().all(tx.conn()).await?;
    let times = i64::try_from(points.len()).unwrap_or(i64::MAX);
    Ok(Used { times, points: points.iter().map(|points| i64::from(points.abs())).sum() })
}

/// An entry of an organisation.
///
/// # Errors
/// `not_found`.
pub(super) async fn entry_of(tx: &Tx, org: OrgId, number: i64) -> Result<Model> {
    Entity::find_by_id((org, number)).one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// Takes an entry back by a reversing one. Returns the entry that was taken back.
///
/// # Errors
/// `not_found`; `points.reversed` when it was taken back already, or takes one back itself.
pub(super) async fn reverse(tx: &Tx, org: OrgId, number: i64, reason: &str) -> Result<Model> {
    let entry = entry_of(tx, org, number).await?;
    let balance = lock(tx, org, entry.side).await?;
    let again = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Reverses.eq(number));
    if entry.reverses.is_some() || again.one(tx.conn()).await?.is_some() {
        return Err(Error::conflict("points.reversed", "该记录已冲正，不能再次冲正"));
    }
    let back = Model {
        reference: format!("reverses {number}"),
        points: -entry.points,
        at: tx.now(),
        entered_at: tx.now(),
        reason: Some(reason.into()),
        account_id: tx.account(),
        reverses: Some(number),
        ..entry.clone()
    };
    append(tx, &balance, back).await?;
    Ok(entry)
}

/// Takes back what an occasion has brought, if it has and that still stands.
///
/// # Errors
/// When the database fails.
pub async fn take_back(tx: &Tx, org: OrgId, (event, subject): (PointEvent, Uuid), reason: &str) -> Result<()> {
    if let Some(number) = standing_entry(tx, org, event, subject).await? {
        reverse(tx, org, number, reason).await?;
    }
    Ok(())
}

/// Number of the standing entry of an occasion, if it was entered.
pub(super) async fn standing_entry(tx: &Tx, org: OrgId, event: PointEvent, subject: Uuid) -> Result<Option<i64>> {
    let entries = standing(of_subject(org, event, subject), org);
    Ok(entries.one(tx.conn()).await?.map(|entry| entry.number))
}

/// How many entries of `event` there are about `subject`, those that were taken back included.
pub(super) async fn count(tx: &Tx, org: OrgId, event: PointEvent, subject: Uuid) -> Result<usize> {
    let entries = of_subject(org, event, subject).filter(Column::Reverses.is_null());
    Ok(entries.all(tx.conn()).await?.len())
}

/// The stored balance of an organisation; zero before its first entry.
pub(super) async fn balance_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<i64> {
    Ok(balance::Entity::find_by_id(org).one(conn).await?.map_or(0, |row| row.balance))
}

/// Points that each organisation of a side gained, net, in a span.
pub(super) async fn gained(
    conn: &impl ConnectionTrait,
    side: PointSide,
    span: &Range<DateTime>,
) -> Result<HashMap<OrgId, i64>> {
    let sum = Column::Points.sum().cast_as(Alias::new("bigint"));
    let sums = Entity::find()
        .select_only()
        .column(Column::OrgId)
        .expr_as(sum, "points")
        .filter(Column::Side.eq(side))
        .filter(Column::At.gte(span.start))
        .filter(Column::At.lt(span.end))
        .group_by(Column::OrgId);
    Ok(sums.into_tuple::<(OrgId, i64)>().all(conn).await?.into_iter().collect())
}

/// What an organisation gained and lost in a span.
pub(super) async fn turnover(conn: &impl ConnectionTrait, org: OrgId, span: &Range<DateTime>) -> Result<(i64, i64)> {
    let points = || Expr::col((Entity, Column::Points));
    let sum = |counted: SimpleExpr| {
        let part: SimpleExpr = Expr::case(counted, points()).finally(0).into();
        part.sum().cast_as(Alias::new("bigint"))
    };
    let sums = Entity::find()
        .select_only()
        .expr_as(sum(points().gt(0)), "gained")
        .expr_as(sum(points().lt(0)), "lost")
        .filter(Column::OrgId.eq(org))
        .filter(Column::At.gte(span.start))
        .filter(Column::At.lt(span.end));
    let sums = sums.into_tuple::<(Option<i64>, Option<i64>)>().one(conn).await?;
    let (gained, lost) = sums.unwrap_or_default();
    Ok((gained.unwrap_or_default(), lost.unwrap_or_default()))
}

/// How many findings of each kind stand against an organisation since `from`.
pub(super) async fn findings(
    conn: &impl ConnectionTrait,
    org: OrgId,
    from: DateTime,
) -> Result<HashMap<PointEvent, i64>> {
    use sea_orm::Iterable;
    let kinds = PointEvent::iter().filter(|event| event.finding());
    let found = Entity::find().filter(Column::OrgId.eq(org)).filter(Column::Event.is_in(kinds));
    let found = standing(found.filter(Column::At.gte(from)), org).all(conn).await?;
    let mut counts = HashMap::new();
    for entry in found {
        *counts.entry(entry.event).or_default() += 1;
    }
    Ok(counts)
}

/// An organisation whose stored balance is not what its entries add up to.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Mismatch {
    /// The organisation.
    pub org: OrgId,
    /// What is stored.
    pub stored: i64,
    /// What its entries add up to.
    pub summed: i64,
}

/// Differences that are told at most: one is a fault to be looked into.
const MOST_MISMATCHES: u64 = 100;

/// Recomputes every balance from the ledger: how many there are, and those that differ, at most a hundred. Summed by the database, so
/// that no more than the differences come here.
pub async fn mismatches(conn: &impl ConnectionTrait) -> Result<(u64, Vec<Mismatch>)> {
    let sums = || {
        let sum = Expr::col(Column::Points).sum().cast_as(Alias::new("bigint"));
        Entity::find().select_only().column(Column::OrgId).expr_as(sum, "summed").group_by(Column::OrgId)
    };
    let summed = || Func::coalesce([Expr::col(("sums", "summed")), Expr::value(0)]);
    let mut kept = balance::Entity::find()
        .select_only()
        .column(balance::Column::OrgId)
        .column(balance::Column::Balance)
        .expr_as(summed(), "summed")
        .filter(Expr::col((balance::Entity, balance::Column::Balance)).ne(summed()))
        .limit(MOST_MISMATCHES);
    let same = Expr::col(("sums", "org_id")).equals((balance::Entity, balance::Column::OrgId));
    QueryTrait::query(&mut kept).join_subquery(JoinType::LeftJoin, sums().into_query(), "sums", same);
    let known = balance::Entity::find().select_only().column(balance::Column::OrgId).into_query();
    let lost = sums().filter(Column::OrgId.not_in_subquery(known)).having(Column::Points.sum().ne(0));
    let kept: Vec<(OrgId, i64, i64)> = kept.into_tuple().all(conn).await?;
    let lost: Vec<(OrgId, i64)> = lost.limit(MOST_MISMATCHES).into_tuple().all(conn).await?;
    let differing = kept.into_iter().chain(lost.into_iter().map(|(org, summed)| (org, 0, summed)));
    let differing = differing.map(|(org, stored, summed)| Mismatch { org, stored, summed }).collect();
    Ok((balance::Entity::find().count(conn).await?, differing))
}

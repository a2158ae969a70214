//! Rules in versions with effective dates: read at the moment something happened, changed by the operator.

use super::{
    Measure, PointEvent, PointSide, RuleTerms,
    entity::rule::{ActiveModel, Column, Entity, Model},
    first_rules,
};
use jinqiao_db::{Db, Doc, Intent, Tx, unless_taken};
use jinqiao_kernel::{AccountId, Actor, Checks, DateTime, Day, Error, Result, day_begins, local_date};
use jinqiao_platform::accounts;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, Iterable, QueryFilter, QueryOrder, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A change may be planned so many days ahead.
const AHEAD: i64 = 400;

/// Where a version stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RuleStanding {
    /// Another version applies by now.
    Past,
    /// Applies now.
    Current,
    /// Will apply.
    Upcoming,
}

/// A version of a rule.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RuleVersion {
    number: i32,
    pub(super) terms: RuleTerms,
    /// Applies to what happens from then on; none for the first, which has applied since the beginning.
    valid_from: Option<DateTime>,
    pub(super) standing: RuleStanding,
    /// Why it was changed.
    note: Option<String>,
    changed_at: DateTime,
    /// Who changed it; none for the platform's own.
    changed_by: Option<String>,
}

/// A rule with its history.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct RuleView {
    pub(super) event: PointEvent,
    pub(super) side: PointSide,
    /// Noted by the operator, not by the platform itself.
    finding: bool,
    /// Points are given for it; otherwise they are taken.
    gives: bool,
    /// In what its condition of time is told; none where it has none.
    measure: Option<Measure>,
    /// Newest first.
    pub(super) versions: Vec<RuleVersion>,
}

/// A change of a rule.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RuleIn {
    /// Which rule: its occasion …
    pub event: PointEvent,
    /// … and whose points.
    pub side: PointSide,
    /// Number of the newest version that the person saw.
    pub number: i32,
    /// What it shall say.
    pub terms: RuleTerms,
    /// From which day, in Shanghai; none from now on.
    pub valid_from: Option<Day>,
    /// Why, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    pub note: String,
}

/// The version of a rule that applied at `moment`.
pub async fn in_force(
    conn: &impl ConnectionTrait,
    event: PointEvent,
    side: PointSide,
    moment: DateTime,
) -> Result<Option<Model>> {
    let versions = Entity::find().filter(Column::Event.eq(event)).filter(Column::Side.eq(side));
    let then = versions.filter(Column::ValidFrom.lte(moment));
    Ok(then.order_by_desc(Column::ValidFrom).order_by_desc(Column::Number).one(conn).await?)
}

/// The version that applies at `now` among `versions`.
fn current(versions: &[Model], now: DateTime) -> Option<i32> {
    let begun = versions.iter().filter(|version| version.valid_from <= now);
    begun.max_by_key(|version| (version.valid_from, version.number)).map(|version| version.number)
}

fn standing(version: &Model, current: Option<i32>, now: DateTime) -> RuleStanding {
    match version.valid_from > now {
        true => RuleStanding::Upcoming,
        false if Some(version.number) == current => RuleStanding::Current,
        false => RuleStanding::Past,
    }
}

/// All rules with their history, or those of one side, in the order of the occasions.
pub async fn all(db: &Db, side: Option<PointSide>) -> Result<Vec<RuleView>> {
    let mut select = Entity::find();
    if let Some(side) = side {
        select = select.filter(Column::Side.eq(side));
    }
    let rows = select.order_by_desc(Column::Number).all(db.read()).await?;
    let people = accounts::named(db.read(), rows.iter().filter_map(|row| row.account_id)).await?;
    let (now, mut rules) = (db.world().now(), vec![]);
    for event in PointEvent::iter() {
        for whose in event.sides().iter().filter(|whose| side.is_none_or(|side| side == **whose)) {
            let versions: Vec<_> =
                rows.iter().filter(|row| (row.event, row.side) == (event, *whose)).cloned().collect();
            let current = current(&versions, now);
            let view = |row: Model| RuleVersion {
                standing: standing(&row, current, now),
                number: row.number,
                valid_from: (row.valid_from > beginning()).then_some(row.valid_from),
                note: row.note,
                changed_at: row.created_at,
                changed_by: row.account_id.and_then(|id| people.get(&id)).map(|person| person.name.clone()),
                terms: row.terms.0,
            };
            let versions = versions.into_iter().map(view).collect();
            let (finding, gives, measure) = (event.finding(), event.gives(), event.measured());
            rules.push(RuleView { event, side: *whose, finding, gives, measure, versions });
        }
    }
    Ok(rules)
}

/// When a change takes effect: at once, or with the day that is wanted.
fn effective(wanted: Option<Day>, now: DateTime) -> Result<DateTime> {
    let today = local_date(now);
    match wanted {
        Some(day) if day < today => Err(Error::field("valid_from", "生效日期不能早于今天，已发生的信用积分不会改动")),
        Some(day) if (*day - today).num_days() > AHEAD => Err(Error::field("valid_from", "生效日期须在 400 天之内")),
        Some(day) if day > today => Ok(day_begins(*day)),
        _ => Ok(now),
    }
}

/// Adds a version to a rule; what was entered under earlier ones stays.
///
/// # Errors
/// `validation`; `not_found` for a rule that does not exist; `conflict.stale`.
pub async fn change(db: &Db, actor: &Actor, input: &RuleIn) -> Result<()> {
    Checks::new().text("note", &input.note, 5..=200).done()?;
    input.terms.check(input.event)?;
    let valid_from = effective(input.valid_from, db.world().now())?;
    let (event, side, points) = (input.event.text(), input.side.text(), input.terms.points);
    let detail = format!("{event}（{side}）：{points} 分，自 {} 起生效", local_date(valid_from));
    db.write_once(Intent::by(actor, "points.change_rule").detail(detail), |tx| async move {
        let newest = newest(&tx, input.event, input.side).await?.ok_or_else(Error::not_found)?;
        if newest.number != input.number {
            return Err(Error::stale());
        }
        if newest.terms.0 == input.terms && newest.valid_from <= tx.now() {
            return Err(Error::field("terms", "内容没有变化"));
        }
        let id = insert(&tx, (input.event, input.side), &input.terms, newest.number + 1, |row| {
            row.valid_from = Set(valid_from.max(tx.now()));
            row.note = Set(Some(input.note.trim().into()));
            row.account_id = Set(Some(actor.account));
        });
        id.await
    })
    .await
}

async fn newest(tx: &Tx, event: PointEvent, side: PointSide) -> Result<Option<Model>> {
    let versions = Entity::find().filter(Column::Event.eq(event)).filter(Column::Side.eq(side));
    Ok(versions.order_by_desc(Column::Number).lock_exclusive().one(tx.conn()).await?)
}

/// Before everything that can have happened on the platform.
fn beginning() -> DateTime {
    DateTime::UNIX_EPOCH
}

async fn insert(
    tx: &Tx,
    (event, side): (PointEvent, PointSide),
    terms: &RuleTerms,
    number: i32,
    more: impl FnOnce(&mut ActiveModel),
) -> Result<()> {
    let mut row = ActiveModel {
        id: Set(tx.id()),
        event: Set(event),
        side: Set(side),
        number: Set(number),
        terms: Set(Doc(terms.clone())),
        valid_from: Set(beginning()),
        note: Set(None),
        account_id: Set(None::<AccountId>),
        created_at: Set(tx.now()),
    };
    more(&mut row);
    let inserted = Entity::insert(row).exec_without_returning(tx.conn()).await;
    unless_taken(inserted, "number", Error::stale).map(|_| ())
}

/// Puts the rules that the platform brings along into the table, where they are not there yet; run at each start.
pub async fn publish_first_rules(db: &Db) -> Result<()> {
    let known = |rows: Vec<Model>| rows.into_iter().map(|row| (row.event, row.side)).collect::<Vec<_>>();
    let here = known(Entity::find().all(db.read()).await?);
    if first_rules().iter().all(|rule| here.contains(&(rule.0, rule.1))) {
        return Ok(());
    }
    db.write(Intent::system("points.publish_rules"), |tx| async move {
        // Another node that starts at the same time may have been faster.
        let here = known(Entity::find().all(tx.conn()).await?);
        for (event, side, terms) in first_rules().into_iter().filter(|rule| !here.contains(&(rule.0, rule.1))) {
            insert(&tx, (event, side), &terms, 1, |_| {}).await?;
        }
        Ok(())
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::PointRuleId;
    use uuid::Uuid;

    fn at(text: &str) -> DateTime {
        text.parse().expect("a moment")
    }

    #[test]
    fn a_change_takes_effect_now_or_on_a_later_day() {
        let now = at("2026-11-23T02:00:00Z");
        let day = |text: &str| Some(text.parse::<Day>().expect("a day"));
        for (wanted, want) in [
            (None, Some("2026-11-23T02:00:00Z")),
            (day("2026-11-23"), Some("2026-11-23T02:00:00Z")),
            (day("2026-11-24"), Some("2026-11-23T16:00:00Z")),
            (day("2027-01-01"), Some("2026-12-31T16:00:00Z")),
            (day("2026-11-22"), None),
            (day("2029-01-01"), None),
        ] {
            assert_eq!(effective(wanted, now).ok(), want.map(at), "{wanted:?}");
        }
    }

    #[test]
    fn one_version_applies_at_a_time_and_the_later_of_two_for_one_moment() {
        let version = |number, from: &str| Model {
            id: PointRuleId(Uuid::from_u128(u128::try_from(number).expect("a number"))),
            event: PointEvent::Grabbed,
            side: PointSide::Institution,
            number,
            terms: Doc(RuleTerms::default()),
            valid_from: at(from),
            note: None,
            account_id: None,
            created_at: at("2026-01-01T00:00:00Z"),
        };
        let versions = [
            version(1, "1970-01-01T00:00:00Z"),
            version(2, "2027-01-01T00:00:00Z"),
            version(3, "2026-06-01T00:00:00Z"),
            version(4, "2026-06-01T00:00:00Z"),
        ];
        for (now, want) in [("2026-05-31T00:00:00Z", 1), ("2026-06-01T00:00:00Z", 4), ("2027-01-01T00:00:00Z", 2)] {
            assert_eq!(current(&versions, at(now)), Some(want), "{now}");
        }
        let now = at("2026-07-01T00:00:00Z");
        let standings = versions.iter().map(|row| standing(row, current(&versions, now), now)).collect::<Vec<_>>();
        use RuleStanding::{Current, Past, Upcoming};
        assert_eq!(standings, [Past, Upcoming, Past, Current]);
    }
}

//! The holiday table: read by everybody who reckons, written by the operator.

use super::{
    DayKind, WorkCalendar,
    entity::{day, year},
    known::known_years,
};
use chrono::Datelike;
use jinqiao_db::{Db, Intent, Reading, Tx, settings};
use jinqiao_kernel::{Actor, Checks, DateTime, Day, Error, NaiveDate, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Set, sea_query::OnConflict,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use utoipa::ToSchema;

/// Years that may be kept.
const YEARS: std::ops::RangeInclusive<i32> = 2025..=2060;

/// A day that differs from its weekday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarDay {
    /// The day, in Shanghai.
    pub day: Day,
    /// Off, or made up for.
    pub kind: DayKind,
    /// For what, up to 20 characters.
    #[schema(min_length = 1, max_length = 20)]
    pub name: String,
}

/// A year of the table.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct CalendarYear {
    year: i32,
    /// As published; until then only weekends and statutory days are known.
    confirmed: bool,
    source: String,
    version: i32,
    updated_at: DateTime,
    /// By date.
    days: Vec<CalendarDay>,
}

fn bounds(year: i32) -> (NaiveDate, NaiveDate) {
    let day = |month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
    (day(1, 1), day(12, 31))
}

/// The whole table, ready to reckon with.
pub async fn calendar(conn: &impl Reading) -> Result<WorkCalendar> {
    settings(conn, async {
        let days = day::Entity::find().select_only().columns([day::Column::Day, day::Column::Kind]);
        Ok(WorkCalendar::new(days.into_tuple().all(conn).await?))
    })
    .await
}

/// All years, oldest first.
pub(super) async fn years(conn: &impl ConnectionTrait) -> Result<Vec<CalendarYear>> {
    let years = year::Entity::find().order_by_asc(year::Column::Year).all(conn).await?;
    let mut days = day::Entity::find().order_by_asc(day::Column::Day).all(conn).await?;
    let view = |row: year::Model| {
        let year::Model { year, confirmed, source, version, updated_at } = row;
        let own = days.extract_if(.., |row| row.day.year() == year);
        let days = own.map(|day::Model { day, kind, name }| CalendarDay { day: day.into(), kind, name }).collect();
        CalendarYear { year, confirmed, source, version, updated_at, days }
    };
    Ok(years.into_iter().map(view).collect())
}

async fn put_days(tx: &Tx, year: i32, days: impl IntoIterator<Item = CalendarDay>) -> Result<()> {
    let (first, last) = bounds(year);
    day::Entity::delete_many().filter(day::Column::Day.between(first, last)).exec(tx.conn()).await?;
    let rows: Vec<_> = days
        .into_iter()
        .map(|CalendarDay { day, kind, name }| day::ActiveModel {
            day: Set(day.into()),
            kind: Set(kind),
            name: Set(name),
        })
        .collect();
    if !rows.is_empty() {
        day::Entity::insert_many(rows).exec_without_returning(tx.conn()).await?;
    }
    tx.settings_changed().await
}

/// What the operator says of a year.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CalendarYearIn {
    /// It is as published.
    confirmed: bool,
    /// Where the days come from, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    source: String,
    /// All special days of the year.
    days: Vec<CalendarDay>,
}

fn check(year: i32, input: &CalendarYearIn) -> Result<()> {
    let mut checks = Checks::new();
    checks.range("year", year, YEARS, "年份须在 2025 至 2060 之间");
    checks.line("source", &input.source, 5..=200);
    checks.that("days", !input.days.is_empty() && input.days.len() <= 120, "请填写放假和调休日，最多 120 天");
    let mut seen = HashSet::new();
    for (index, day) in input.days.iter().enumerate() {
        let field = format!("days[{index}]");
        checks.that(&field, day.day.year() == year, &format!("须是 {year} 年的日期"));
        checks.that(&field, seen.insert(day.day), "日期重复");
        checks.line(&format!("{field}.name"), &day.name, 1..=20);
        let weekend = !WorkCalendar::default().works(*day.day);
        checks.that(&field, day.kind == DayKind::Off || weekend, "平日本来就上班，无需登记为调休上班");
    }
    checks.done()
}

/// Replaces a year. Limits that run already keep the end they were given.
///
/// # Errors
/// `validation`; `conflict.stale`.
pub async fn save_year(db: &Db, actor: &Actor, year: i32, version: i32, input: &CalendarYearIn) -> Result<()> {
    check(year, input)?;
    let detail = format!("{year} 年，{}", if input.confirmed { "已按放假通知确认" } else { "暂定" });
    db.write_once(Intent::by(actor, "calendar.save_year").detail(detail), |tx| async move {
        let known = year::Entity::find_by_id(year).lock_exclusive().one(tx.conn()).await?;
        if known.as_ref().map_or(0, |row| row.version) != version {
            return Err(Error::stale());
        }
        let row = year::ActiveModel {
            year: Set(year),
            confirmed: Set(input.confirmed),
            source: Set(input.source.trim().into()),
            version: Set(version + 1),
            updated_at: Set(tx.now()),
        };
        match known {
            // A row that is not there cannot be locked: of two first versions at once the second is told here.
            None => {
                let fresh = OnConflict::column(year::Column::Year).do_nothing().to_owned();
                if year::Entity::insert(row).on_conflict(fresh).exec_without_returning(tx.conn()).await? == 0 {
                    return Err(Error::stale());
                }
            }
            Some(_) => year::Entity::update(row).exec(tx.conn()).await.map(|_| ())?,
        }
        put_days(&tx, year, input.days.iter().cloned()).await
    })
    .await
}

/// Puts years that the platform brings along into the table, where they are not there yet; run at each start.
pub async fn publish_known_years(db: &Db) -> Result<()> {
    for known in known_years() {
        if year::Entity::find_by_id(known.year).one(db.read()).await?.is_some() {
            continue;
        }
        let known = &known;
        db.write(Intent::system("calendar.publish").detail(format!("{} 年", known.year)), |tx| async move {
            // Another node that starts at the same time may have been faster.
            if year::Entity::find_by_id(known.year).one(tx.conn()).await?.is_some() {
                return Ok(());
            }
            let row = year::ActiveModel {
                year: Set(known.year),
                confirmed: Set(known.confirmed),
                source: Set(known.source.into()),
                version: Set(1),
                updated_at: Set(tx.now()),
            };
            year::Entity::insert(row).exec_without_returning(tx.conn()).await?;
            let days = known.days.iter().map(|(day, kind, name)| CalendarDay {
                day: (*day).into(),
                kind: *kind,
                name: name.clone(),
            });
            put_days(&tx, known.year, days).await
        })
        .await?;
    }
    Ok(())
}

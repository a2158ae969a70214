//! Working days (工作日) and working time, as the holiday table has them. Pure.

use chrono::{Datelike, Days, NaiveTime, TimeDelta, Weekday};
use jinqiao_kernel::{DateTime, NaiveDate, local_date};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::Arc};
use utoipa::ToSchema;

/// Work begins at nine …
const OPENS: i64 = 9 * 60;
/// … and ends at six, Shanghai (domain 2: a submission after 18:00 counts from the next working day).
const CLOSES: i64 = 18 * 60;
/// Minutes of one working day.
pub const WORKING_DAY: i64 = CLOSES - OPENS;
/// The zone of the platform, hours east of UTC; it has no summer time.
const EAST: i64 = 8;

/// How a day of the table differs from its weekday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DayKind {
    /// No work on it, whatever its weekday (放假).
    Off,
    /// Work on it, though it is a Saturday or Sunday (调休上班).
    Work,
}

/// The holiday table, ready to reckon with. Days that are not in it go by their weekday.
#[derive(Clone, Debug, Default)]
pub struct WorkCalendar(Arc<BTreeMap<NaiveDate, DayKind>>);

fn minute_of(moment: DateTime) -> i64 {
    let local = moment.naive_utc() + TimeDelta::hours(EAST);
    (local.time() - NaiveTime::MIN).num_minutes()
}

fn at(date: NaiveDate, minute: i64) -> DateTime {
    (date.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute) - TimeDelta::hours(EAST)).and_utc()
}

fn next(date: NaiveDate) -> NaiveDate {
    date.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX)
}

impl WorkCalendar {
    /// From the table's days.
    pub fn new(days: impl IntoIterator<Item = (NaiveDate, DayKind)>) -> Self {
        Self(Arc::new(days.into_iter().collect()))
    }

    /// Is `date` a working day?
    pub fn works(&self, date: NaiveDate) -> bool {
        match self.0.get(&date) {
            Some(kind) => *kind == DayKind::Work,
            None => !matches!(date.weekday(), Weekday::Sat | Weekday::Sun),
        }
    }

    fn next_working(&self, date: NaiveDate) -> NaiveDate {
        std::iter::successors(Some(next(date)), |date| Some(next(*date)))
            .find(|date| self.works(*date) || *date == NaiveDate::MAX)
            .unwrap_or(NaiveDate::MAX)
    }

    /// The moment itself if it lies in working time, else the next at which work begins.
    pub fn begins(&self, moment: DateTime) -> DateTime {
        let (date, minute) = (local_date(moment), minute_of(moment));
        match minute {
            _ if !self.works(date) => at(self.next_working(date), OPENS),
            ..OPENS => at(date, OPENS),
            CLOSES.. => at(self.next_working(date), OPENS),
            _ => moment,
        }
    }

    /// When a limit of `days` working days that starts at `from` ends: at the same minute of the day, so many working days
    /// later. A start outside working time counts from the next opening, and then the limit ends with its last day.
    pub fn due(&self, from: DateTime, days: i32) -> DateTime {
        self.after(from, i64::from(days) * WORKING_DAY)
    }

    /// When a limit that ended at `end` has been over for `days` working days.
    pub fn late(&self, end: DateTime, days: i32) -> DateTime {
        if days == 0 { end } else { self.due(end, days) }
    }

    /// The beginning of working time on `day`, whatever day it is.
    pub fn opens(&self, day: NaiveDate) -> DateTime {
        at(day, OPENS)
    }

    /// The end of working time on `day`, whatever day it is.
    pub fn closes(&self, day: NaiveDate) -> DateTime {
        at(day, CLOSES)
    }

    /// The moment at which `minutes` of working time have passed since `from`.
    pub fn after(&self, from: DateTime, minutes: i64) -> DateTime {
        let start = self.begins(from);
        let mut date = local_date(start);
        let mut left = minutes.max(0) + minute_of(start) - OPENS;
        while left > WORKING_DAY {
            left -= WORKING_DAY;
            date = self.next_working(date);
        }
        // Seconds of the start are kept, so that nothing is due before its time.
        let seconds = TimeDelta::seconds(start.timestamp() % 60);
        at(date, OPENS + left) + if left < WORKING_DAY { seconds } else { TimeDelta::zero() }
    }

    /// The moment from which `minutes` of working time remain until `end`.
    pub fn before(&self, end: DateTime, minutes: i64) -> DateTime {
        let mut date = local_date(end);
        let mut left = minutes.max(0);
        let mut here = if self.works(date) { minute_of(end).clamp(OPENS, CLOSES) - OPENS } else { 0 };
        while left > here {
            left -= here;
            date = date.checked_sub_days(Days::new(1)).unwrap_or(NaiveDate::MIN);
            here = if self.works(date) { WORKING_DAY } else { 0 };
        }
        at(date, OPENS + here - left)
    }

    /// When a limit ends that ended at `end` and stood still from `since` to `now`: what was left is left again. What was over
    /// stays over.
    pub fn shift_deadline(&self, end: DateTime, since: DateTime, now: DateTime) -> DateTime {
        match self.between(since, end) {
            left if left > 0 => self.after(now, left),
            _ => end,
        }
    }

    /// Minutes of working time between two moments; negative when `to` is the earlier one.
    pub fn between(&self, from: DateTime, to: DateTime) -> i64 {
        if to < from {
            return -self.between(to, from);
        }
        let (first, last) = (local_date(from), local_date(to));
        let worked = |date, minute: i64| if self.works(date) { (minute.clamp(OPENS, CLOSES)) - OPENS } else { 0 };
        let mut minutes = worked(last, minute_of(to)) - worked(first, minute_of(from));
        let mut date = first;
        while date < last {
            minutes += if self.works(date) { WORKING_DAY } else { 0 };
            date = next(date);
        }
        minutes
    }

    /// Working days between two moments, to a tenth, as people read it beside a limit.
    pub fn days_between(&self, from: DateTime, to: DateTime) -> f64 {
        let tenths = i32::try_from(self.between(from, to) * 10 / WORKING_DAY).unwrap_or(i32::MAX);
        f64::from(tenths) / 10.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moment(text: &str) -> DateTime {
        format!("{text}:00+08:00").parse::<chrono::DateTime<chrono::FixedOffset>>().expect("a moment").to_utc()
    }

    /// National Day of 2026 with its make-up days, as published.
    fn autumn() -> WorkCalendar {
        let off = (1..=7).filter_map(|day| NaiveDate::from_ymd_opt(2026, 10, day)).map(|date| (date, DayKind::Off));
        let work = [(9, 20), (10, 10)].into_iter().filter_map(|(month, day)| NaiveDate::from_ymd_opt(2026, month, day));
        WorkCalendar::new(off.chain(work.map(|date| (date, DayKind::Work))))
    }

    #[test]
    fn limits() {
        let calendar = autumn();
        for (from, days, want) in [
            // Within a week.
            ("2026-11-23T10:30", 1, "2026-11-24T10:30"),
            // Over a weekend.
            ("2026-11-27T16:00", 1, "2026-11-30T16:00"),
            // After six it counts from the next working day, whole.
            ("2026-11-27T18:30", 1, "2026-11-30T18:00"),
            ("2026-11-27T18:00", 1, "2026-11-30T18:00"),
            ("2026-11-28T12:00", 1, "2026-11-30T18:00"),
            // Before nine it counts from nine.
            ("2026-11-23T07:00", 1, "2026-11-23T18:00"),
            // Over National Day: the eighth is a Thursday.
            ("2026-09-30T15:00", 1, "2026-10-08T15:00"),
            // The tenth is a Saturday on which people work.
            ("2026-10-09T15:00", 1, "2026-10-10T15:00"),
            ("2026-10-09T15:00", 2, "2026-10-12T15:00"),
            ("2026-09-18T09:00", 3, "2026-09-21T18:00"),
            ("2026-11-23T10:30", 0, "2026-11-23T10:30"),
        ] {
            assert_eq!(calendar.due(moment(from), days), moment(want), "{from} + {days}");
        }
    }

    #[test]
    fn what_stood_still_goes_on_with_what_was_left() {
        let calendar = autumn();
        for (end, since, now, want) in [
            // A working day and a half was left, over a weekend.
            ("2026-11-25T15:00", "2026-11-24T10:30", "2026-11-27T10:30", "2026-11-30T15:00"),
            // Over National Day.
            ("2026-09-29T18:00", "2026-09-28T18:00", "2026-09-30T18:00", "2026-10-08T18:00"),
            // Nothing stood still.
            ("2026-11-25T15:00", "2026-11-24T10:30", "2026-11-24T10:30", "2026-11-25T15:00"),
            // It was over before.
            ("2026-11-23T15:00", "2026-11-24T10:30", "2026-11-27T10:30", "2026-11-23T15:00"),
        ] {
            assert_eq!(
                calendar.shift_deadline(moment(end), moment(since), moment(now)),
                moment(want),
                "{end} {since} {now}"
            );
        }
    }

    #[test]
    fn what_is_left_is_told_in_days() {
        let calendar = autumn();
        assert!((calendar.days_between(moment("2026-09-30T13:30"), moment("2026-10-08T18:00")) - 1.5).abs() < 0.01);
        assert!((calendar.days_between(moment("2026-10-08T18:00"), moment("2026-09-30T13:30")) + 1.5).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn what_is_added_lies_between(hours in 0_i64..20_000, minutes in 0_i64..20_000) {
            let calendar = autumn();
            let from = moment("2026-01-01T00:00") + TimeDelta::minutes(hours * 37);
            let due = calendar.after(from, minutes);
            prop_assert_eq!(calendar.between(from, due), minutes);
            prop_assert!(calendar.works(local_date(due)));
            prop_assert_eq!(calendar.between(calendar.before(due, minutes), due), minutes);
        }
    }
}

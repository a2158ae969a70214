//! Days that move with the day of the application, and days as whole numbers.

use chrono::{Datelike, Days, Months};
use jinqiao_kernel::{Day, NaiveDate};
use serde::{Deserialize, Serialize};

/// Months and days an offset may have.
pub(crate) const MOST_MONTHS: i32 = 1_200;
pub(crate) const MOST_DAYS: i32 = 36_500;

/// So many months and days from the day of the application: below zero before it, above zero after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Offset {
    /// Months, counted first; a day that the month lacks is its last.
    #[serde(default)]
    pub months: i32,
    /// Days, counted after.
    #[serde(default)]
    pub days: i32,
}

/// A day of the calendar, or one that moves with the day of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(untagged)]
pub enum DayEdge {
    /// `"2026-06-30"`.
    Fixed(Day),
    /// `{"months": -12}`.
    Moving(Offset),
}

impl Offset {
    /// Both parts within their bounds and in the same direction.
    pub(crate) fn is_sound(self) -> bool {
        let within = self.months.unsigned_abs() <= MOST_MONTHS.unsigned_abs()
            && self.days.unsigned_abs() <= MOST_DAYS.unsigned_abs();
        within && i64::from(self.months) * i64::from(self.days) >= 0
    }

    /// The day that lies so far from `day`; at the end of the calendar its last day.
    pub(crate) fn from(self, day: NaiveDate) -> NaiveDate {
        let end = if self.months < 0 || self.days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
        let months = Months::new(self.months.unsigned_abs());
        let moved = if self.months < 0 { day.checked_sub_months(months) } else { day.checked_add_months(months) };
        let days = Days::new(u64::from(self.days.unsigned_abs()));
        let moved =
            moved.and_then(|day| if self.days < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) });
        moved.unwrap_or(end)
    }

    /// In words: 申请之日前 12 个月.
    pub(crate) fn words(self) -> String {
        let parts = [(self.months, "个月"), (self.days, "天")];
        let parts: Vec<_> =
            parts.iter().filter(|one| one.0 != 0).map(|(n, unit)| format!("{} {unit}", n.unsigned_abs())).collect();
        match parts.as_slice() {
            [] => "申请之日".into(),
            parts => {
                let side = if self.months < 0 || self.days < 0 { "前" } else { "后" };
                format!("申请之日{side} {}", parts.join("零 "))
            }
        }
    }
}

impl DayEdge {
    /// Which day it is for an application of `day`.
    pub(crate) fn on(self, day: NaiveDate) -> NaiveDate {
        match self {
            Self::Fixed(fixed) => fixed.into(),
            Self::Moving(offset) => offset.from(day),
        }
    }

    pub(crate) fn is_sound(self) -> bool {
        match self {
            Self::Fixed(_) => true,
            Self::Moving(offset) => offset.is_sound(),
        }
    }

    pub(crate) fn words(self) -> String {
        match self {
            Self::Fixed(day) => day.to_string(),
            Self::Moving(offset) => offset.words(),
        }
    }
}

/// A day as a whole number, so that the next day is one more.
pub(crate) fn ordinal(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn months_end_where_the_month_ends() {
        for (from, months, days, want) in [
            ("2024-02-29", -12, 0, "2023-02-28"),
            ("2023-02-28", 12, 0, "2024-02-28"),
            ("2026-03-31", -1, 0, "2026-02-28"),
            ("2028-03-31", -1, 0, "2028-02-29"),
            ("2026-01-31", 1, 1, "2026-03-01"),
            ("2026-01-01", 0, -1, "2025-12-31"),
            ("2026-01-01", 0, 0, "2026-01-01"),
        ] {
            assert_eq!(Offset { months, days }.from(day(from)), day(want), "{from} {months} {days}");
        }
        assert_eq!(Offset { months: 1_200, days: 0 }.from(NaiveDate::MAX), NaiveDate::MAX);
        assert_eq!(Offset { months: 0, days: -36_500 }.from(NaiveDate::MIN), NaiveDate::MIN);
    }

    #[test]
    fn offsets_are_bounded_and_told_in_words() {
        assert!(!Offset { months: 1_201, days: 0 }.is_sound());
        assert!(!Offset { months: i32::MIN, days: 0 }.is_sound());
        assert!(!Offset { months: -1, days: 1 }.is_sound(), "in both directions");
        for (months, days, want) in [
            (-12, 0, "申请之日前 12 个月"),
            (0, 30, "申请之日后 30 天"),
            (0, 0, "申请之日"),
            (-1, -5, "申请之日前 1 个月零 5 天"),
        ] {
            assert_eq!(Offset { months, days }.words(), want);
        }
    }
}

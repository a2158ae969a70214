//! Quarters of the year in Shanghai, and the spans within which caps count. Pure.

use super::CapPeriod;
use chrono::Datelike;
use jinqiao_kernel::{DateTime, Error, NaiveDate, Result, day_begins, local_date};
use serde::{Deserialize, Serialize};
use std::{borrow::Cow, ops::Range};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, schema::Schema},
};

/// Years that can be asked for.
const YEARS: std::ops::RangeInclusive<i32> = 2020..=2100;

/// A quarter of a year, as `2026Q4`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Quarter {
    year: i32,
    /// 1 to 4.
    number: u32,
}

fn first_of(year: i32, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default()
}

fn after_month(year: i32, month: u32) -> NaiveDate {
    if month >= 12 { first_of(year + 1, 1) } else { first_of(year, month + 1) }
}

impl Quarter {
    /// The quarter in which `moment` lies.
    pub fn of(moment: DateTime) -> Self {
        let day = local_date(moment);
        Self { year: day.year(), number: day.month0() / 3 + 1 }
    }

    /// The one before.
    pub fn before(self) -> Self {
        match self.number {
            1 => Self { year: self.year - 1, number: 4 },
            number => Self { number: number - 1, ..self },
        }
    }

    /// From its first moment to that of the next.
    pub fn span(self) -> Range<DateTime> {
        let last = self.number * 3;
        day_begins(first_of(self.year, last - 2))..day_begins(after_month(self.year, last))
    }

    /// Itself, unless it has not begun at `now`.
    ///
    /// # Errors
    /// `validation` naming `quarter`.
    pub fn begun(self, now: DateTime) -> Result<Self> {
        if self <= Self::of(now) { Ok(self) } else { Err(Error::field("quarter", "该季度尚未开始")) }
    }
}

impl std::fmt::Display for Quarter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}Q{}", self.year, self.number)
    }
}

impl From<Quarter> for String {
    fn from(quarter: Quarter) -> Self {
        quarter.to_string()
    }
}

impl TryFrom<String> for Quarter {
    type Error = String;

    fn try_from(text: String) -> std::result::Result<Self, String> {
        let quarter = text.split_once('Q').and_then(|(year, number)| {
            let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
            let quarter = Self { year: year.parse().ok()?, number: number.parse().ok()? };
            (digits(year, 4) && digits(number, 1)).then_some(quarter)
        });
        let known = quarter.filter(|quarter| YEARS.contains(&quarter.year) && (1..=4).contains(&quarter.number));
        known.ok_or_else(|| "not a quarter".into())
    }
}

impl PartialSchema for Quarter {
    fn schema() -> RefOr<Schema> {
        String::schema()
    }
}

impl ToSchema for Quarter {
    fn name() -> Cow<'static, str> {
        "Quarter".into()
    }
}

/// The span of a cap around `moment`; none where it is not one of time.
pub fn span_of(period: CapPeriod, moment: DateTime) -> Option<Range<DateTime>> {
    let day = local_date(moment);
    let (year, month) = (day.year(), day.month());
    match period {
        CapPeriod::Day => Some(day_begins(day)..day_begins(day.succ_opt().unwrap_or(NaiveDate::MAX))),
        CapPeriod::Month => Some(day_begins(first_of(year, month))..day_begins(after_month(year, month))),
        CapPeriod::Quarter => Some(Quarter::of(moment).span()),
        CapPeriod::Subject | CapPeriod::Ever => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime {
        text.parse().expect("a moment")
    }

    #[test]
    fn quarters_and_months_begin_at_midnight_in_shanghai() {
        for (moment, period, begins, ends) in [
            ("2026-12-31T15:59:59Z", CapPeriod::Quarter, "2026-09-30T16:00:00Z", "2026-12-31T16:00:00Z"),
            ("2026-12-31T16:00:00Z", CapPeriod::Quarter, "2026-12-31T16:00:00Z", "2027-03-31T16:00:00Z"),
            ("2026-11-23T02:00:00Z", CapPeriod::Month, "2026-10-31T16:00:00Z", "2026-11-30T16:00:00Z"),
            ("2026-12-31T15:00:00Z", CapPeriod::Month, "2026-11-30T16:00:00Z", "2026-12-31T16:00:00Z"),
            ("2026-11-23T16:00:00Z", CapPeriod::Day, "2026-11-23T16:00:00Z", "2026-11-24T16:00:00Z"),
        ] {
            assert_eq!(span_of(period, at(moment)), Some(at(begins)..at(ends)), "{moment} {period:?}");
        }
        assert_eq!(span_of(CapPeriod::Ever, at("2026-11-23T02:00:00Z")), None);
    }

    #[test]
    fn quarters_are_read_as_they_are_written() {
        let now = at("2026-11-23T02:00:00Z");
        let quarter = Quarter::of(now);
        assert_eq!(quarter.to_string(), "2026Q4");
        assert_eq!(Quarter::try_from("2026Q4".to_owned()), Ok(quarter));
        let names: Vec<_> =
            std::iter::successors(Some(quarter), |one| Some(one.before())).take(5).map(String::from).collect();
        assert_eq!(names, ["2026Q4", "2026Q3", "2026Q2", "2026Q1", "2025Q4"]);
        assert!(quarter.begun(now).is_ok());
        assert!(Quarter { year: 2027, number: 1 }.begun(now).is_err());
        for wrong in ["", "2026", "2026Q5", "2026Q0", "2026q4", "26Q4", "2019Q4", "2026Q04", "+026Q4", "2026Q+"] {
            assert!(Quarter::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}

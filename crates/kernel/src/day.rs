//! Calendar days and moments as people and programs send them: inside the range in which business is done, so that no
//! database is ever asked about the year −5000.

use crate::{DateTime, NaiveDate};
use chrono::Datelike;
use serde::{Deserialize, Deserializer, Serialize, de::Error as _};
use std::ops::{Deref, RangeInclusive};

/// Years in which a day of the platform can lie; firms are founded after the first, loans end before the last.
pub const YEARS: RangeInclusive<i32> = 1900..=2199;

/// Why a day or moment is refused. The extractors of `jinqiao-http` know it by this text.
pub const OUT_OF_RANGE: &str = "日期须在 1900 年至 2199 年之间";

/// A calendar day in Asia/Shanghai that was sent to the platform, `2026-12-31`: from 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Day(NaiveDate);

/// A moment that was sent to the platform, as of RFC 3339: from 1900 to 2199.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Moment(DateTime);

impl Day {
    /// `day`, or the nearest day that the platform takes.
    pub fn nearest(day: NaiveDate) -> Self {
        let first = NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or(NaiveDate::MIN);
        let last = NaiveDate::from_ymd_opt(*YEARS.end(), 12, 31).unwrap_or(NaiveDate::MAX);
        Self(day.clamp(first, last))
    }
}

/// What was kept or computed before is not judged again.
impl From<NaiveDate> for Day {
    fn from(day: NaiveDate) -> Self {
        Self(day)
    }
}

impl From<Day> for NaiveDate {
    fn from(day: Day) -> Self {
        day.0
    }
}

impl From<Moment> for DateTime {
    fn from(moment: Moment) -> Self {
        moment.0
    }
}

impl Deref for Day {
    type Target = NaiveDate;

    fn deref(&self) -> &NaiveDate {
        &self.0
    }
}

impl PartialEq<NaiveDate> for Day {
    fn eq(&self, other: &NaiveDate) -> bool {
        self.0 == *other
    }
}

impl PartialOrd<NaiveDate> for Day {
    fn partial_cmp(&self, other: &NaiveDate) -> Option<std::cmp::Ordering> {
        self.0.partial_cmp(other)
    }
}

impl std::str::FromStr for Day {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        day_of(text).map(Self)
    }
}

impl std::fmt::Display for Day {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.0.fmt(f)
    }
}

/// Exactly `YYYY-MM-DD`; a year with a sign or with more digits is a year outside the range.
fn day_of(text: &str) -> Result<NaiveDate, &'static str> {
    // The library also reads blanks and single digits.
    let plain = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let day: NaiveDate = text.parse().map_err(|_| "not a day")?;
    if !YEARS.contains(&day.year()) {
        return Err(OUT_OF_RANGE);
    }
    if text.len() == 10 && text.split('-').all(plain) { Ok(day) } else { Err("not a day") }
}

fn moment_of(text: &str) -> Result<DateTime, &'static str> {
    let moment = DateTime::from(chrono::DateTime::parse_from_rfc3339(text).map_err(|_| "not a moment")?);
    if YEARS.contains(&moment.year()) { Ok(moment) } else { Err(OUT_OF_RANGE) }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        day_of(&String::deserialize(deserializer)?).map(Self).map_err(D::Error::custom)
    }
}

impl<'de> Deserialize<'de> for Moment {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        moment_of(&String::deserialize(deserializer)?).map(Self).map_err(D::Error::custom)
    }
}

#[cfg(feature = "openapi")]
mod schema {
    use super::{Day, Moment};
    use utoipa::{
        PartialSchema, ToSchema,
        openapi::{KnownFormat, ObjectBuilder, RefOr, Schema, SchemaFormat, Type},
    };

    fn text(format: KnownFormat, pattern: &str, description: &str) -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(format)))
            .pattern(Some(pattern))
            .description(Some(description))
            .into()
    }

    impl PartialSchema for Day {
        fn schema() -> RefOr<Schema> {
            text(KnownFormat::Date, "^(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}$", "A calendar day in Asia/Shanghai.")
        }
    }

    impl ToSchema for Day {}

    impl PartialSchema for Moment {
        fn schema() -> RefOr<Schema> {
            text(KnownFormat::DateTime, "^(19|20|21)[0-9]{2}-", "A moment, with its offset from UTC.")
        }
    }

    impl ToSchema for Moment {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_from_1900_to_2199() {
        for (text, want) in [
            ("1900-01-01", Ok("1900-01-01")),
            ("2199-12-31", Ok("2199-12-31")),
            ("2028-02-29", Ok("2028-02-29")),
            ("1899-12-31", Err(OUT_OF_RANGE)),
            ("2200-01-01", Err(OUT_OF_RANGE)),
            ("-5000-01-01", Err(OUT_OF_RANGE)),
            ("+12345-01-01", Err(OUT_OF_RANGE)),
            ("0000-01-01", Err(OUT_OF_RANGE)),
            ("2027-02-29", Err("not a day")),
            ("2026-1-1", Err("not a day")),
            (" 2026-1-01", Err("not a day")),
            ("2026-01-01T00:00:00Z", Err("not a day")),
            ("", Err("not a day")),
        ] {
            assert_eq!(day_of(text), want.map(|day| day.parse().expect("a day")), "{text}");
        }
    }

    #[test]
    fn moments_from_1900_to_2199() {
        for (text, holds) in [
            ("1900-01-01T00:00:00Z", true),
            ("2199-12-31T23:59:59.999Z", true),
            ("2026-11-23T09:00:00+08:00", true),
            ("1900-01-01T00:00:00+08:00", false),
            ("2200-01-01T00:00:00Z", false),
            ("-5000-01-01T00:00:00Z", false),
            ("2026-11-23", false),
        ] {
            assert_eq!(moment_of(text).is_ok(), holds, "{text}");
        }
    }

    #[test]
    fn what_lies_outside_is_brought_to_the_edge() {
        for (text, want) in [("-5000-01-01", "1900-01-01"), ("2026-11-23", "2026-11-23"), ("+9999-01-01", "2199-12-31")]
        {
            let day = Day::nearest(text.parse().expect("a day"));
            assert_eq!(day.to_string(), want);
        }
    }
}

//! Numbers as JSON carries them, read exactly: the browser, which has only floating point, reads the same.

use jinqiao_matching::sheet::Number;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use serde_json::Value as Json;
use std::fmt;

/// The greatest whole number, and so the most fen: what a browser still counts exactly.
pub const MOST_WHOLE: i64 = 9_000_000_000_000_000;
const SCALE: i64 = 1_000_000;

/// A number with at most six decimals, in millionths, from −9·10⁹ to 9·10⁹.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(i64);

impl Decimal {
    /// From millionths; none where they are too many.
    pub fn of_millionths(millionths: i64) -> Option<Self> {
        (-MOST_WHOLE..=MOST_WHOLE).contains(&millionths).then_some(Self(millionths))
    }

    /// In millionths.
    pub fn millionths(self) -> i64 {
        self.0
    }

    /// How many decimals it is written with.
    pub fn decimals(self) -> u8 {
        (0..6).find(|places| self.0 % 10_i64.pow(6 - u32::from(*places)) == 0).unwrap_or(6)
    }

    /// A JSON number with at most six decimals.
    pub(crate) fn of_json(json: &Json) -> Option<Self> {
        if let Some(whole) = json.as_i64() {
            return Self::of_millionths(whole.checked_mul(SCALE)?);
        }
        let read = json.as_f64()?;
        let millionths = (read * SCALE as f64).round();
        let exact = millionths.abs() <= MOST_WHOLE as f64 && millionths / SCALE as f64 == read;
        if exact { Self::of_millionths(millionths as i64) } else { None }
    }

    pub(crate) fn to_json(self) -> Json {
        if self.0 % SCALE == 0 { Json::from(self.0 / SCALE) } else { Json::from(self.0 as f64 / SCALE as f64) }
    }

    pub(crate) fn number(self) -> Number {
        Number::millionths(self.0)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.number().fmt(f)
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.to_json().serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::of_json(&Json::deserialize(deserializer)?).ok_or_else(|| D::Error::custom("no number of six decimals"))
    }
}

#[cfg(feature = "openapi")]
impl utoipa::PartialSchema for Decimal {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        f64::schema()
    }
}

#[cfg(feature = "openapi")]
impl utoipa::ToSchema for Decimal {}

/// A whole JSON number of at most [`MOST_WHOLE`]; browsers write 1.0 as 1.
pub(crate) fn whole(json: &Json) -> Option<i64> {
    let exact = |read: f64| (read.fract() == 0.0 && read.abs() <= MOST_WHOLE as f64).then_some(read as i64);
    let read = json.as_i64().or_else(|| json.as_f64().and_then(exact))?;
    (-MOST_WHOLE..=MOST_WHOLE).contains(&read).then_some(read)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_exactly_or_not_at_all() {
        for (json, want) in [
            (json!(12.5), Some(12_500_000)),
            (json!(-0.1), Some(-100_000)),
            (json!(0.000001), Some(1)),
            (json!(0.0000001), None),
            (json!(9_000_000_000_i64), Some(MOST_WHOLE)),
            (json!(9_000_000_001_i64), None),
            (json!(1e300), None),
            (json!(i64::MIN), None),
            (json!("1"), None),
        ] {
            assert_eq!(Decimal::of_json(&json).map(Decimal::millionths), want, "{json}");
        }
        assert_eq!(Decimal(1_250_000).decimals(), 2);
        assert_eq!(Decimal(0).decimals(), 0);
        assert_eq!(Decimal(1).decimals(), 6);
        assert_eq!(Decimal(12_500_000).to_json(), json!(12.5));
        assert_eq!(Decimal(-3_000_000).to_string(), "-3");
    }

    #[test]
    fn whole_numbers_have_no_part_and_fit_a_browser() {
        for (json, want) in [
            (json!(7), Some(7)),
            (json!(7.0), Some(7)),
            (json!(7.5), None),
            (json!(9_000_000_000_000_001_i64), None),
            (json!(u64::MAX), None),
            (json!(1e17), None),
            (json!(true), None),
        ] {
            assert_eq!(whole(&json), want, "{json}");
        }
    }
}

//! By how much a test fails, in the unit of its field.

use super::{
    read::Check,
    want::{How, Want},
};
use crate::catalogue::{Field, Kind, Value, money, percent, shown};
use jinqiao_kernel::NaiveDate;
use serde::Serialize;

/// How far a value is from what is asked for: fen, thousandths of a percent, millionths, pieces or days.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyDistance))]
#[serde(rename_all = "snake_case")]
pub enum Distance {
    /// Too much or too late by this.
    Above(i64),
    /// Too little or too early by this.
    Below(i64),
    /// These are not there.
    Lacks(Vec<String>),
    /// These must not be there.
    Has(Vec<String>),
    /// Another value is asked for.
    Other,
}

impl Check {
    /// How far `value` is from the nearest that would do; `flip` asks for the opposite.
    pub(super) fn distance(&self, value: &Value, flip: bool, day: NaiveDate) -> Distance {
        let outside = self.outside != flip;
        match (&self.want, value) {
            (Want::Range(..), value) if self.field.kind != Kind::YesNo => {
                let (Some((low, high)), Some(scalar)) = (self.want.range(day), value.scalar()) else {
                    return Distance::Other;
                };
                near(low, high, scalar, outside)
            }
            (Want::Words(how, words), value) if *how != How::Among => {
                let there = |word: &String| match value {
                    Value::Picked(codes) => codes.contains(word),
                    Value::Text(text) => text.contains(word.as_str()),
                    _ => false,
                };
                let chosen = words.iter().filter(|word| there(word) == outside);
                let names = chosen.map(|word| self.field.option(word).to_owned()).collect();
                if outside { Distance::Has(names) } else { Distance::Lacks(names) }
            }
            _ => Distance::Other,
        }
    }
}

/// From `scalar` to the nearest place within, or outside of, the range.
fn near(low: i64, high: i64, scalar: i64, outside: bool) -> Distance {
    if !outside {
        return if scalar < low {
            Distance::Below(low.saturating_sub(scalar))
        } else {
            Distance::Above(scalar.saturating_sub(high))
        };
    }
    let down = (low > i64::MIN).then(|| scalar.saturating_sub(low).saturating_add(1));
    let up = (high < i64::MAX).then(|| high.saturating_sub(scalar).saturating_add(1));
    match (down, up) {
        // One value that must not be: any other does.
        (Some(1), Some(1)) => Distance::Other,
        (Some(down), Some(up)) if up < down => Distance::Below(up),
        (Some(down), _) => Distance::Above(down),
        (None, Some(up)) => Distance::Below(up),
        (None, None) => Distance::Other,
    }
}

impl Distance {
    /// In words; `strict` where the limit itself is not enough.
    pub(super) fn words(&self, field: &Field, strict: bool) -> String {
        let list = |names: &[String]| names.join("、");
        match self {
            Self::Other => "与要求不同".into(),
            Self::Lacks(names) => format!("尚无：{}", list(names)),
            Self::Has(names) => format!("不应有：{}", list(names)),
            Self::Above(1) | Self::Below(1) if strict => "正好处于界限上".into(),
            Self::Above(by) => told(field, by.saturating_sub(i64::from(strict)), true),
            Self::Below(by) => told(field, by.saturating_sub(i64::from(strict)), false),
        }
    }
}

fn told(field: &Field, by: i64, above: bool) -> String {
    let side = if above { "高出" } else { "还差" };
    match field.kind {
        Kind::Rate => format!("{side} {} 个百分点", percent(by)),
        Kind::Money => format!("{side} {}", money(by)),
        Kind::Date => format!("{} {by} 天", if above { "晚了" } else { "早了" }),
        _ => format!("{side} {}", shown(field, by)),
    }
}

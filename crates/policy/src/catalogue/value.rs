//! A value of a field, and how it is read from JSON. Nothing, `null` and blank texts are no value: what is not known is never taken
//! for something. Zero is a value.

use super::{Field, Kind};
use crate::{
    days::ordinal,
    decimal::{Decimal, MOST_WHOLE, whole},
    defect::{DefectCode, Wrong},
};
use jinqiao_kernel::{Day, Money, NaiveDate, Rate};
use serde_json::Value as Json;
use std::collections::HashSet;

/// Characters of a text.
const MOST_TEXT: usize = 20_000;

/// A value of a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Fen.
    Money(Money),
    /// Thousandths of a percent.
    Rate(Rate),
    /// A number with decimals.
    Number(Decimal),
    /// A whole number.
    Count(i64),
    /// A day.
    Date(NaiveDate),
    /// 是 or 否.
    YesNo(bool),
    /// The codes of what was chosen; one for a choice of one.
    Picked(Vec<String>),
    /// Words, without blanks around them.
    Text(String),
}

impl Value {
    /// As a whole number: fen, thousandths of a percent, millionths, pieces, days, 1 or 0; none for words.
    #[inline]
    pub(crate) fn scalar(&self) -> Option<i64> {
        Some(match self {
            Self::Money(money) => money.0,
            Self::Rate(rate) => i64::from(rate.0),
            Self::Number(number) => number.millionths(),
            Self::Count(count) => *count,
            Self::Date(day) => ordinal(*day),
            Self::YesNo(yes) => i64::from(*yes),
            Self::Picked(_) | Self::Text(_) => return None,
        })
    }

    /// Of the type of `field`, within its bounds, and saying something.
    pub fn suits(&self, field: &Field) -> bool {
        match (field.kind, self) {
            (Kind::Money, Self::Money(money)) => money.0.unsigned_abs() <= MOST_WHOLE.unsigned_abs(),
            (Kind::Count, Self::Count(count)) => (0..=MOST_WHOLE).contains(count),
            (Kind::Rate, Self::Rate(_))
            | (Kind::Number, Self::Number(_))
            | (Kind::Date, Self::Date(_))
            | (Kind::YesNo, Self::YesNo(_)) => true,
            (Kind::Choice, Self::Picked(codes)) => codes.len() == 1,
            (Kind::Several, Self::Picked(codes)) => field.complete || !codes.is_empty(),
            (Kind::Text, Self::Text(text)) => !text.trim().is_empty(),
            _ => false,
        }
    }
}

fn wrong<T>(text: &str) -> Result<T, Wrong> {
    Err((DefectCode::WrongType, text.to_owned()))
}

/// One code of `field`'s options; none for a blank.
fn picked(field: &Field, json: &Json) -> Result<Option<String>, Wrong> {
    let Some(code) = json.as_str() else { return wrong("应为选项之一") };
    let code = code.trim();
    if code.is_empty() {
        return Ok(None);
    }
    if field.options.iter().any(|one| one.code == code) {
        return Ok(Some(code.to_owned()));
    }
    Err((DefectCode::NotAnOption, "没有这个选项".into()))
}

impl Field {
    /// The value that `json` says: money in fen, rates in thousandths of a percent, numbers, days as `2026-06-30`, `true` or
    /// `false`, codes of options. None for `null` and blanks; an empty list says that there is none where the field is complete.
    pub(crate) fn read(&self, json: &Json) -> Result<Option<Value>, Wrong> {
        let blank = json.is_null() || json.as_str().is_some_and(|text| text.trim().is_empty());
        if blank {
            return Ok(None);
        }
        let value = match self.kind {
            Kind::Money => match whole(json) {
                Some(fen) => Value::Money(Money(fen)),
                None => return wrong("应为以分为单位的整数金额"),
            },
            Kind::Rate => match whole(json).and_then(|rate| i32::try_from(rate).ok()) {
                Some(rate) => Value::Rate(Rate(rate)),
                None => return wrong("应为以千分之一个百分点为单位的整数"),
            },
            Kind::Number => match Decimal::of_json(json) {
                Some(number) => Value::Number(number),
                None => return wrong("应为数字，小数不超过 6 位"),
            },
            Kind::Count => match whole(json) {
                Some(count) if count >= 0 => Value::Count(count),
                _ => return wrong("应为不小于零的整数"),
            },
            Kind::Date => match json.as_str().map(str::trim).and_then(|text| text.parse::<Day>().ok()) {
                Some(day) => Value::Date(day.into()),
                None => return Err((DefectCode::BadDate, "应为 1900 年至 2199 年之间的日期".into())),
            },
            Kind::YesNo => match json.as_bool() {
                Some(yes) => Value::YesNo(yes),
                None => return wrong("应为是或否"),
            },
            Kind::Choice => return Ok(picked(self, json)?.map(|code| Value::Picked(vec![code]))),
            Kind::Several => {
                let Some(list) = json.as_array() else { return wrong("应为选项的列表") };
                let mut chosen = HashSet::new();
                for one in list.iter().take(super::field::MOST_OPTIONS) {
                    chosen.extend(picked(self, one)?);
                }
                // In the order of the catalogue, each once.
                let codes: Vec<_> = self.options.iter().filter_map(|option| chosen.take(&option.code)).collect();
                let says_nothing = codes.is_empty() && !(self.complete && list.is_empty());
                return Ok((!says_nothing).then_some(Value::Picked(codes)));
            }
            Kind::Text => match json.as_str() {
                Some(text) if text.chars().nth(MOST_TEXT).is_none() => Value::Text(text.trim().to_owned()),
                Some(_) => return Err((DefectCode::TooLong, format!("文字不超过 {MOST_TEXT} 个字"))),
                None => return wrong("应为文字"),
            },
        };
        Ok(Some(value))
    }
}

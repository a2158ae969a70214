//! What a test asks for, ready to be compared.

use crate::{
    catalogue::Value,
    days::{Offset, ordinal},
};
use jinqiao_kernel::NaiveDate;

/// A border of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Open,
    At(i64),
    /// So far from the day of the application, and then so many days on.
    From(Offset, i64),
}

impl Edge {
    /// Its place for an application of `day`; `open` where there is no border.
    #[inline]
    fn at(self, day: NaiveDate, open: i64) -> i64 {
        match self {
            Self::Open => open,
            Self::At(place) => place,
            Self::From(offset, plus) => ordinal(offset.from(day)).saturating_add(plus),
        }
    }
}

/// How words are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum How {
    /// The value is one of the words.
    Among,
    /// One of the words is chosen.
    Any,
    /// Each of the words is chosen.
    All,
    /// One of the words stands in the text.
    AnyInText,
    /// Each of the words stands in the text.
    AllInText,
}

/// What a test asks for; days are counted, so that every ordered type is a range of whole numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Want {
    Range(Edge, Edge),
    OneOf(Vec<i64>),
    Words(How, Vec<String>),
    Exists,
}

impl Want {
    pub(super) fn from(low: Edge) -> Self {
        Self::Range(low, Edge::Open)
    }

    pub(super) fn to(high: Edge) -> Self {
        Self::Range(Edge::Open, high)
    }

    /// Whether it is a range with one end.
    pub(super) fn one_sided(&self) -> bool {
        matches!(self, Self::Range(Edge::Open, _) | Self::Range(_, Edge::Open))
    }

    /// The window around a fixed day.
    pub(super) fn window(of: NaiveDate, back: Offset, on: Offset) -> Self {
        Self::Range(Edge::At(ordinal(back.from(of))), Edge::At(ordinal(on.from(of))))
    }

    /// The range that is asked for, both ends included.
    #[inline]
    pub(super) fn range(&self, day: NaiveDate) -> Option<(i64, i64)> {
        match self {
            Self::Range(low, high) => Some((low.at(day, i64::MIN), high.at(day, i64::MAX))),
            _ => None,
        }
    }

    /// Whether `value` is what is asked for.
    #[inline]
    pub(super) fn met(&self, value: &Value, day: NaiveDate) -> bool {
        match (self, value) {
            (Self::Exists, Value::Picked(codes)) => !codes.is_empty(),
            (Self::Exists, _) => true,
            (Self::Range(..), value) => match (self.range(day), value.scalar()) {
                (Some((low, high)), Some(scalar)) => low <= scalar && scalar <= high,
                _ => false,
            },
            (Self::OneOf(scalars), value) => value.scalar().is_some_and(|scalar| scalars.contains(&scalar)),
            (Self::Words(how, words), Value::Picked(codes)) => match how {
                How::All | How::AllInText => words.iter().all(|word| codes.contains(word)),
                How::Among | How::Any | How::AnyInText => words.iter().any(|word| codes.contains(word)),
            },
            (Self::Words(how, words), Value::Text(text)) => match how {
                How::Among | How::Any => words.contains(text),
                How::AnyInText => words.iter().any(|word| text.contains(word.as_str())),
                How::All | How::AllInText => words.iter().all(|word| text.contains(word.as_str())),
            },
            (Self::Words(..), _) => false,
        }
    }
}

//! The names that a standard may use: fields of the catalogue by code or by Chinese name, and figures that are typed.

use super::model::{Figure, FigureKind, Standard};
use crate::{
    catalogue::{Catalogue, Field, Key, Kind, Origin, Source, Value},
    fault::is_reserved,
};
use jinqiao_matching::sheet::Number;
use std::{collections::HashMap, sync::Arc};

/// Where a value comes from.
#[derive(Clone, Debug)]
pub(super) enum Input {
    /// A field of the catalogue.
    Known(Key, Arc<Field>),
    /// A figure that is typed, by its name; as a field it is read and told like one.
    Typed(Arc<Field>),
}

impl Input {
    pub(super) fn field(&self) -> &Field {
        match self {
            Self::Known(_, field) | Self::Typed(field) => field,
        }
    }
}

/// A typed figure, described like a field.
pub(super) fn as_field(figure: &Figure) -> Field {
    Field {
        code: figure.name.clone(),
        name: figure.label.clone(),
        kind: match figure.kind {
            FigureKind::Money => Kind::Money,
            FigureKind::Rate => Kind::Rate,
            FigureKind::Number => Kind::Number,
            FigureKind::Count => Kind::Count,
        },
        unit: figure.unit.clone(),
        options: vec![],
        source: Source::Form,
        origin: Origin::SelfDeclared,
        complete: false,
    }
}

/// Whether the sheet language reads `text` as one name.
fn is_one_name(text: &str) -> bool {
    let letter = |c: char| c == '_' || c.is_alphabetic();
    let whole = text.chars().all(|c| letter(c) || c.is_ascii_digit()) && text.chars().next().is_some_and(letter);
    whole && !["最小", "最大", "如果", "且", "并且", "或", "或者", "非", "额度"].contains(&text) && !is_reserved(text)
}

/// Every name with what it stands for. Names of figures and codes come first; a Chinese name that two fields have, or that is no
/// name, can't be used.
pub(super) fn names(standard: &Standard, catalogue: &Catalogue) -> HashMap<String, Input> {
    let mut found: HashMap<String, Input> = HashMap::new();
    for figure in &standard.figures {
        found.insert(figure.name.clone(), Input::Typed(Arc::new(as_field(figure))));
    }
    let fields: Vec<_> = catalogue.fields().filter_map(|(key, _)| Some((key, catalogue.field(key)?))).collect();
    let mut by_name: HashMap<&str, usize> = HashMap::new();
    for (_, field) in &fields {
        *by_name.entry(&field.name).or_default() += 1;
    }
    for (key, field) in &fields {
        found.entry(field.code.clone()).or_insert_with(|| Input::Known(*key, (*field).clone()));
    }
    for (key, field) in &fields {
        if by_name.get(field.name.as_str()) == Some(&1) && is_one_name(&field.name) {
            found.entry(field.name.clone()).or_insert_with(|| Input::Known(*key, (*field).clone()));
        }
    }
    found
}

/// A value as the sheet language counts it; none where it can't be computed with.
pub(super) fn number(value: &Value) -> Option<Number> {
    match value {
        Value::Money(money) => Some(Number::wan_of_fen(money.0)),
        Value::Rate(rate) => Some(Number::millionths(i64::from(rate.0) * 10)),
        Value::Number(number) => Some(number.number()),
        Value::Count(count) => Number::whole(*count),
        Value::YesNo(yes) => Number::whole(i64::from(*yes)),
        _ => None,
    }
}

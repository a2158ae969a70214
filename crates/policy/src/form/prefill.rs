//! What a form is prefilled with, each value with who says so and of which day it is.

use super::{
    cells::{Place, block_value},
    model::Input,
    read::ReadyForm,
};
use crate::{
    Decimal,
    catalogue::{Catalogue, Origin, Record, Value, words_of},
};
use jinqiao_kernel::NaiveDate;
use serde::Serialize;
use serde_json::Value as Json;

/// A prefilled value.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyPrefilled))]
pub struct Prefilled<'a> {
    /// The block.
    pub block: &'a str,
    /// The value as the block takes it.
    pub value: Json,
    /// Who says so.
    pub origin: Origin,
    /// Of which day it is.
    pub date: Option<NaiveDate>,
}

impl ReadyForm {
    /// What the platform knows and the blocks take, for an application of `day`. What a block would refuse is left out.
    pub fn prefill(&self, catalogue: &Catalogue, record: &Record, day: NaiveDate) -> Vec<Prefilled<'_>> {
        let mut found = vec![];
        for (block, ready) in self.form.blocks.iter().zip(&self.blocks) {
            let Some((field, known)) = ready.prefill.and_then(|key| Some((catalogue.field(key)?, record.get(key)?)))
            else {
                continue;
            };
            let value = match (&block.input, &known.value) {
                (Input::Text(_) | Input::LongText(_), Value::Text(text)) => Json::from(text.as_str()),
                (Input::Text(_) | Input::LongText(_), value) => Json::from(words_of(field, value)),
                (Input::Choice(_), Value::Picked(codes)) => {
                    codes.first().map_or(Json::Null, |one| Json::from(one.as_str()))
                }
                (_, Value::Picked(codes)) => Json::from(codes.clone()),
                (_, Value::Money(money)) => Json::from(money.0),
                (_, Value::Rate(rate)) => {
                    Decimal::of_millionths(i64::from(rate.0) * 1_000).map_or(Json::Null, Decimal::to_json)
                }
                (_, Value::Number(number)) => number.to_json(),
                (_, Value::Count(count)) => Json::from(*count),
                (_, Value::Date(date)) => Json::from(date.to_string()),
                (_, Value::YesNo(_) | Value::Text(_)) => Json::Null,
            };
            let mut defects = vec![];
            let taken = block_value(&block.input, &value, &Place::of(&block.id, &block.label), day, &mut defects);
            if let (Some(value), true) = (taken, defects.is_empty()) {
                found.push(Prefilled { block: &block.id, value, origin: known.origin, date: known.date });
            }
        }
        found
    }
}

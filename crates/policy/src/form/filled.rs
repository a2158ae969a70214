//! What stands in a block, and what it says to conditions on it.

use crate::{
    Decimal,
    catalogue::{Kind, Value},
    decimal::whole,
};
use jinqiao_kernel::Money;
use serde_json::Value as Json;

/// What stands in a block.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Filled {
    Hidden,
    Blank,
    Wrong,
    Value(Json),
}

/// What a block says to conditions on it.
pub(super) fn said(kind: Kind, filled: &Filled) -> Option<Value> {
    let json = match filled {
        Filled::Hidden | Filled::Wrong => return None,
        // No rows and no files are a number of them.
        Filled::Blank if kind == Kind::Count => return Some(Value::Count(0)),
        Filled::Blank => return None,
        Filled::Value(json) => json,
    };
    let text = |json: &Json| json.as_str().map(str::to_owned);
    match kind {
        Kind::Money => whole(json).map(|fen| Value::Money(Money(fen))),
        Kind::Number => Decimal::of_json(json).map(Value::Number),
        Kind::Count => json.as_array().and_then(|list| i64::try_from(list.len()).ok()).map(Value::Count),
        Kind::Date => json.as_str().and_then(|day| day.parse().ok()).map(Value::Date),
        Kind::YesNo => json.as_bool().map(Value::YesNo),
        Kind::Choice => text(json).map(|code| Value::Picked(vec![code])),
        Kind::Several => json.as_array().map(|list| Value::Picked(list.iter().filter_map(text).collect())),
        Kind::Text => text(json).map(Value::Text),
        Kind::Rate => None,
    }
}

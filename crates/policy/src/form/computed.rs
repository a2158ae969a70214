//! Computed blocks: an expression of the sheet language over what was filled in.

use super::{
    filled::Filled,
    model::{Cell, ComputedInput, ComputedKind, Form, Input},
    names::Named,
    read::Formula,
};
use crate::{
    Decimal,
    decimal::{MOST_WHOLE, whole},
};
use jinqiao_matching::sheet::{Number, evaluate_expression};
use serde_json::Value as Json;

/// Money as fen, a number as millionths: both are millionths of what the sheet counts in.
fn millionths(json: &Json, money: bool) -> Option<i64> {
    if money { whole(json) } else { Decimal::of_json(json).map(Decimal::millionths) }
}

/// The value of a name; none where something is missing. An empty table that is shown has no rows, and their sum is zero.
fn value(form: &Form, filled: &[Filled], named: Named) -> Option<Number> {
    let input = &form.blocks.get(named.block())?.input;
    let rows = match filled.get(named.block())? {
        Filled::Hidden | Filled::Wrong => return None,
        Filled::Blank => &Json::Null,
        Filled::Value(json) => json,
    };
    let list = rows.as_array().map_or(&[][..], Vec::as_slice);
    match (named, input) {
        (Named::Block(_), Input::Money(_) | Input::Computed(ComputedInput { kind: ComputedKind::Money, .. })) => {
            millionths(rows, true).map(Number::millionths)
        }
        (Named::Block(_), _) => millionths(rows, false).map(Number::millionths),
        (Named::Rows(_), _) => Number::whole(i64::try_from(list.len()).ok()?),
        (Named::Sum(_, column), Input::Table(table)) => {
            let column = table.columns.get(column)?;
            let money = matches!(column.input, Cell::Money(_));
            let sum = list.iter().try_fold(0_i64, |sum, row| sum.checked_add(millionths(row.get(&column.id)?, money)?));
            sum.map(Number::millionths)
        }
        (Named::Sum(..), _) => None,
    }
}

/// The value of a computed block as JSON; none where something is missing.
///
/// # Errors
/// Why it has none: a division by zero, or a result beyond what may be.
pub(super) fn compute(
    form: &Form,
    filled: &[Filled],
    input: &ComputedInput,
    formula: &Formula,
) -> Result<Option<Json>, String> {
    let mut values = vec![];
    for (name, named) in &formula.names {
        match value(form, filled, *named) {
            Some(number) => values.push((name.as_str(), number)),
            None => return Ok(None),
        }
    }
    let result = evaluate_expression(&formula.tree, &values).map_err(|error| error.problem.to_string())?;
    let millionths = result.in_millionths().filter(|found| (-MOST_WHOLE..=MOST_WHOLE).contains(found));
    let json = match input.kind {
        ComputedKind::Money => millionths.map(Json::from),
        ComputedKind::Number => millionths.and_then(Decimal::of_millionths).map(Decimal::to_json),
    };
    json.map(Some).ok_or_else(|| "计算结果超出范围".into())
}

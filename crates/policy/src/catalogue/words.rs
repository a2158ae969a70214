//! Values in words, as sentences need them.

use super::{Field, Kind, Value};
use crate::decimal::Decimal;
use chrono::NaiveDate;
use jinqiao_kernel::Money;

/// What a yes is in words.
pub(crate) const YES: &str = "是";

/// Money without decimals that say nothing: 70 万元, 9,125.50 元.
pub(crate) fn money(fen: i64) -> String {
    Money(fen).to_string().replace(".00 ", " ")
}

/// Thousandths as a decimal without zeros that say nothing: 70, 4.25.
pub(crate) fn percent(thousandths: i64) -> String {
    plain(thousandths.saturating_mul(1_000))
}

/// Millionths as a decimal without zeros that say nothing.
fn plain(millionths: i64) -> String {
    jinqiao_matching::sheet::Number::millionths(millionths).to_string()
}

fn with_unit(number: String, unit: &str) -> String {
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// A scalar of `field` in words.
pub(crate) fn shown(field: &Field, scalar: i64) -> String {
    match field.kind {
        Kind::Money => money(scalar),
        Kind::Rate => format!("{}%", percent(scalar)),
        Kind::Number => {
            with_unit(Decimal::of_millionths(scalar).map_or_else(|| plain(scalar), |n| n.to_string()), &field.unit)
        }
        Kind::Count => with_unit(scalar.to_string(), &field.unit),
        Kind::Date => {
            let day = i32::try_from(scalar).ok().and_then(NaiveDate::from_num_days_from_ce_opt);
            day.map(|day| day.to_string()).unwrap_or_default()
        }
        Kind::YesNo => if scalar == 0 { "否" } else { YES }.to_owned(),
        Kind::Choice | Kind::Several | Kind::Text => String::new(),
    }
}

/// A value of `field` in words; long texts are cut.
pub(crate) fn words_of(field: &Field, value: &Value) -> String {
    match value {
        Value::Picked(codes) if codes.is_empty() => "无".into(),
        Value::Picked(codes) => {
            let names: Vec<_> = codes.iter().map(|code| field.option(code)).collect();
            names.join("、")
        }
        Value::Text(text) if text.chars().nth(60).is_some() => text.chars().take(60).chain(['…']).collect(),
        Value::Text(text) => text.clone(),
        other => other.scalar().map(|scalar| shown(field, scalar)).unwrap_or_default(),
    }
}

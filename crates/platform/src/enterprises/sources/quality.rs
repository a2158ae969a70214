//! Which parts of a register's answer are taken: what is sound by kind, range and sense. Pure.

use super::{Facts, Register, SourceFailure, Statement};
use chrono::Months;
use jinqiao_kernel::NaiveDate;
use serde_json::Value;

/// Older answers say nothing of today.
const OLDEST: Months = Months::new(36);
/// Ten billion yuan in fen, as the profile allows.
const MOST_MONEY: i64 = 1_000_000_000_000_000;
const MOST_COUNT: i64 = 1_000_000;
const LONGEST_TEXT: usize = 50;

/// Is the answer of a day that can count on `today`?
pub fn dated(statement: &Statement, today: NaiveDate) -> Result<(), SourceFailure> {
    let oldest = today.checked_sub_months(OLDEST).unwrap_or(today);
    if (oldest..=today).contains(&statement.as_of) { Ok(()) } else { Err(SourceFailure::Dated) }
}

fn in_range(key: &str, value: &Value, today: NaiveDate) -> bool {
    let name = key.rsplit('.').next().unwrap_or_default();
    match value {
        Value::Number(number) => {
            let money = key.starts_with("finance.") || name.ends_with("capital");
            let (least, most) = match name {
                "profit" => (-MOST_MONEY, MOST_MONEY),
                _ if money => (0, MOST_MONEY),
                _ => (0, MOST_COUNT),
            };
            number.as_i64().is_some_and(|number| (least..=most).contains(&number))
        }
        Value::String(text) if name == "founded_on" => text.parse::<NaiveDate>().is_ok_and(|day| day <= today),
        Value::String(text) => (1..=LONGEST_TEXT).contains(&text.trim().chars().count()),
        Value::Object(_) | Value::Bool(_) => true,
        // A register that knows nothing says nothing.
        Value::Null | Value::Array(_) => false,
    }
}

/// Taxes above the revenue of the same year cannot be.
fn senseless(key: &str, value: &Value, all: &Statement) -> bool {
    let revenue = key.strip_suffix(".tax_paid").and_then(|year| all.values.get(&format!("{year}.revenue")));
    revenue.and_then(Value::as_i64).zip(value.as_i64()).is_some_and(|(revenue, paid)| paid > revenue)
}

/// The facts of `statement` that are taken, and what is left out with the reason.
pub fn sound(
    register: Register,
    statement: &Statement,
    scratch: &Facts,
    today: NaiveDate,
) -> (Vec<(String, Value)>, Vec<String>) {
    let (mut taken, mut faults) = (vec![], vec![]);
    for (key, value) in &statement.values {
        let fault = if !register.states(key) {
            Some("不属于该数据来源")
        } else if !in_range(key, value, today) || scratch.clone().set(key, value).is_none() {
            Some("格式或数值不正确")
        } else if senseless(key, value, statement) {
            Some("纳税额大于同年营业收入")
        } else {
            None
        };
        match fault {
            // Whatever a register sends, a reader gets a name of bounded length.
            Some(fault) => faults.push(format!("{}：{fault}", key.chars().take(40).collect::<String>())),
            None => taken.push((key.clone(), value.clone())),
        }
    }
    faults.truncate(20);
    (taken, faults)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::enterprises::Enterprise;
    use serde_json::json;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn an_answer_counts_for_three_years_and_never_from_the_future() {
        for (as_of, holds) in [("2026-11-23", true), ("2026-11-24", false), ("2023-11-23", true), ("2023-11-22", false)]
        {
            let statement = Statement { as_of: day(as_of), values: [].into() };
            assert_eq!(dated(&statement, day("2026-11-23")).is_ok(), holds, "{as_of}");
        }
    }

    #[test]
    fn what_is_not_sound_is_left_out_with_its_reason() {
        let scratch = Facts { row: Enterprise::empty(Uuid::nil().into()), years: vec![] };
        let values = [
            ("finance.2025.revenue", json!(800_000_000)),
            ("finance.2025.tax_paid", json!(900_000_000)),
            ("finance.2023.tax_paid", json!(1)),
            ("finance.2024.revenue", json!(-1)),
            ("finance.2024.assets", json!("many")),
            ("tax_grade", json!("z")),
            ("legal_person", json!("赵六")),
        ];
        let values = values.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
        let statement = Statement { as_of: day("2026-03-31"), values };
        let (taken, faults) = sound(Register::Tax, &statement, &scratch, day("2026-11-23"));
        let taken: Vec<_> = taken.iter().map(|(key, _)| key.as_str()).collect();
        assert_eq!(taken, ["finance.2023.tax_paid", "finance.2025.revenue"]);
        assert_eq!(faults.len(), 5, "{faults:?}");
    }
}

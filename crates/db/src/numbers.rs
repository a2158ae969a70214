//! Running numbers for documents that people quote, such as `XQ-202611-00042`.

use crate::{Tx, begins_with, entities::number};
use chrono::Months;
use jinqiao_kernel::{DateTime, Result, local_month, normal::code};
use sea_orm::{
    ColumnTrait, EntityTrait, ExprTrait, Set,
    sea_query::{Expr, OnConflict, SimpleExpr},
};

/// Who types no more than the last digits means a number of these months; older ones are found by their month.
const RECENT_MONTHS: u32 = 24;

/// What people type of a number.
#[derive(Debug, PartialEq, Eq)]
enum Asked {
    /// Its beginning.
    Beginning(String),
    /// Its last digits, so one of these.
    OneOf(Vec<String>),
}

impl Asked {
    /// `typed` of a number with `prefix` at `now`: with or without hyphens and prefix, in any width and case.
    fn of(typed: &str, prefix: &str, now: DateTime) -> Self {
        let signs: String = code(typed).chars().filter(|c| c.is_alphanumeric()).collect();
        let signs = signs.strip_prefix('第').and_then(|own| own.strip_suffix('号')).unwrap_or(&signs);
        let digits = signs.strip_prefix(prefix).unwrap_or(signs);
        if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Self::Beginning(signs.to_owned());
        }
        match digits.len() {
            // Nothing but signs is no part of a number.
            0 if signs.is_empty() => Self::OneOf(vec![]),
            0 => Self::Beginning(prefix.to_owned()),
            1..=5 if digits.len() == signs.len() => {
                let back = |months| now.checked_sub_months(Months::new(months)).unwrap_or(now);
                let series = (0..RECENT_MONTHS).map(|months| local_month(back(months)));
                Self::OneOf(series.map(|month| format!("{prefix}-{month}-{digits:0>5}")).collect())
            }
            1..=6 => Self::Beginning(format!("{prefix}-{digits}")),
            _ => Self::Beginning(format!("{prefix}-{}-{}", &digits[..6], &digits[6..])),
        }
    }
}

/// Does `column` hold the number with `prefix` that people mean by `typed`: its beginning, or its last digits alone?
pub fn numbered(column: impl ColumnTrait, typed: &str, prefix: &str, now: DateTime) -> SimpleExpr {
    match Asked::of(typed, prefix, now) {
        Asked::Beginning(text) => begins_with(column, &text),
        Asked::OneOf(numbers) => column.is_in(numbers),
    }
}

impl Tx {
    /// The next number of `prefix` in this month (Asia/Shanghai): `prefix-yyyymm-nnnnn`.
    pub async fn document_no(&self, prefix: &str) -> Result<String> {
        let series = format!("{prefix}-{}", local_month(self.now()));
        let next = self.next_in(&series).await?;
        Ok(format!("{series}-{next:05}"))
    }

    /// The next number of `series`, from 1. A write that is rolled back leaves a gap on PostgreSQL, where the row of the series
    /// would otherwise be locked until its end, and all who number anything would wait for each other.
    pub async fn next_in(&self, series: &str) -> Result<i64> {
        let row = number::ActiveModel { series: Set(series.into()), last: Set(1) };
        let next = number::Entity::insert(row).on_conflict(
            OnConflict::column(number::Column::Series)
                .value(number::Column::Last, Expr::col((number::Entity, number::Column::Last)).add(1))
                .to_owned(),
        );
        let next = match &self.0.db.numbers {
            Some(numbers) => next.exec_with_returning(numbers).await?,
            None => next.exec_with_returning(self.conn()).await?,
        };
        Ok(next.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_found_as_people_type_it() {
        let now = "2026-11-30T08:00:00Z".parse().expect("time");
        for (typed, want) in [
            ("DJ-202611-00072", "DJ-202611-00072"),
            ("dj-202611-00072 ", "DJ-202611-00072"),
            ("ＤＪ－202611－00072", "DJ-202611-00072"),
            ("DJ20261100072", "DJ-202611-00072"),
            ("20261100072", "DJ-202611-00072"),
            ("202611-0007", "DJ-202611-0007"),
            ("DJ-2026", "DJ-2026"),
            ("202611", "DJ-202611"),
            ("dj", "DJ"),
            ("星河%", "星河"),
        ] {
            assert_eq!(Asked::of(typed, "DJ", now), Asked::Beginning(want.into()), "{typed}");
        }
        for typed in ["%", "_", "！！", "😀", "'"] {
            assert_eq!(Asked::of(typed, "DJ", now), Asked::OneOf(vec![]), "{typed}");
        }
        for typed in ["72", "00072", "第72号"] {
            let Asked::OneOf(found) = Asked::of(typed, "DJ", now) else { panic!("{typed} is the end of a number") };
            assert_eq!(
                (found.len(), found[0].as_str(), found[23].as_str()),
                (24, "DJ-202611-00072", "DJ-202412-00072")
            );
        }
    }
}

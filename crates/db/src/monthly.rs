//! How much of something falls into each of the last months, in one statement that is the same on both engines.

use chrono::{Datelike, Months as Back};
use jinqiao_kernel::{DateTime, Result, day_begins, local_date, local_month};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};

/// Months in a row (Asia/Shanghai), the last of which is the one that runs.
#[derive(Clone, Debug)]
pub struct LastMonths {
    /// When each begins.
    begins: Vec<DateTime>,
}

impl LastMonths {
    /// The last `many` months at `now`.
    pub fn at(now: DateTime, many: u32) -> Self {
        let today = local_date(now);
        let first = today.with_day(1).unwrap_or(today);
        let begins = (0..many).rev().filter_map(|back| first.checked_sub_months(Back::new(back)));
        Self { begins: begins.map(day_begins).collect() }
    }

    /// They as `yyyymm`, the oldest first.
    pub fn names(&self) -> Vec<String> {
        self.begins.iter().copied().map(local_month).collect()
    }

    /// How many rows fall into each of them by the moment in `at`, or the sum of their `amount`, fen. Later rows count for the last.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn of<E: EntityTrait>(
        &self,
        conn: &impl ConnectionTrait,
        rows: Select<E>,
        at: impl ColumnTrait,
        amount: Option<E::Column>,
    ) -> Result<Vec<i64>> {
        let Some(first) = self.begins.first() else { return Ok(vec![]) };
        let mut select = rows.select_only().filter(at.gte(*first));
        for (number, begin) in self.begins.iter().enumerate() {
            let within = at.gte(*begin);
            let within = match self.begins.get(number + 1) {
                Some(next) => within.and(at.lt(*next)),
                None => within,
            };
            let one: SimpleExpr = amount.map_or_else(|| Expr::val(1), |amount| Expr::col(amount.as_column_ref()));
            let counted = Expr::case(within, one).finally(0);
            // PostgreSQL adds up to a wider type.
            let sum = Func::coalesce([Expr::expr(counted).sum(), 0.into()]).cast_as("bigint");
            select = select.expr_as(sum, format!("m{number}"));
        }
        let Some(row) = conn.query_one(&select.into_query()).await? else { return Ok(vec![0; self.begins.len()]) };
        (0..self.begins.len()).map(|number| Ok(row.try_get("", &format!("m{number}"))?)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_those_of_shanghai() {
        // Already December there.
        let now = "2026-11-30T16:30:00Z".parse().expect("a moment");
        let months = LastMonths::at(now, 3);
        assert_eq!(months.names(), ["202610", "202611", "202612"]);
        assert_eq!(months.begins[2].to_rfc3339(), "2026-11-30T16:00:00+00:00");
        assert!(LastMonths::at(now, 0).names().is_empty());
    }
}

//! Running numbers for documents that people quote, such as `XQ-202611-00042`.

use crate::{Tx, entities::number};
use jinqiao_kernel::{Result, local_month};
use sea_orm::{
    EntityTrait, ExprTrait, Set,
    sea_query::{Expr, OnConflict},
};

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

//! Counts of attempts in the database: shared by nodes, and they survive a restart. An attempt is counted before anything is
//! looked at, in one statement that waits for nobody's unwritten row, so that of many at once no more get through than may.

use super::model::{self, Rule};
use crate::accounts::entity::failure::{ActiveModel, Column, Entity, Model};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, ExprTrait, QueryFilter, Set,
    sea_query::{Expr, OnConflict},
};
use std::collections::HashMap;

/// What is counted, and what follows from it.
#[derive(Clone, Debug)]
pub struct Counter {
    pub key: String,
    pub rule: Rule,
}

/// What is counted under the keys of `counters` now.
pub async fn read(conn: &impl ConnectionTrait, counters: &[Counter]) -> Result<HashMap<String, Model>> {
    let keys = counters.iter().map(|counter| counter.key.clone());
    let rows = Entity::find().filter(Column::Key.is_in(keys)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.key.clone(), row)).collect())
}

/// Counts one more: how many there are now; none while the key has to wait, which counts nothing.
pub async fn add(tx: &Tx, counter: &Counter) -> Result<Option<i32>> {
    let now = tx.real_now();
    let row = ActiveModel { key: Set(counter.key.clone()), failures: Set(1), since: Set(now), locked_until: Set(None) };
    let (count, since) = match counter.rule {
        Rule::Growing => (fresh_or_next(counter.rule, now), Expr::val(now)),
        Rule::Limit { .. } => {
            let kept = Expr::col((Entity, Column::Since));
            (fresh_or_next(counter.rule, now), Expr::case(holds(counter.rule, now), kept).finally(now).into())
        }
    };
    let open = Condition::any()
        .add(Column::LockedUntil.is_null())
        .add(Column::LockedUntil.lte(now))
        .add(Column::LockedUntil.gt(model::furthest(now)));
    let counted = OnConflict::column(Column::Key)
        .value(Column::Failures, count)
        .value(Column::Since, since)
        .action_cond_where(open)
        .to_owned();
    if Entity::insert(row).on_conflict(counted).exec_without_returning(tx.conn()).await? == 0 {
        return Ok(None);
    }
    // The row is this write's until it ends.
    let count = Entity::find_by_id(counter.key.clone()).one(tx.conn()).await?.map_or(1, |row| row.failures);
    if counter.rule == Rule::Growing {
        let until = model::delay(count).map(|delay| now + delay);
        let row = ActiveModel { key: Set(counter.key.clone()), locked_until: Set(until), ..Default::default() };
        row.update(tx.conn()).await?;
    }
    Ok(Some(count))
}

/// [`Rule::holds_since`] in the database's words.
fn holds(rule: Rule, now: DateTime) -> Condition {
    match rule {
        Rule::Growing => Condition::all().add(Column::Since.gt(model::forgotten(now))),
        Rule::Limit { window, .. } => Condition::all().add(Column::Since.gt(now - window)).add(Column::Since.lte(now)),
    }
}

fn fresh_or_next(rule: Rule, now: DateTime) -> Expr {
    Expr::case(holds(rule, now), Expr::col((Entity, Column::Failures)).add(1)).finally(1).into()
}

/// Takes one back, and lets the next try at once: it was no failure.
pub async fn take_back(tx: &Tx, counter: &Counter) -> Result<()> {
    let fewer = Entity::update_many()
        .col_expr(Column::Failures, Expr::col(Column::Failures).sub(1))
        .col_expr(Column::LockedUntil, Expr::val(Option::<DateTime>::None))
        .filter(Column::Key.eq(&counter.key))
        .filter(Column::Failures.gt(0));
    fewer.exec(tx.conn()).await?;
    Ok(())
}

/// Forgets all under a key.
pub async fn forget(tx: &Tx, counter: &Counter) -> Result<()> {
    Entity::delete_by_id(counter.key.clone()).exec(tx.conn()).await?;
    Ok(())
}

/// Forgets what is of no weight any more.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    let old = Entity::delete_many().filter(Column::Since.lt(tx.real_now() - chrono::TimeDelta::days(1)));
    Ok(old.exec(tx.conn()).await?.rows_affected)
}

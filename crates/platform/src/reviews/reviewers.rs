//! How much each reviewer does.

use super::entity::{Column, Entity};
use chrono::TimeDelta;
use jinqiao_db::Db;
use jinqiao_kernel::Result;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde::{Deserialize, Serialize};
use std::{cmp::Reverse, collections::BTreeMap};
use utoipa::ToSchema;

/// Days whose decisions count.
const DAYS: i64 = 7;

/// A reviewer.
#[derive(Default, Serialize, Deserialize, ToSchema)]
pub struct Reviewer {
    /// By name, as decisions are recorded.
    name: String,
    /// What it has in hand now.
    claimed: i64,
    /// What it decided in the last seven days.
    decided: i64,
}

/// Whoever has something in hand or decided something, most first.
pub async fn all(db: &Db) -> Result<Vec<Reviewer>> {
    let (conn, now) = (db.read(), db.world().now());
    let count =
        |name: Column| Entity::find().select_only().column(name).column_as(Column::Id.count(), "count").group_by(name);
    let claimed = count(Column::ClaimedName).filter(Column::ClaimedUntil.gt(now));
    let decided = count(Column::DecidedBy).filter(Column::DecidedAt.gte(now - TimeDelta::days(DAYS)));
    let claimed: Vec<(Option<String>, i64)> = claimed.into_tuple().all(conn).await?;
    let decided: Vec<(Option<String>, i64)> = decided.into_tuple().all(conn).await?;
    let mut reviewers: BTreeMap<String, Reviewer> = BTreeMap::new();
    let named = |rows: Vec<(Option<String>, i64)>| rows.into_iter().filter_map(|(name, count)| Some((name?, count)));
    named(claimed).for_each(|(name, count)| reviewers.entry(name).or_default().claimed = count);
    named(decided).for_each(|(name, count)| reviewers.entry(name).or_default().decided = count);
    let mut all: Vec<_> = reviewers.into_iter().map(|(name, reviewer)| Reviewer { name, ..reviewer }).collect();
    all.sort_by_key(|one| (Reverse(one.claimed + one.decided), one.name.clone()));
    Ok(all)
}

//! Queries; writes take the transaction.

use super::{
    entity::{Column, Entity, Model},
    model::{AppealState, RatingParty},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, OrderId, OrgId, RatingId, Result};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect, Select,
    sea_query::ExprTrait,
};
use serde::{Deserialize, Serialize};
use std::{collections::HashMap, ops::Range};
use utoipa::ToSchema;

/// Both ratings of an order, as far as they were given.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::OrderId.eq(order)).all(conn).await?)
}

/// The overall marks and words of an order's ratings that count, hidden ones too; those struck after an appeal are none.
pub async fn counted(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<(RatingParty, i32, Option<String>)>> {
    let given = of_order(conn, order).await?.into_iter().filter(|row| row.appeal_state != Some(AppealState::Upheld));
    Ok(given.map(|row| (row.party, row.overall, row.text)).collect())
}

/// The same marks alone.
pub async fn marks_of(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<i32>> {
    Ok(counted(conn, order).await?.into_iter().map(|(_, overall, _)| overall).collect())
}

/// The rating that `party` gave for `order`, locked.
pub async fn lock(tx: &Tx, order: OrderId, party: RatingParty) -> Result<Model> {
    let found = Entity::find().filter(Column::OrderId.eq(order)).filter(Column::Party.eq(party));
    found.lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// The rating, locked.
pub async fn lock_by_id(tx: &Tx, id: RatingId) -> Result<Model> {
    Entity::find_by_id(id).lock_exclusive().one(tx.conn()).await?.ok_or_else(Error::not_found)
}

/// The rating.
pub async fn by_id(conn: &impl ConnectionTrait, id: RatingId) -> Result<Model> {
    Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)
}

/// What the open ratings of an organisation come to; those struck after an appeal do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Reputation {
    /// Average of the overall marks, in hundredths of a point.
    pub average: i64,
    /// Number of ratings.
    pub count: i64,
}

#[derive(FromQueryResult)]
struct Sum {
    org: OrgId,
    total: i64,
    count: i64,
}

/// Ratings that count: those struck after an appeal do not.
fn that_count() -> Condition {
    Condition::any().add(Column::AppealState.is_null()).add(Column::AppealState.ne(AppealState::Upheld))
}

/// Reputation of each of `orgs` that was ever rated, as of `now`.
pub async fn reputations(
    conn: &impl ConnectionTrait,
    orgs: impl IntoIterator<Item = OrgId>,
    now: DateTime,
) -> Result<HashMap<OrgId, Reputation>> {
    summed(conn, Entity::find().filter(Column::ToOrg.is_in(orgs)).filter(Column::OpensAt.lte(now))).await
}

/// As [`reputations`], of ratings that became visible from `span`'s start and before its end.
pub async fn reputations_in(
    conn: &impl ConnectionTrait,
    orgs: impl IntoIterator<Item = OrgId>,
    span: &Range<DateTime>,
) -> Result<HashMap<OrgId, Reputation>> {
    let within = Column::OpensAt.gte(span.start).and(Column::OpensAt.lt(span.end));
    summed(conn, Entity::find().filter(Column::ToOrg.is_in(orgs)).filter(within)).await
}

async fn summed(conn: &impl ConnectionTrait, select: Select<Entity>) -> Result<HashMap<OrgId, Reputation>> {
    let sums: Vec<Sum> = select
        .select_only()
        .column_as(Column::ToOrg, "org")
        .column_as(Column::Overall.sum().cast_as("bigint"), "total")
        .column_as(Column::Id.count(), "count")
        .filter(that_count())
        .group_by(Column::ToOrg)
        .into_model()
        .all(conn)
        .await?;
    let reputation =
        |sum: Sum| (sum.org, Reputation { average: sum.total * 100 / Ord::max(sum.count, 1), count: sum.count });
    Ok(sums.into_iter().map(reputation).collect())
}

/// A rating that can be read by the side it is about, and counts.
#[derive(Clone, Copy, Debug)]
pub struct OpenRating {
    /// Who is rated.
    pub to: OrgId,
    /// Who rates.
    pub party: RatingParty,
    /// The overall mark, 1 to 5.
    pub overall: i32,
    /// Since when it is visible.
    pub opens_at: DateTime,
}

/// Ratings of an order that are visible at `now` and were not struck.
pub async fn open_ratings(conn: &impl ConnectionTrait, order: OrderId, now: DateTime) -> Result<Vec<OpenRating>> {
    let open = Entity::find().filter(Column::OrderId.eq(order)).filter(Column::OpensAt.lte(now)).filter(that_count());
    let open = open.all(conn).await?.into_iter();
    Ok(open
        .map(|Model { to_org: to, party, overall, opens_at, .. }| OpenRating { to, party, overall, opens_at })
        .collect())
}

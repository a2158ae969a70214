//! Queries; writes take the transaction.

use super::{
    entity::{Column, Entity, Model},
    model::{AppealState, RatingParty},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, OrderId, OrgId, RatingId, Result};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QuerySelect,
    sea_query::ExprTrait,
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use utoipa::ToSchema;

/// Both ratings of an order, as far as they were given.
pub async fn of_order(conn: &impl ConnectionTrait, order: OrderId) -> Result<Vec<Model>> {
    Ok(Entity::find().filter(Column::OrderId.eq(order)).all(conn).await?)
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

/// Reputation of each of `orgs` that was ever rated, as of `now`.
///
/// # Errors
/// When the database fails.
pub async fn reputations(
    conn: &impl ConnectionTrait,
    orgs: impl IntoIterator<Item = OrgId>,
    now: DateTime,
) -> Result<HashMap<OrgId, Reputation>> {
    let counted = Condition::any().add(Column::AppealState.is_null()).add(Column::AppealState.ne(AppealState::Upheld));
    let sums: Vec<Sum> = Entity::find()
        .select_only()
        .column_as(Column::ToOrg, "org")
        .column_as(Column::Overall.sum().cast_as("bigint"), "total")
        .column_as(Column::Id.count(), "count")
        .filter(Column::ToOrg.is_in(orgs))
        .filter(Column::OpensAt.lte(now))
        .filter(counted)
        .group_by(Column::ToOrg)
        .into_model()
        .all(conn)
        .await?;
    let reputation =
        |sum: Sum| (sum.org, Reputation { average: sum.total * 100 / Ord::max(sum.count, 1), count: sum.count });
    Ok(sums.into_iter().map(reputation).collect())
}

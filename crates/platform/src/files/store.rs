//! Scoped queries; writes take the transaction.

use super::{
    FileInfo, FileState,
    entity::{ActiveModel, Column, Entity, Model},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Error, FileId, OrgId, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait as _},
};
use std::collections::HashMap;

/// Contents of `ids` by their hash (SHA-256), with the names that they were uploaded under.
pub async fn hashes(conn: &impl ConnectionTrait, ids: &[FileId]) -> Result<Vec<(String, String)>> {
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(conn).await?;
    Ok(rows.into_iter().map(|row| (row.sha256, row.name)).collect())
}

/// The files `ids` in the order of `ids`; the caller has made sure that its reader may know of them.
pub async fn infos(conn: &impl ConnectionTrait, ids: &[FileId]) -> Result<Vec<FileInfo>> {
    if ids.is_empty() {
        return Ok(vec![]);
    }
    let rows = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).all(conn).await?;
    let mut found: HashMap<_, _> = rows.into_iter().map(|row| (row.id, FileInfo::from(row))).collect();
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Any file that can be read; the caller has made sure that its reader may.
pub async fn readable(conn: &impl ConnectionTrait, id: FileId) -> Result<Model> {
    let row = Entity::find_by_id(id).one(conn).await?.filter(|row| row.state.readable());
    row.ok_or_else(Error::not_found)
}

/// What is known of the file `id`, if it is one of `org`'s.
pub async fn of_org(conn: &impl ConnectionTrait, org: OrgId, id: FileId) -> Result<Option<Model>> {
    Ok(Entity::find_by_id(id).filter(Column::OrgId.eq(org)).one(conn).await?)
}

/// A file of `org`.
pub async fn own(conn: &impl ConnectionTrait, org: OrgId, id: FileId) -> Result<Model> {
    let own = Entity::find_by_id(id).filter(Column::OrgId.eq(org));
    own.one(conn).await?.filter(|row| row.state.readable()).ok_or_else(Error::not_found)
}

/// Those of `ids` that are files of `org`, locked until the write ends.
pub async fn lock_own(tx: &Tx, org: OrgId, ids: &[FileId]) -> Result<Vec<Model>> {
    let own = Entity::find().filter(Column::Id.is_in(ids.iter().copied())).filter(Column::OrgId.eq(org));
    // In one order, so that no two writes wait for each other.
    Ok(own.order_by_asc(Column::Id).lock_exclusive().all(tx.conn()).await?)
}

/// Files of `org` that are not attached to anything. What has been stored since before `stuck` is no file: its server died.
pub fn loose(org: OrgId, stuck: DateTime) -> Select<Entity> {
    let storing = Column::State.eq(FileState::Storing).and(Column::CreatedAt.gt(stuck));
    Entity::find().filter(Column::OrgId.eq(org)).filter(Column::State.eq(FileState::Uploaded).or(storing))
}

/// Bytes of all files of `org` that are still on disk, whatever they are used for.
pub async fn bytes_kept(conn: &impl ConnectionTrait, org: OrgId) -> Result<i64> {
    // PostgreSQL adds up whole numbers as decimals.
    let sum = Expr::col(Column::Size).sum().cast_as("bigint");
    let kept = Entity::find().select_only().expr(sum).filter(Column::OrgId.eq(org));
    let kept: Option<Option<i64>> = kept.into_tuple().one(conn).await?;
    Ok(kept.flatten().unwrap_or_default())
}

pub async fn insert(tx: &Tx, row: ActiveModel) -> Result<()> {
    Entity::insert(row).exec_without_returning(tx.conn()).await?;
    Ok(())
}

pub async fn update(tx: &Tx, row: ActiveModel) -> Result<()> {
    row.update(tx.conn()).await?;
    Ok(())
}

/// Files in `states`, which no record needs, made before `before`; locked until the write ends.
pub async fn lock_unneeded(tx: &Tx, states: &[FileState], before: DateTime, most: u64) -> Result<Vec<Model>> {
    let states = states.iter().copied();
    let unneeded = Entity::find().filter(Column::State.is_in(states)).filter(Column::CreatedAt.lt(before));
    Ok(unneeded.order_by_asc(Column::CreatedAt).limit(most).lock_exclusive().all(tx.conn()).await?)
}

pub async fn delete(tx: &Tx, ids: &[FileId]) -> Result<()> {
    Entity::delete_many().filter(Column::Id.is_in(ids.iter().copied())).exec(tx.conn()).await?;
    Ok(())
}

//! 暂停使用: the operator suspends a firm, a bank or an agency, and lets it go on. Whoever reads what others offer asks here.

use super::{
    OrgState, OrgStep,
    entity::{Column, Entity, Model},
    facts::tell,
    store,
};
use jinqiao_db::{Tx, save_versioned};
use jinqiao_kernel::{Error, OrgId, OrgKind, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, QueryTrait, Set,
    sea_query::SelectStatement,
};
use std::collections::HashSet;

/// Can organisations of this kind be suspended? The operator and the departments do no business of their own here.
pub fn suspendable(kind: OrgKind) -> bool {
    matches!(kind, OrgKind::Enterprise | OrgKind::Institution | OrgKind::Agency)
}

/// Suspends a registered organisation, inside a write; its open sessions are the caller's to end.
///
/// # Errors
/// `organizations.not_suspendable`; `organizations.wrong_state`; `conflict.stale`.
pub async fn suspend_in(tx: &Tx, id: OrgId, version: i32, reason: &str) -> Result<()> {
    let row = store::lock(tx, id).await?;
    if !suspendable(row.kind) {
        return Err(Error::conflict("organizations.not_suspendable", "只有企业、金融机构和中介机构可以暂停使用"));
    }
    let mut change = row.clone().into_active_model();
    change.state = Set(row.state.suspend()?);
    change.suspended_at = Set(Some(tx.now()));
    change.suspension = Set(Some(reason.trim().into()));
    change.version = Set(row.version + 1);
    let saved = save_versioned::<Entity>(tx, change, id, version).await?;
    tell(tx, &saved, OrgStep::Suspended, Some(reason.trim().into())).await
}

/// Lets a suspended organisation go on, inside a write.
///
/// # Errors
/// `organizations.wrong_state`; `conflict.stale`.
pub async fn resume_in(tx: &Tx, id: OrgId, version: i32, reason: &str) -> Result<()> {
    let row = store::lock(tx, id).await?;
    let mut change = row.clone().into_active_model();
    change.state = Set(row.state.resume()?);
    change.suspended_at = Set(None);
    change.suspension = Set(None);
    change.version = Set(row.version + 1);
    let saved = save_versioned::<Entity>(tx, change, id, version).await?;
    tell(tx, &saved, OrgStep::Resumed, Some(reason.trim().into())).await
}

/// A query for the ids of suspended organisations: few, so that other lists are filtered by it.
pub fn suspended() -> SelectStatement {
    Entity::find().select_only().column(Column::Id).filter(Column::State.eq(OrgState::Suspended)).into_query()
}

/// Which of `ids` are suspended.
pub async fn suspended_among(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = OrgId>,
) -> Result<HashSet<OrgId>> {
    // By their ids alone: by an index of states every organisation that is in one of them might be read.
    let rows = Entity::find().select_only().columns([Column::Id, Column::State]).filter(Column::Id.is_in(ids));
    let rows: Vec<(OrgId, OrgState)> = rows.into_tuple().all(conn).await?;
    Ok(rows.into_iter().filter(|(_, state)| *state == OrgState::Suspended).map(|(id, _)| id).collect())
}

/// Refuses what concerns a suspended organisation.
///
/// # Errors
/// `organizations.suspended`.
pub async fn check_open(conn: &impl ConnectionTrait, id: OrgId) -> Result<Model> {
    let row = store::by_id(conn, id).await?;
    if row.state == OrgState::Suspended {
        return Err(Error::conflict("organizations.suspended", "该单位已被平台暂停使用，恢复后才能办理"));
    }
    Ok(row)
}

//! The profile as it counts, read and written whole.

use super::Facts;
use crate::enterprises::{
    Enterprise, Risk, RiskKind, RisksNoted, anonymity,
    entity::{ActiveModel, Column, Entity},
    finance,
    sizing::computed_size,
    standards, store,
};
use jinqiao_db::Tx;
use jinqiao_kernel::{Error, OrgId, Result, local_date};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// The profile of `org` with its years; an empty one if it has not written any.
pub async fn facts_of(conn: &impl ConnectionTrait, org: OrgId) -> Result<Facts> {
    Ok(Facts { row: store::of_org(conn, org).await?, years: finance::years_of(conn, org).await? })
}

/// Writes `facts` in the place of `known`, of which somebody saw `version`.
///
/// # Errors
/// `conflict.stale`.
pub async fn store_facts(tx: &Tx, known: &Facts, facts: Facts, version: i32) -> Result<()> {
    let Facts { mut row, years } = facts;
    row.version = known.row.version + 1;
    row.updated_at = Some(tx.now());
    let sizes = standards::in_force(tx.conn(), local_date(tx.now())).await?.sizes;
    row.size = row.extras.0.size_override.or_else(|| computed_size(&row, &years, &sizes));
    finance::replace(tx, row.org_id, &years).await?;
    store_row(tx, row.clone().into_active_model().reset_all(), &known.row, version).await?;
    anonymity::note(tx, &row).await?;
    let kinds = new_risks(&known.row.extras.0.risks, &row.extras.0.risks);
    if kinds.is_empty() { Ok(()) } else { tx.emit(&RisksNoted { org: row.org_id, kinds }).await }
}

/// Kinds of the risks that last and were not told of before.
fn new_risks(before: &[Risk], now: &[Risk]) -> Vec<RiskKind> {
    let known = |risk: &&Risk| before.iter().any(|known| (known.kind, known.since) == (risk.kind, risk.since));
    let lasting = now.iter().filter(|risk| risk.repaired_on.is_none());
    lasting.filter(|risk| !known(risk)).map(|risk| risk.kind).collect()
}

/// Writes `row` in the place of `known`. The organisation's row is locked by the caller, so two first profiles cannot clash.
///
/// # Errors
/// `conflict.stale`.
pub async fn store_row(tx: &Tx, row: ActiveModel, known: &Enterprise, version: i32) -> Result<()> {
    if known.version != version {
        return Err(Error::stale());
    }
    if version == 0 {
        Entity::insert(row).exec_without_returning(tx.conn()).await?;
        return Ok(());
    }
    let own = Entity::update_many().set(row).filter(Column::OrgId.eq(known.org_id));
    own.filter(Column::Version.eq(version)).exec(tx.conn()).await?;
    Ok(())
}

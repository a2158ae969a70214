//! Points of all organisations, for the operator.

use super::{
    PointSide,
    entity::balance::{Column, Entity},
    ledger,
};
use jinqiao_db::{Db, page_of, shared, typed};
use jinqiao_kernel::{Checks, DateTime, OrgId, OrgKind, Page, PageQuery, Result};
use jinqiao_platform::organizations;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An organisation with its balance.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OrganizationPoints {
    id: OrgId,
    name: String,
    kind: OrgKind,
    balance: i64,
    /// Number of its entries.
    entries: i64,
    /// When the newest was made.
    updated_at: DateTime,
}

/// By what organisations are sorted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum BalanceSort {
    /// Most points first.
    #[default]
    #[serde(rename = "-balance")]
    Most,
    /// Fewest points first.
    #[serde(rename = "balance")]
    Fewest,
}

/// Which organisations are wanted.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct BalanceFilter {
    /// Only of this side.
    side: Option<PointSide>,
    /// Part of the name, or the whole credit code.
    #[param(max_length = 100)]
    q: Option<String>,
    /// `-balance` unless told.
    #[serde(default)]
    #[param(inline)]
    sort: BalanceSort,
}

/// Organisations with points.
pub async fn page(db: &Db, filter: &BalanceFilter, wanted: &PageQuery) -> Result<Page<OrganizationPoints>> {
    Checks::new().optional_line("q", filter.q.as_deref(), 100).done()?;
    let mut select = Entity::find();
    if let Some(side) = filter.side {
        select = select.filter(Column::Side.eq(side));
    }
    if let Some(q) = typed(filter.q.as_deref()) {
        select = select.filter(Column::OrgId.is_in(organizations::ids_called(db.read(), q).await?));
    }
    let select = match filter.sort {
        BalanceSort::Most => select.order_by_desc(Column::Balance),
        BalanceSort::Fewest => select.order_by_asc(Column::Balance),
    };
    let rows = page_of(db.read(), select.order_by_asc(Column::OrgId), wanted).await?;
    let orgs = organizations::names(db.read(), rows.items.iter().map(|row| row.org_id)).await?;
    Ok(rows.map(|row| {
        let org = orgs.get(&row.org_id);
        OrganizationPoints {
            id: row.org_id,
            name: org.map(|org| org.name.clone()).unwrap_or_default(),
            kind: org.map_or(OrgKind::Enterprise, |org| org.kind),
            balance: row.balance,
            entries: row.entries,
            updated_at: row.updated_at,
        }
    }))
}

/// A balance that is not what the entries add up to.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct BalanceMismatch {
    name: String,
    /// What is stored.
    stored: i64,
    /// What the entries add up to.
    summed: i64,
}

/// What recomputing every balance from the ledger gave.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct BalanceCheck {
    at: DateTime,
    /// How many balances there are.
    balances: u64,
    /// Those that differ; none when all is well.
    mismatches: Vec<BalanceMismatch>,
}

/// Every balance recomputed, within the minute: it takes all entries.
pub async fn check(db: &Db) -> Result<BalanceCheck> {
    shared(db.read(), "", recomputed(db)).await
}

async fn recomputed(db: &Db) -> Result<BalanceCheck> {
    let (balances, differing) = ledger::mismatches(db.read()).await?;
    let names = organizations::names(db.read(), differing.iter().map(|row| row.org)).await?;
    let name = |org| names.get(&org).map(|org| org.name.clone()).unwrap_or_default();
    let mismatch =
        |row: ledger::Mismatch| BalanceMismatch { name: name(row.org), stored: row.stored, summed: row.summed };
    Ok(BalanceCheck { at: db.world().now(), balances, mismatches: differing.into_iter().map(mismatch).collect() })
}

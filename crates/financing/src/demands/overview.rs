//! Totals of the market for everybody (tier 0). What fewer than `anonymity_k` firms stand behind is not told, nor what would give
//! it away by subtraction.

use super::{
    dictionary::{AmountBand, TermBand},
    entity::Column,
    market::offered,
};
use crate::products::FinancingKind;
use jinqiao_db::{Db, shared};
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::{
    enterprises::{ANONYMITY_K, IndustrySection},
    permissions::value_of,
};
use sea_orm::{
    ColumnTrait, FromQueryResult, QueryOrder, QuerySelect,
    sea_query::{Expr, ExprTrait as _},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How many demands of one kind are on the market: all that the public sees.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MarketGroup {
    section: IndustrySection,
    kind: FinancingKind,
    amount_band: AmountBand,
    /// None for equity.
    term_band: Option<TermBand>,
    count: i64,
}

/// What the public sees of the market.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct MarketOverview {
    /// When it was counted.
    at: DateTime,
    /// Demands on the market (当前需求总数).
    demands: i64,
    /// Those of kinds that enough firms look for.
    groups: Vec<MarketGroup>,
    /// All others together.
    others: i64,
}

#[derive(Clone, FromQueryResult)]
struct Cell {
    /// None where it is not shown of the firm.
    section: Option<IndustrySection>,
    kind: FinancingKind,
    amount_band: AmountBand,
    term_band: Option<TermBand>,
    count: i64,
    firms: i64,
}

/// The cells that are told: those of at least `k` firms; of these the smallest not, while the others, of which only the total
/// tells, would be a single cell or of fewer than `k` firms.
fn told(cells: Vec<Cell>, k: i64) -> Vec<Cell> {
    let (mut told, mut kept): (Vec<_>, Vec<_>) =
        cells.into_iter().partition(|cell| cell.section.is_some() && cell.firms >= k);
    let firms = |cells: &[Cell]| cells.iter().map(|cell| cell.firms).sum::<i64>();
    while !kept.is_empty() && (kept.len() == 1 || firms(&kept) < k) {
        let Some(smallest) = told.iter().enumerate().min_by_key(|(_, cell)| cell.count).map(|(at, _)| at) else {
            break;
        };
        kept.push(told.remove(smallest));
    }
    told
}

/// Counts what is on the market.
///
/// # Errors
/// When the database fails.
pub async fn overview(db: &Db) -> Result<MarketOverview> {
    shared(db.read(), "", counted(db)).await
}

async fn counted(db: &Db) -> Result<MarketOverview> {
    let conn = &db.answer();
    let cells: Vec<Cell> = offered()
        .select_only()
        .column_as(Column::IndustrySection, "section")
        .column(Column::Kind)
        .column(Column::AmountBand)
        .column(Column::TermBand)
        .column_as(Column::Id.count(), "count")
        .column_as(Expr::col(Column::EnterpriseId).count_distinct(), "firms")
        .group_by(Column::IndustrySection)
        .group_by(Column::Kind)
        .group_by(Column::AmountBand)
        .group_by(Column::TermBand)
        .order_by_asc(Column::IndustrySection)
        .order_by_asc(Column::Kind)
        .order_by_asc(Column::AmountBand)
        .order_by_asc(Column::TermBand)
        .into_model()
        .all(conn)
        .await?;
    let demands = cells.iter().map(|cell| cell.count).sum();
    let told = told(cells, value_of(conn, ANONYMITY_K).await?);
    let groups: Vec<_> = told.into_iter().filter_map(group).collect();
    let others = demands - groups.iter().map(|group| group.count).sum::<i64>();
    Ok(MarketOverview { at: db.world().now(), demands, groups, others })
}

fn group(cell: Cell) -> Option<MarketGroup> {
    let Cell { section, kind, amount_band, term_band, count, .. } = cell;
    Some(MarketGroup { section: section?, kind, amount_band, term_band, count })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(cells: &[(i64, i64)], unsorted: i64) -> Vec<i64> {
        let cell = |section: Option<IndustrySection>, count: i64, firms: i64| Cell {
            section,
            kind: FinancingKind::Equity,
            amount_band: AmountBand::of(jinqiao_kernel::Money::wan(100)),
            term_band: None,
            count,
            firms,
        };
        let sorted = cells.iter().map(|(count, firms)| cell(Some(IndustrySection::C), *count, *firms));
        let unsorted = (unsorted > 0).then(|| cell(None, unsorted, unsorted));
        told(sorted.chain(unsorted).collect(), 5).into_iter().map(|cell| cell.count).collect()
    }

    #[test]
    fn few_firms_are_not_told_nor_given_away() {
        for (cells, unsorted, left) in [
            (&[(9, 9), (7, 6)][..], 0, &[9, 7][..]),
            // One small cell would be the difference to the total: the smallest other goes with it.
            (&[(9, 9), (7, 6), (4, 4)], 0, &[9]),
            // Two small ones of three firms together are too few; five demands of one firm are, too.
            (&[(9, 9), (7, 6), (1, 1), (2, 2)], 0, &[9]),
            (&[(9, 9), (7, 6), (5, 1), (5, 1)], 0, &[9]),
            (&[(9, 9), (3, 3), (4, 4)], 0, &[9]),
            // Nine demands of one firm are one firm.
            (&[(9, 1), (8, 8), (7, 7)], 0, &[8]),
            (&[(9, 9)], 2, &[]),
            (&[(1, 1)], 0, &[]),
            (&[], 0, &[]),
        ] {
            assert_eq!(shown(cells, unsorted), left, "{cells:?}");
        }
    }
}

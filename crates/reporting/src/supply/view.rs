//! What the government sees of a demand. Nothing in it names the enterprise: that is asked for by itself, and noted.

use jinqiao_db::Db;
use jinqiao_financing::{
    demands::{Demand, MarketDemand, PublishedFilter, published_one, published_page},
    orders::{Matched, MatchedOrder, matched, matched_orders},
};
use jinqiao_kernel::{DateTime, DemandId, Money, Page, PageQuery, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A demand as institutions see it on the market, and what came of it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SupplyDemand {
    id: DemandId,
    demand: MarketDemand,
    /// A direct application for a product, which was not on the market.
    direct: bool,
    /// When the enterprise handed it in.
    submitted_at: Option<DateTime>,
    matched: Matched,
    /// Granted and accepted, fen.
    accepted_amount: Money,
    /// Paid out and confirmed, fen.
    disbursed_amount: Money,
}

/// A demand and everything that institutions did about it.
#[derive(Serialize, Deserialize, ToSchema)]
pub struct SupplyDemandDetail {
    #[serde(flatten)]
    demand: SupplyDemand,
    orders: Vec<MatchedOrder>,
    /// A consent of the enterprise tells its name; to see it is noted for the enterprise.
    may_name: bool,
}

impl SupplyDemand {
    fn new(mut row: Demand, matched: Matched) -> Self {
        // What nobody has checked for names is not shown.
        if row.published_at.is_none() {
            row.tags.0.clear();
        }
        Self {
            id: row.id,
            direct: row.direct,
            submitted_at: row.submitted_at,
            matched,
            accepted_amount: row.accepted_amount,
            disbursed_amount: row.disbursed_amount,
            demand: MarketDemand::new(row, 0, None),
        }
    }
}

/// What enterprises have looked for.
///
/// # Errors
/// `validation` for a filter or page that is none.
pub(super) async fn page(db: &Db, filter: &PublishedFilter, wanted: &PageQuery) -> Result<Page<SupplyDemand>> {
    let rows = published_page(db, filter, wanted).await?;
    let mut counts = matched(db.read(), rows.items.iter().map(|row| row.id)).await?;
    Ok(rows.map(|row| {
        let matched = counts.remove(&row.id).unwrap_or_default();
        SupplyDemand::new(row, matched)
    }))
}

/// One of them, with its orders.
///
/// # Errors
/// `not_found`.
pub(super) async fn detail(db: &Db, id: DemandId) -> Result<SupplyDemandDetail> {
    let row = published_one(db.read(), id).await?;
    let orders = matched_orders(db.read(), id).await?;
    let may_name = super::looks::naming(db, &orders).await?.is_some();
    let counts = matched(db.read(), [id]).await?.remove(&id).unwrap_or_default();
    Ok(SupplyDemandDetail { demand: SupplyDemand::new(row, counts), orders, may_name })
}

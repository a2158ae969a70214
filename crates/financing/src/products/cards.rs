//! The cards of the shelf, made from what the products say.

use super::{
    Card, FinancingKind, ProductContent, ProductState,
    entity::{
        product::{ActiveModel, Column, Entity},
        version,
    },
    store::{self, shelf_content},
};
use crate::lpr::LprQuote;
use jinqiao_db::{Db, Doc, Intent, Tx};
use jinqiao_kernel::{OrgId, ProductId, Result};
use sea_orm::{
    ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Set,
};
use std::collections::BTreeSet;

/// The card of a product that says `content`, with the figures by which lists are sorted and narrowed.
pub fn card_of(content: &ProductContent) -> ActiveModel {
    let card = Card::of(content);
    ActiveModel {
        rate_min: Set(card.rate_min),
        rate_max: Set(card.rate_max),
        cost_min: Set(card.annual_cost_min),
        card: Set(Some(Doc(card))),
        ..Default::default()
    }
}

/// So many products get a new rate in one write.
const AT_ONCE: u64 = 50;

/// Gives products that follow the LPR their rates by `quote`, those after `after` and so many at once.
///
/// # Errors
/// When the database fails.
pub async fn reprice(tx: &Tx, quote: &LprQuote, after: Option<ProductId>) -> Result<Option<ProductId>> {
    let open = Entity::find()
        .filter(Column::Kind.eq(FinancingKind::Debt))
        .filter(Column::State.ne(ProductState::Archived))
        .apply_if(after, |select, after| select.filter(Column::Id.gt(after)))
        .order_by_asc(Column::Id)
        .limit(AT_ONCE);
    let rows = open.lock_exclusive().all(tx.conn()).await?;
    let numbers = rows.iter().flat_map(|row| [Some(row.latest), row.shelf_version].map(|number| (row.id, number)));
    let wanted: BTreeSet<_> = numbers.filter_map(|(id, number)| Some((id, number?))).collect();
    let versions = store::versions_of(tx.conn(), wanted).await?;
    for row in &rows {
        // A version that names no LPR keeps its rates: nothing says from which quote they would follow.
        let linked = |version: &&version::Model| version.product_id == row.id && version.content.0.lpr_tenor.is_some();
        for version in versions.values().filter(linked) {
            let content = version.content.0.clone().priced(Some(quote));
            if content == version.content.0 {
                continue;
            }
            if row.shelf_version == Some(version.number) {
                ActiveModel { id: Set(row.id), ..card_of(&content) }.update(tx.conn()).await?;
            }
            let change = version::ActiveModel { content: Set(Doc(content)), ..Default::default() };
            store::save_version(tx, change, row.id, version.number).await?;
        }
    }
    Ok(rows.last().map(|row| row.id).filter(|_| rows.len() as u64 == AT_ONCE))
}

/// How many products on the shelf of each institution follow the LPR.
pub async fn following_lpr(conn: &impl ConnectionTrait) -> Result<Vec<(OrgId, i64)>> {
    let counted = Entity::find()
        .select_only()
        .column(Column::InstitutionId)
        .column_as(Column::Id.count(), "count")
        .filter(Column::OnShelf.eq(true))
        .filter(Column::Card.like("%\"rate_type\":\"lpr\"%"))
        .group_by(Column::InstitutionId)
        .order_by_asc(Column::InstitutionId);
    Ok(counted.into_tuple().all(conn).await?)
}

/// Makes the cards anew of products that were put on the shelf when cards said less; at most starts there are none.
///
/// # Errors
/// When the database fails.
pub async fn refresh_cards(db: &Db) -> Result<()> {
    let stale = Entity::find()
        .filter(Column::Kind.eq(FinancingKind::Debt))
        .filter(Column::CostMin.is_null())
        .filter(Column::ShelfVersion.is_not_null());
    let ids: Vec<ProductId> = stale.select_only().column(Column::Id).into_tuple().all(db.read()).await?;
    for id in ids {
        db.write(Intent::bookkeeping("products.refresh_card").on(id), |tx| async move {
            let row = store::lock_any(&tx, id).await?;
            let content = shelf_content(tx.conn(), &row).await?;
            ActiveModel { id: Set(id), ..card_of(&content) }.update(tx.conn()).await?;
            Ok(())
        })
        .await?;
    }
    Ok(())
}

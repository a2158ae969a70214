//! 成交案例: loans that were paid, as far as they may be told about together with others like them.

use super::{
    OrderState,
    entity::{Column, Entity},
};
use crate::{
    demands::{DemandColumn, Demands},
    products::{self, FinancingKind, ProductType},
};
use jinqiao_kernel::{DateTime, Money, OrgId, ProductId, Result};
use jinqiao_platform::{consents::taken_back, enterprises::IndustrySection, organizations};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::ExprTrait as _,
};
use std::collections::HashMap;

/// A loan that was paid and confirmed. Whose it is serves to count firms, and is told to nobody.
#[derive(Clone, Debug)]
pub struct PaidLoan {
    /// Whose.
    pub enterprise: OrgId,
    /// Of which industry, as the market showed it.
    pub section: IndustrySection,
    /// By which type of product.
    pub product_type: ProductType,
    /// Fen.
    pub amount: Money,
    /// When the demand was published, or the product applied for.
    pub began: DateTime,
    /// When the payment was recorded.
    pub paid: DateTime,
}

#[derive(FromQueryResult)]
struct Row {
    enterprise_id: OrgId,
    industry_section: Option<IndustrySection>,
    product_id: Option<ProductId>,
    disbursed_amount: Money,
    published_at: Option<DateTime>,
    opened_at: DateTime,
    disbursed_at: Option<DateTime>,
}

/// The newest loans that were paid since a moment, at most `most`: not those of firms that are suspended, nor those for which a firm has
/// taken back its consent.
///
/// # Errors
/// When the database fails.
pub async fn paid_loans(conn: &impl ConnectionTrait, since: DateTime, most: u64) -> Result<Vec<PaidLoan>> {
    let rows: Vec<Row> = Entity::find()
        .select_only()
        .columns([Column::EnterpriseId, Column::ProductId, Column::DisbursedAmount])
        .columns([Column::OpenedAt, Column::DisbursedAt])
        .columns([DemandColumn::IndustrySection, DemandColumn::PublishedAt])
        .inner_join(Demands)
        .filter(Column::Kind.eq(FinancingKind::Debt))
        .filter(Column::DisbursedAt.gte(since))
        .filter(Column::State.eq(OrderState::Closed))
        .filter(Column::EnterpriseId.not_in_subquery(organizations::suspended()))
        .filter(taken_back(Column::Id).not())
        .order_by_desc(Column::DisbursedAt)
        .limit(most)
        .into_model()
        .all(conn)
        .await?;
    let types: HashMap<ProductId, ProductType> =
        products::types(conn, rows.iter().filter_map(|row| row.product_id)).await?;
    let told = |row: Row| {
        Some(PaidLoan {
            enterprise: row.enterprise_id,
            section: row.industry_section?,
            product_type: *types.get(&row.product_id?)?,
            amount: row.disbursed_amount,
            began: row.published_at.unwrap_or(row.opened_at),
            paid: row.disbursed_at?,
        })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

//! Who dealt with whom and what came of it, for the network of who chose what (domain 2.11.2).

use super::{
    Offer, OrderState,
    entity::{Column, Entity},
    fields::OrderedProduct,
};
use crate::products::FinancingKind;
use jinqiao_db::{Doc, every};
use jinqiao_kernel::{DateTime, Money, OrgId, ProductId, Result};
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::ExprTrait as _,
};
use uuid::Uuid;

/// An order, as far as it tells what a firm chose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dealing {
    /// The firm.
    pub enterprise: OrgId,
    /// With whom.
    pub institution: OrgId,
    /// The product of a direct application; none for an offer on the market.
    pub product: Option<ProductId>,
    /// How far it came.
    pub state: OrderState,
    /// When anything last happened to it.
    pub at: DateTime,
}

/// Orders in which both sides did something: not those that an institution was only invited to, also where the demand ended meanwhile.
fn with_a_deed() -> sea_orm::Select<Entity> {
    let ended = Column::State.is_in([OrderState::Lost, OrderState::Withdrawn]);
    let nothing_said =
        Column::Offer.eq(Doc(None::<Offer>)).and(Column::Equity.is_null()).and(Column::ProductId.is_null());
    let only_asked = ended.and(nothing_said).and(Column::ContactedAt.is_null());
    Entity::find().filter(Column::State.is_not_in([OrderState::Invited, OrderState::Passed])).filter(only_asked.not())
}

/// As the database tells it, behind the order's id.
type Told = (Uuid, OrgId, OrgId, Option<ProductId>, OrderState, DateTime);

const TOLD: [Column; 5] =
    [Column::EnterpriseId, Column::InstitutionId, Column::ProductId, Column::State, Column::UpdatedAt];

fn dealing((_, enterprise, institution, product, state, at): Told) -> Dealing {
    Dealing { enterprise, institution, product, state, at }
}

/// All dealings of everybody, by the ids of their orders.
///
/// # Errors
/// When the database fails.
pub async fn dealings(conn: &impl ConnectionTrait) -> Result<Vec<Dealing>> {
    let mut list = vec![];
    every(conn, with_a_deed(), Column::Id, TOLD, |row| list.push(dealing(row))).await?;
    Ok(list)
}

/// All dealings of `firm`, in no order.
///
/// # Errors
/// When the database fails.
pub async fn dealings_of(conn: &impl ConnectionTrait, firm: OrgId) -> Result<Vec<Dealing>> {
    let own = with_a_deed().filter(Column::EnterpriseId.eq(firm)).select_only().column(Column::Id).columns(TOLD);
    let rows: Vec<Told> = own.into_tuple().all(conn).await?;
    Ok(rows.into_iter().map(dealing).collect())
}

/// What the product was called for which `firm` last applied, if it did.
pub async fn name_applied_for(conn: &impl ConnectionTrait, firm: OrgId, product: ProductId) -> Result<Option<String>> {
    let own = Entity::find().filter(Column::EnterpriseId.eq(firm)).filter(Column::ProductId.eq(product));
    let found =
        own.select_only().column(Column::Product).order_by_desc(Column::OpenedAt).order_by_desc(Column::Id).limit(1);
    let row: Option<Option<Doc<OrderedProduct>>> = found.into_tuple().one(conn).await?;
    Ok(row.flatten().map(|product| product.0.content.name))
}

/// Gives `take` the money that firms got: who, of which kind, how much (fen).
///
/// # Errors
/// When the database fails.
pub async fn each_paid_to_firms(
    conn: &impl ConnectionTrait,
    mut take: impl FnMut(OrgId, FinancingKind, Money),
) -> Result<()> {
    let paid = Entity::find()
        .filter(Column::State.is_in([OrderState::Disbursed, OrderState::Closed]))
        .filter(Column::DisbursedAmount.gt(Money::ZERO));
    let columns = [Column::EnterpriseId, Column::Kind, Column::DisbursedAmount];
    every(conn, paid, Column::Id, columns, |(_, firm, kind, amount): (Uuid, OrgId, FinancingKind, Money)| {
        take(firm, kind, amount);
    })
    .await
}

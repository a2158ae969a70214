//! The market: demands as institutions see them before consent (tier 1), and totals for everybody (tier 0).

use super::{
    DemandState,
    entity::{Column, Entity, Model},
    searched,
    store::by_ids,
};
use crate::loans::Repayment;
use crate::products::{FinancingKind, Guarantee, Stage, UseKind};
use jinqiao_db::{Db, Doc, LastMonths, page_of_column, typed};
use jinqiao_kernel::{DateTime, DemandId, Error, Money, NaiveDate, OrderId, Page, PageQuery, Rate, Result};
use jinqiao_platform::{
    enterprises::{IndustrySection, Masked, RevenueBand, ScoreGrade, StaffBand, Title, YearsBand},
    organizations,
};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder,
    QuerySelect, Select,
    sea_query::{Expr, ExprTrait, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use utoipa::{IntoParams, ToSchema};

/// A demand on the market. Nothing in it names the enterprise.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct MarketDemand {
    id: DemandId,
    no: String,
    state: DemandState,
    kind: FinancingKind,
    industry_section: Option<IndustrySection>,
    industry_division: Option<String>,
    amount: Money,
    accept_partial: bool,
    /// Debt only, months.
    term_months: Option<i32>,
    need_by: Option<NaiveDate>,
    use_kind: Option<UseKind>,
    public_text: String,
    guarantees: Vec<Guarantee>,
    rate_max: Option<Rate>,
    repayments: Vec<Repayment>,
    first_loan: bool,
    /// Equity only.
    round: Option<Stage>,
    /// Equity only: value before the money comes, fen.
    valuation: Option<Money>,
    /// Equity only: share that is offered, basis points.
    share_bp: Option<i32>,
    tags: Vec<String>,
    years_band: Option<YearsBand>,
    staff_band: Option<StaffBand>,
    revenue_band: Option<RevenueBand>,
    /// Park or district.
    place: Option<String>,
    titles: Vec<Title>,
    /// Of the innovation score, when the demand was published.
    score_grade: Option<ScoreGrade>,
    live_orders: i32,
    places_left: i64,
    published_at: Option<DateTime>,
    /// The reader's own order on it.
    mine: Option<MyOrder>,
}

/// The reader's own order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct MyOrder {
    /// The order; none where a colleague elsewhere in the institution handles it.
    pub order_id: Option<OrderId>,
    /// Its state, as the concept `orders` names it.
    pub state: String,
}

impl MarketDemand {
    /// The masked form of `row`; `places` is how many live orders it may have.
    pub fn new(row: Model, places: i64, mine: Option<MyOrder>) -> Self {
        let masked = row.masked.map(|masked| masked.0);
        let of_masked = masked.as_ref();
        Self {
            industry_section: of_masked.and_then(|m| m.industry_section),
            industry_division: of_masked.and_then(|m| m.industry_division.clone()),
            years_band: of_masked.and_then(|m| m.years_band),
            staff_band: of_masked.and_then(|m| m.staff_band),
            revenue_band: of_masked.and_then(|m| m.revenue_band),
            place: of_masked.and_then(|m| m.place.clone()),
            score_grade: of_masked.and_then(|m| m.score_grade),
            titles: masked.map(|m| m.titles).unwrap_or_default(),
            id: row.id,
            no: row.no,
            state: row.state,
            kind: row.kind,
            amount: row.amount.unwrap_or_default(),
            accept_partial: row.accept_partial,
            term_months: row.term_months,
            need_by: row.need_by,
            use_kind: row.use_kind,
            public_text: row.public_text.unwrap_or_default(),
            guarantees: row.guarantees.0,
            rate_max: row.rate_max,
            repayments: row.repayments.0,
            first_loan: row.first_loan,
            round: row.round,
            valuation: row.valuation,
            share_bp: row.share_bp,
            tags: row.tags.0,
            live_orders: row.live_orders,
            places_left: if row.state.takes_offers() && !row.direct {
                Ord::max(places - i64::from(row.live_orders), 0)
            } else {
                0
            },
            published_at: row.published_at,
            mine,
        }
    }
}

/// Order of the market's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum MarketSort {
    /// Newest first.
    #[default]
    #[serde(rename = "-published_at")]
    Newest,
    /// Smallest amount first.
    #[serde(rename = "amount")]
    Smallest,
    /// Largest amount first.
    #[serde(rename = "-amount")]
    Largest,
    /// Shortest term first.
    #[serde(rename = "term_months")]
    Shortest,
}

/// Which demands are wanted. Only fields that tier 1 shows.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct MarketFilter {
    kind: Option<FinancingKind>,
    section: Option<IndustrySection>,
    use_kind: Option<UseKind>,
    guarantee: Option<Guarantee>,
    /// At least, fen.
    amount_min: Option<i64>,
    /// At most, fen.
    amount_max: Option<i64>,
    /// At least, months.
    term_min: Option<i32>,
    /// At most, months.
    term_max: Option<i32>,
    first_loan: Option<bool>,
    /// Begins the number, with or without its hyphens, or is the end of a recent one; or stands in the public text or the tags.
    #[param(max_length = 60)]
    q: Option<String>,
    #[serde(default)]
    #[param(value_type = Option<String>, max_length = 40)]
    sort: MarketSort,
}

/// What `column` holds, so that neither engine takes an index on it.
fn walked(column: Column) -> SimpleExpr {
    Expr::col((Entity, column)).add(0)
}

/// Those of `demands` whose firms are not suspended.
fn of_open_firms(demands: Select<Entity>) -> Select<Entity> {
    demands.filter(Column::EnterpriseId.not_in_subquery(organizations::suspended()))
}

/// Demands on the market: not those of a firm that is suspended, whatever their state.
pub(super) fn offered() -> Select<Entity> {
    of_open_firms(Entity::find().filter(Column::OnMarket.eq(true)))
}

/// The market's list.
///
/// # Errors
/// When the page is out of range.
pub async fn market_page(db: &Db, filter: &MarketFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let mut select = offered();
    if let Some(kind) = filter.kind {
        select = select.filter(Column::Kind.eq(kind));
    }
    if let Some(section) = filter.section {
        select = select.filter(Column::IndustrySection.eq(section));
    }
    if let Some(use_kind) = filter.use_kind {
        select = select.filter(Column::UseKind.eq(use_kind));
    }
    if let Some(guarantee) = filter.guarantee {
        // The list is kept as JSON text, so a whole word in quotes is an exact member.
        select = select.filter(Column::Guarantees.contains(format!("\"{}\"", guarantee.to_value())));
    }
    // Newest first, the index of the list tells what is within a range; those on the ranges themselves would have all of it read and sorted.
    let newest = filter.sort == MarketSort::Newest;
    let of = |column: Column| if newest { walked(column) } else { Expr::col((Entity, column)) };
    if let Some(least) = filter.amount_min {
        select = select.filter(of(Column::Amount).gte(least));
    }
    if let Some(most) = filter.amount_max {
        select = select.filter(of(Column::Amount).lte(most));
    }
    if let Some(least) = filter.term_min {
        select = select.filter(of(Column::TermMonths).gte(least));
    }
    if let Some(most) = filter.term_max {
        select = select.filter(of(Column::TermMonths).lte(most));
    }
    if let Some(first_loan) = filter.first_loan {
        select = select.filter(Column::FirstLoan.eq(first_loan));
    }
    if let Some(words) = typed(filter.q.as_deref()) {
        select = select.filter(searched::called_public(db, words).await?);
    }
    let select = match filter.sort {
        MarketSort::Newest => select.order_by_desc(Column::PublishedAt),
        MarketSort::Smallest => select.order_by_asc(Column::Amount),
        MarketSort::Largest => select.order_by_desc(Column::Amount),
        MarketSort::Shortest => select.order_by_asc(Column::TermMonths),
    };
    let ids = page_of_column(db.read(), select.order_by_desc(Column::Id), Column::Id, wanted).await?;
    let mut rows = by_ids(db.read(), ids.items.iter().copied()).await?;
    ids.try_map(|id| rows.remove(&id).ok_or_else(Error::not_found))
}

/// A demand that was published; on the market or, for those who have an order on it, after it.
///
/// # Errors
/// `not_found`.
pub async fn on_market(conn: &impl ConnectionTrait, id: DemandId, known: bool) -> Result<Model> {
    let row = Entity::find_by_id(id).one(conn).await?.ok_or_else(Error::not_found)?;
    let open = row.on_market && organizations::check_open(conn, row.enterprise_id).await.is_ok();
    let visible = open || (known && row.published_at.is_some());
    if visible { Ok(row) } else { Err(Error::not_found()) }
}

/// How many demands were published in each of the last months.
///
/// # Errors
/// When the database fails.
pub async fn published_by_month(conn: &impl ConnectionTrait, months: &LastMonths) -> Result<Vec<i64>> {
    months.of(conn, Entity::find(), Column::PublishedAt, None).await
}

#[derive(FromQueryResult)]
struct Total {
    total: Option<i64>,
}

/// Sum of what was paid out and confirmed, fen. Cast, because PostgreSQL adds up bigints as numeric.
pub async fn disbursed(conn: &impl ConnectionTrait) -> Result<Money> {
    let total = Entity::find()
        .select_only()
        .column_as(Column::DisbursedAmount.sum().cast_as("bigint"), "total")
        .filter(Column::DisbursedAmount.gt(Money::ZERO))
        .into_model::<Total>()
        .one(conn)
        .await?;
    Ok(Money(total.and_then(|row| row.total).unwrap_or_default()))
}

/// How many demands that were published, or applied for directly, stand in each state. What a suspended firm is looking for does
/// not count until it is back.
pub async fn counts_by_state(conn: &impl ConnectionTrait) -> Result<Vec<(DemandState, i64)>> {
    let known = Condition::any().add(Column::PublishedAt.is_not_null()).add(Column::Direct.eq(true));
    let looking = [DemandState::Dispatched, DemandState::Open, DemandState::Negotiating];
    let present = Condition::any()
        .add(Column::State.is_not_in(looking))
        .add(Column::EnterpriseId.not_in_subquery(organizations::suspended()));
    let counted = Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .filter(known)
        .filter(present)
        .group_by(Column::State);
    Ok(counted.into_tuple().all(conn).await?)
}

/// A demand on the market, as far as it tells whether it is still the one that was read before.
#[derive(Clone, Debug, PartialEq)]
pub struct OnMarket {
    /// Which.
    pub id: DemandId,
    /// Its version. What is shown of its firm changes without a new one, because other firms come and go.
    pub version: i32,
    /// What is shown of its firm.
    pub masked: Option<Masked>,
    /// Live orders on it.
    pub live_orders: i32,
}

/// Those of the demands `ids` that are on the market.
pub async fn still_on_market(conn: &impl ConnectionTrait, ids: &[DemandId]) -> Result<Vec<Model>> {
    // Not as `offered`: by an index of what is on the market all of it might be read.
    let named = of_open_firms(Entity::find().filter(Column::Id.is_in(ids.iter().copied())));
    Ok(named.all(conn).await?.into_iter().filter(|row| row.on_market).collect())
}

/// Demands of one kind on the market with an amount within `amounts`, newest first, at most `most`; for the matching.
pub async fn on_market_of(
    conn: &impl ConnectionTrait,
    kind: FinancingKind,
    amounts: Option<RangeInclusive<Money>>,
    most: u64,
) -> Result<Vec<OnMarket>> {
    let mut select = offered().filter(Column::Kind.eq(kind));
    if let Some(amounts) = amounts {
        select = select.filter(walked(Column::Amount).between(*amounts.start(), *amounts.end()));
    }
    let newest = select.order_by_desc(Column::PublishedAt).order_by_desc(Column::Id).limit(most);
    let columns = [Column::Id, Column::Version, Column::Masked, Column::LiveOrders];
    let rows = newest.select_only().columns(columns).into_tuple::<(_, _, Option<Doc<Masked>>, _)>().all(conn).await?;
    let seen = |(id, version, masked, live_orders): (_, _, Option<Doc<Masked>>, _)| {
        let masked = masked.map(|masked| masked.0);
        OnMarket { id, version, masked, live_orders }
    };
    Ok(rows.into_iter().map(seen).collect())
}

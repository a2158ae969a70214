//! The shelf: products as everybody sees them.

use super::{
    Channel, EquityType, FinancingKind, Guarantee, ProductType, Stage,
    entity::{product, version},
    searched, store,
};
use jinqiao_db::{Db, page_of};
use jinqiao_kernel::{Error, NaiveDate, OrgId, Page, PageQuery, ProductId, Rate, Result, local_date};
use jinqiao_platform::{enterprises::IndustrySection, organizations};
use product::{Column, Entity, Model};
use sea_orm::{
    ActiveEnum, ColumnTrait, Condition, ConnectionTrait, EntityTrait, Iterable as _, Order, PaginatorTrait,
    QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select, sea_query::ExprTrait as _,
};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};
use utoipa::{IntoParams, ToSchema};

/// Order of the public list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum ShelfSort {
    /// Newest first.
    #[default]
    #[serde(rename = "-shelved_at")]
    Newest,
    /// Lowest yearly cost with all fees first.
    #[serde(rename = "rate")]
    Cheapest,
    /// Largest amount first.
    #[serde(rename = "-amount")]
    Largest,
    /// Fastest decision first.
    #[serde(rename = "decision")]
    Fastest,
}

/// Which products are wanted (plan: 产品类型，贷款渠道，贷款期限，担保方式，贷款额度，利率范围).
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
pub struct ShelfFilter {
    kind: Option<FinancingKind>,
    product_type: Option<ProductType>,
    equity_type: Option<EquityType>,
    channel: Option<Channel>,
    guarantee: Option<Guarantee>,
    stage: Option<Stage>,
    institution: Option<OrgId>,
    section: Option<IndustrySection>,
    /// The product gives at least so much, fen.
    amount_from: Option<i64>,
    /// The product gives so much or less, fen.
    amount_to: Option<i64>,
    /// The product runs at least so long, months.
    term_from: Option<i32>,
    /// The product runs so long or shorter, months.
    term_to: Option<i32>,
    /// Some rate of the product is at least this, 0.001 %.
    rate_from: Option<i32>,
    /// Some rate of the product is at most this, 0.001 %.
    rate_to: Option<i32>,
    first_loan: Option<bool>,
    online: Option<bool>,
    /// Words in name, description or institution.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Without it the newest first, or, where words are asked for, those that come nearest to them.
    #[param(value_type = Option<String>, max_length = 40)]
    sort: Option<ShelfSort>,
}

/// Products on the shelf on the day `today`; not those of an institution that is suspended.
fn offered(today: NaiveDate) -> Select<Entity> {
    let begun = Column::ValidFrom.is_null().or(Column::ValidFrom.lte(today));
    let lasting = Column::ValidTo.is_null().or(Column::ValidTo.gte(today));
    let open = Column::InstitutionId.not_in_subquery(organizations::suspended());
    Entity::find().filter(Column::OnShelf.eq(true)).filter(begun).filter(lasting).filter(open)
}

impl ShelfFilter {
    fn condition(&self) -> Condition {
        // A list is kept as JSON text, so a whole word in quotes is an exact member.
        let has = |column: Column, word: String| column.contains(format!("\"{word}\""));
        Condition::all()
            .add_option(self.kind.map(|kind| Column::Kind.eq(kind)))
            .add_option(self.product_type.map(|of| Column::ProductType.eq(of)))
            .add_option(self.equity_type.map(|of| Column::EquityType.eq(of)))
            .add_option(self.channel.map(|channel| Column::Channel.eq(channel)))
            .add_option(self.guarantee.map(|guarantee| has(Column::Guarantees, guarantee.to_value())))
            .add_option(self.stage.map(|stage| has(Column::Stages, stage.to_value())))
            .add_option(self.institution.map(|id| Column::InstitutionId.eq(id)))
            .add_option(self.section.map(|one| has(Column::Sections, one.to_value()).or(Column::Sections.eq("[]"))))
            .add_option(self.amount_from.map(|least| Column::AmountMax.gte(least)))
            .add_option(self.amount_to.map(|most| Column::AmountMin.lte(most)))
            .add_option(self.term_from.map(|least| Column::TermMax.gte(least)))
            .add_option(self.term_to.map(|most| Column::TermMin.lte(most)))
            .add_option(self.rate_from.map(|least| Column::RateMax.gte(least)))
            .add_option(self.rate_to.map(|most| Column::RateMin.lte(most)))
            .add_option(self.first_loan.map(|wanted| Column::FirstLoanFriendly.eq(wanted)))
            .add_option(self.online.map(|wanted| Column::PureOnline.eq(wanted)))
    }
}

/// The public list.
///
/// # Errors
/// When the page is out of range.
pub async fn page(db: &Db, filter: &ShelfFilter, wanted: &PageQuery) -> Result<Page<Model>> {
    let select = offered(local_date(db.world().now())).filter(filter.condition());
    let asked = searched::asked(db.read(), filter.q.as_deref().unwrap_or_default()).await?;
    let select = select.apply_if(asked.as_ref(), |select, asked| select.filter(asked.found(Column::Id)));
    let select = match (filter.sort, &asked) {
        (None, Some(asked)) => {
            let nearness = asked.nearness(Column::Id, &searched::KINDS);
            select.order_by(nearness, Order::Desc).order_by_desc(Column::ShelvedAt)
        }
        (sort, _) => sorted(select, sort.unwrap_or_default()),
    };
    page_of(db.read(), select.order_by_desc(Column::Id), wanted).await
}

fn sorted(select: Select<Entity>, sort: ShelfSort) -> Select<Entity> {
    match sort {
        ShelfSort::Newest => select.order_by_desc(Column::ShelvedAt),
        ShelfSort::Cheapest => select.filter(Column::CostMin.is_not_null()).order_by_asc(Column::CostMin),
        ShelfSort::Largest => select.order_by_desc(Column::AmountMax),
        ShelfSort::Fastest => select.filter(Column::DecisionDays.is_not_null()).order_by_asc(Column::DecisionDays),
    }
}

/// At which yearly rates loans on the shelf begin, rising, each with how many.
///
/// # Errors
/// When the database fails.
pub async fn lowest_rates(
    conn: &impl ConnectionTrait,
    today: NaiveDate,
    of: Option<ProductType>,
) -> Result<Vec<(Rate, i64)>> {
    let loans = offered(today).filter(Column::Kind.eq(FinancingKind::Debt)).filter(Column::RateMin.is_not_null());
    let loans = loans.apply_if(of, |loans, of| loans.filter(Column::ProductType.eq(of)));
    let counted = loans.select_only().column(Column::RateMin).column_as(Column::Id.count(), "products");
    Ok(counted.group_by(Column::RateMin).order_by_asc(Column::RateMin).into_tuple().all(conn).await?)
}

/// A product on the shelf, with its version there.
#[derive(Clone, Debug)]
pub struct Offered {
    /// The product.
    pub row: Model,
    /// Its version on the shelf.
    pub version: version::Model,
}

/// The product, if it is on the shelf today.
///
/// # Errors
/// `not_found`.
pub async fn on_shelf(conn: &impl ConnectionTrait, id: ProductId, today: NaiveDate) -> Result<Offered> {
    let row = offered(today).filter(Column::Id.eq(id)).one(conn).await?.ok_or_else(Error::not_found)?;
    let version = store::shelf_version(conn, &row).await?;
    Ok(Offered { row, version })
}

/// One of the institution's own products with the version that is, or last was, on the shelf.
///
/// # Errors
/// `not_found` when none ever was.
pub async fn own_offered(conn: &impl ConnectionTrait, institution: OrgId, id: ProductId) -> Result<Offered> {
    let row = store::own(conn, institution, id).await?;
    let version = store::shelf_version(conn, &row).await?;
    Ok(Offered { row, version })
}

/// How many products each institution has on the shelf, most first.
pub async fn institutions(conn: &impl ConnectionTrait, today: NaiveDate) -> Result<Vec<(OrgId, i64)>> {
    let counted = offered(today)
        .select_only()
        .column(Column::InstitutionId)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::InstitutionId)
        .order_by_desc(Column::Id.count())
        .order_by_asc(Column::InstitutionId);
    Ok(counted.into_tuple().all(conn).await?)
}

/// How many products are on the shelf (当前产品数).
pub async fn count_on_shelf(conn: &impl ConnectionTrait, today: NaiveDate) -> Result<u64> {
    Ok(offered(today).count(conn).await?)
}

/// The newest products that an institution has on the shelf and that pay out money, at most `most`.
pub async fn offered_by(
    conn: &impl ConnectionTrait,
    institution: OrgId,
    today: NaiveDate,
    most: u64,
) -> Result<Vec<Offered>> {
    newest(conn, offered(today).filter(Column::InstitutionId.eq(institution)), most).await
}

/// Products of one kind that are on the shelf and pay out money, each with its version there, newest first, at most `most`; for the
/// matching.
pub async fn versions_of_kind(
    conn: &impl ConnectionTrait,
    kind: FinancingKind,
    today: NaiveDate,
    most: u64,
) -> Result<Vec<(ProductId, i32)>> {
    let rows = newest_paying(offered(today).filter(Column::Kind.eq(kind)), most);
    let rows = rows.select_only().column(Column::Id).column(Column::ShelfVersion).into_tuple();
    let rows: Vec<(ProductId, Option<i32>)> = rows.all(conn).await?;
    Ok(rows.into_iter().filter_map(|(id, version)| Some((id, version?))).collect())
}

/// Which of the products `ids` are on the shelf, each with its version there.
pub async fn versions_on_shelf(
    conn: &impl ConnectionTrait,
    ids: impl IntoIterator<Item = ProductId>,
    today: NaiveDate,
) -> Result<HashSet<(ProductId, i32)>> {
    let rows =
        offered(today).filter(Column::Id.is_in(ids)).select_only().column(Column::Id).column(Column::ShelfVersion);
    let rows: Vec<(ProductId, Option<i32>)> = rows.into_tuple().all(conn).await?;
    Ok(rows.into_iter().filter_map(|(id, version)| Some((id, version?))).collect())
}

/// The products of `wanted` with those versions of them; in no order.
pub async fn in_versions(conn: &impl ConnectionTrait, wanted: &[(ProductId, i32)]) -> Result<Vec<Offered>> {
    let mut rows = HashMap::new();
    // One statement takes only so many values.
    for some in wanted.chunks(400) {
        let found = Entity::find().filter(Column::Id.is_in(some.iter().map(|(id, _)| *id))).all(conn).await?;
        rows.extend(found.into_iter().map(|row| (row.id, row)));
    }
    let versions = store::versions_of(conn, wanted.iter().copied()).await?;
    let offered = |((id, _), version): (_, _)| Some(Offered { row: rows.get(&id)?.clone(), version });
    Ok(versions.into_iter().filter_map(offered).collect())
}

fn newest_paying(select: Select<Entity>, most: u64) -> Select<Entity> {
    let sureties = Column::ProductType.is_in(ProductType::iter().filter(|of| !of.pays()));
    let paying = select.filter(Condition::any().add(Column::ProductType.is_null()).add(sureties.not()));
    paying.order_by_desc(Column::ShelvedAt).order_by_desc(Column::Id).limit(most)
}

async fn newest(conn: &impl ConnectionTrait, select: Select<Entity>, most: u64) -> Result<Vec<Offered>> {
    let rows = newest_paying(select, most).all(conn).await?;
    let wanted = rows.iter().filter_map(|row| Some((row.id, row.shelf_version?)));
    let mut versions = store::versions_of(conn, wanted).await?;
    let with_version = |row: Model| {
        let version = versions.remove(&(row.id, row.shelf_version?))?;
        Some(Offered { row, version })
    };
    Ok(rows.into_iter().filter_map(with_version).collect())
}

//! 贷后情况 for government, supervisor and operator: what each institution has lent, and how it is repaid. No enterprise is named.

use super::{
    entity::{Column, Entity},
    grants::LOANS_OVERSIGHT,
    model::{DrawState, OverdueStage},
};
use axum::extract::State;
use jinqiao_db::shared;
use jinqiao_http::{Answer, AnyUser, AppState, Json, Query, Routes, guarded};
use jinqiao_kernel::{Money, NaiveDate, OrgId, Page, PageQuery, Result, local_date};
use jinqiao_platform::organizations;
use sea_orm::{
    ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select,
    sea_query::{Expr, ExprTrait as _, Func, SimpleExpr},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_axum::routes;

/// What is late in one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LateLoans {
    /// Loans.
    pub count: i64,
    /// Principal that they still owe, fen.
    pub owed: Money,
}

/// The loans of an institution, or of all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct LoanBook {
    /// Loans that run.
    pub running: i64,
    /// Loans that are settled.
    pub settled: i64,
    /// Everything that was paid out, fen.
    pub drawn: Money,
    /// Principal that is owed, fen.
    pub owed: Money,
    /// Loans that end within 30 days, and what they owe.
    pub maturing: LateLoans,
    /// 1 to 30 days late.
    pub late_30: LateLoans,
    /// 31 to 90 days late.
    pub late_90: LateLoans,
    /// More than 90 days late.
    pub late_more: LateLoans,
}

/// The loans of an institution.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct InstitutionLoans {
    id: OrgId,
    name: String,
    #[serde(flatten)]
    book: LoanBook,
}

/// The loans of all institutions, and of each that has some.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
pub struct LoanOverview {
    /// The day for which it holds.
    as_of: NaiveDate,
    total: LoanBook,
    institutions: Page<InstitutionLoans>,
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(guarded(LOANS_OVERSIGHT, routes!(overview)))
}

/// What institutions have lent, and how it is repaid; the largest first.
#[utoipa::path(get, path = "/oversight/loans", tag = "servicing", params(PageQuery), responses((status = 200, body = LoanOverview)))]
async fn overview(
    State(app): State<AppState>,
    _: AnyUser,
    Query(page): Query<PageQuery>,
) -> Answer<Json<LoanOverview>> {
    let as_of = local_date(app.db.world().now());
    let (conn, (page, size)) = (app.db.read(), page.check()?);
    // All loans are summed for it, the same for everybody who may read it.
    let summed = async {
        let total = total(conn, as_of).await?;
        let institutions = institutions(conn, as_of, page, size).await?;
        Ok(LoanOverview { as_of, total, institutions })
    };
    Ok(Json(shared(conn, &format!("{as_of} {page} {size}"), summed).await?))
}

/// Columns of a book, as the database adds them up.
#[derive(FromQueryResult)]
struct Sums {
    institution_id: Option<OrgId>,
    running: i64,
    settled: i64,
    drawn: i64,
    owed: i64,
    maturing: i64,
    maturing_owed: i64,
    late_30: i64,
    late_30_owed: i64,
    late_90: i64,
    late_90_owed: i64,
    late_more: i64,
    late_more_owed: i64,
}

/// The sum of `value` over the rows for which `condition` holds. PostgreSQL adds up to a wider type.
fn sum(condition: SimpleExpr, value: SimpleExpr) -> SimpleExpr {
    let counted = Expr::case(condition, value).finally(0);
    Func::coalesce([Expr::expr(counted).sum(), 0.into()]).cast_as("bigint")
}

/// The sums over all loans that were paid out, by no or one institution.
fn sums(as_of: NaiveDate) -> Select<Entity> {
    let running = || Column::State.eq(DrawState::Running);
    let maturing = || running().and(Column::MaturesOn.lte(as_of + chrono::TimeDelta::days(30)));
    let late = |stage: OverdueStage| running().and(Column::Stage.eq(stage));
    let one = || Expr::val(1);
    let owed = || Expr::col(Column::Owed);
    let mut select = Entity::find().select_only().filter(Column::State.is_in([DrawState::Running, DrawState::Settled]));
    let columns = [
        ("running", sum(running(), one())),
        ("settled", sum(Column::State.eq(DrawState::Settled), one())),
        ("drawn", sum(Expr::val(1).eq(1), Expr::col(Column::Amount))),
        ("owed", sum(running(), owed())),
        ("maturing", sum(maturing(), one())),
        ("maturing_owed", sum(maturing(), owed())),
        ("late_30", sum(late(OverdueStage::Early), one())),
        ("late_30_owed", sum(late(OverdueStage::Early), owed())),
        ("late_90", sum(late(OverdueStage::Middle), one())),
        ("late_90_owed", sum(late(OverdueStage::Middle), owed())),
        ("late_more", sum(late(OverdueStage::Long), one())),
        ("late_more_owed", sum(late(OverdueStage::Long), owed())),
    ];
    for (name, value) in columns {
        select = select.expr_as(value, name);
    }
    select
}

impl From<Sums> for LoanBook {
    fn from(sums: Sums) -> Self {
        let loans = |count, owed| LateLoans { count, owed: Money(owed) };
        Self {
            running: sums.running,
            settled: sums.settled,
            drawn: Money(sums.drawn),
            owed: Money(sums.owed),
            maturing: loans(sums.maturing, sums.maturing_owed),
            late_30: loans(sums.late_30, sums.late_30_owed),
            late_90: loans(sums.late_90, sums.late_90_owed),
            late_more: loans(sums.late_more, sums.late_more_owed),
        }
    }
}

async fn total(conn: &impl ConnectionTrait, as_of: NaiveDate) -> Result<LoanBook> {
    let nobody = Expr::val(Option::<uuid::Uuid>::None);
    let total = sums(as_of).expr_as(nobody, "institution_id").into_model::<Sums>().one(conn).await?;
    Ok(total.map(LoanBook::from).unwrap_or_default())
}

async fn institutions(
    conn: &impl ConnectionTrait,
    as_of: NaiveDate,
    page: u64,
    size: u64,
) -> Result<Page<InstitutionLoans>> {
    let lenders = Entity::find().select_only().column(Column::InstitutionId).distinct();
    let lenders = lenders.filter(Column::State.is_in([DrawState::Running, DrawState::Settled]));
    let total = lenders.into_tuple::<OrgId>().all(conn).await?.len();
    let grouped = sums(as_of).column(Column::InstitutionId).group_by(Column::InstitutionId);
    let largest = grouped.order_by_desc(Expr::col("drawn")).order_by_asc(Column::InstitutionId);
    let rows = largest.limit(size).offset((page - 1) * size).into_model::<Sums>().all(conn).await?;
    let orgs = organizations::names(conn, rows.iter().filter_map(|row| row.institution_id)).await?;
    let items = rows.into_iter().filter_map(|row| {
        let id = row.institution_id?;
        let name = orgs.get(&id).map(|org| org.name.clone()).unwrap_or_default();
        Some(InstitutionLoans { id, name, book: row.into() })
    });
    let items = items.collect();
    Ok(Page { items, total: u64::try_from(total).unwrap_or(u64::MAX), capped: false, page, size })
}

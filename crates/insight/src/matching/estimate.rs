//! 测一测能贷多少: what a visitor answers to five questions, compared with the loans on the shelf. Nothing of it is kept.

use super::{
    describe::{self, Said},
    indicative::Figures,
    service, texts,
    view::DemandMatches,
};
use axum::extract::State;
use jinqiao_financing::{demands::Draft, products::FinancingKind};
use jinqiao_http::{Answer, AppState, Json, Query, Routes, public};
use jinqiao_kernel::{Checks, Money, Result};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::routes;

/// The largest sum that is asked for or stated: 100 亿元.
const MOST: i64 = 1_000_000;

/// What it wants: a million yuan for a year, unless it says something else.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(default)]
struct Wanted {
    /// Fen.
    #[param(minimum = 1)]
    amount: Money,
    /// Months.
    #[param(minimum = 1, maximum = 360)]
    term: i32,
}

impl Default for Wanted {
    fn default() -> Self {
        Self { amount: Money::wan(100), term: 12 }
    }
}

/// Routes of this part.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(estimate)))
}

/// Loans that suit what a visitor says, with indicative amounts from their rule sheets as far as the answers go.
#[utoipa::path(get, path = "/matching/estimate", tag = "matching", params(Wanted, Said), responses((status = 200, body = DemandMatches)))]
async fn estimate(
    State(app): State<AppState>,
    Query(wanted): Query<Wanted>,
    Query(firm): Query<Said>,
) -> Answer<Json<DemandMatches>> {
    check(&wanted, &firm)?;
    let draft = Draft { amount: Some(wanted.amount), term_months: Some(wanted.term), ..Draft::default() };
    let figures = Figures::said_by_visitor(&draft, &firm);
    let wish = describe::said(&draft, &firm);
    let asked = texts::Asked { words: "", published: None };
    let found = service::products_for(&app.db, None, FinancingKind::Debt, &wish, asked, Some(&figures)).await?;
    Ok(Json(found.for_visitor()))
}

fn check(wanted: &Wanted, firm: &Said) -> Result<()> {
    let fits = |money: Money| (0..=Money::wan(MOST).0).contains(&money.0);
    let mut checks = Checks::new();
    checks.that("amount", wanted.amount > Money::ZERO && fits(wanted.amount), "请填写 100 亿元以内的金额");
    checks.that("term", (1..=360).contains(&wanted.term), "请填写 1 至 360 个月");
    checks.that("age_months", firm.age_months.is_none_or(|age| (0..=2_400).contains(&age)), "请填写 200 年以内的年限");
    checks.that("revenue", firm.revenue.is_none_or(fits), "请填写 100 亿元以内的金额");
    checks.that("tax_paid", firm.tax_paid.is_none_or(fits), "请填写 100 亿元以内的金额");
    checks.done()
}

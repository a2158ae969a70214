//! The calculator (还款计算器): everybody may ask what a loan costs.

use super::{Fee, Loan, LoanCosts, ProductFee, Repayment, check_fees, check_product_fees};
use jinqiao_http::{Answer, Json, Routes, public};
use jinqiao_kernel::{Checks, Money, Rate, Result};
use serde::Deserialize;
use utoipa::ToSchema;
use utoipa_axum::routes;

/// Routes of this concept.
pub fn routes() -> Routes {
    Routes::new().routes(public(routes!(costs)))
}

/// A loan whose cost is wanted.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LoanQuery {
    /// Fen.
    amount: Money,
    /// Yearly, 0.001 %.
    rate: Rate,
    /// Months.
    term_months: i32,
    /// Way of repaying.
    repayment: Repayment,
    /// Fees in fen.
    #[serde(default)]
    #[schema(max_items = 10)]
    fees: Vec<Fee>,
    /// Fees as a product states them.
    #[serde(default)]
    #[schema(max_items = 10)]
    product_fees: Vec<ProductFee>,
}

impl LoanQuery {
    fn costs(&self) -> Result<LoanCosts> {
        let mut checks = Checks::new();
        checks
            .range("amount", self.amount, Money(1)..=Money::wan(10_000_000), "金额须大于零且不超过 1000 亿元")
            .range("rate", self.rate, Rate(0)..=Rate(100_000), "年利率须在 0 至 100% 之间")
            .range("term_months", self.term_months, 1..=360, "期限须在 1 至 360 个月之间");
        check_fees(&mut checks, &self.fees, self.amount, self.term_months);
        check_product_fees(&mut checks, &self.product_fees);
        checks.done()?;
        let of_product = self.product_fees.iter().map(|fee| fee.of(self.amount));
        let fees: Vec<Fee> = self.fees.iter().cloned().chain(of_product).collect();
        let Self { amount, rate, term_months, repayment, .. } = *self;
        Ok(Loan { amount, rate, months: term_months, repayment, fees: &fees }.costs())
    }
}

/// What a loan costs. Nothing is kept.
#[utoipa::path(post, path = "/loan-costs", tag = "loans", request_body = LoanQuery, responses((status = 200, body = LoanCosts)))]
async fn costs(Json(query): Json<LoanQuery>) -> Answer<Json<LoanCosts>> {
    Ok(Json(query.costs()?))
}

//! What lists show of a product, kept beside its state.

use super::{Channel, EquityType, Guarantee, ProductContent, ProductType, RateType, Stage};
use jinqiao_kernel::{Money, Rate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a list shows of a product: money in fen, rates in 0.001 %, terms in months.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[expect(missing_docs, reason = "see ProductContent, from which these come")]
pub struct Card {
    pub name: String,
    pub summary: String,
    pub product_type: Option<ProductType>,
    pub channel: Option<Channel>,
    pub equity_type: Option<EquityType>,
    pub stages: Vec<Stage>,
    pub amount_min: Option<Money>,
    pub amount_max: Option<Money>,
    pub term_min: Option<i32>,
    pub term_max: Option<i32>,
    pub rate_type: Option<RateType>,
    pub rate_min: Option<Rate>,
    pub rate_max: Option<Rate>,
    /// Yearly cost of the cheapest loan with all fees.
    pub annual_cost_min: Option<Rate>,
    pub guarantees: Vec<Guarantee>,
    /// Days to the decision, at most.
    pub decision_days: Option<i32>,
    pub first_loan_friendly: bool,
    pub pure_online: bool,
    pub subsidised: bool,
    pub risk_pool: bool,
    /// An enterprise sees an indicative amount for its demand (支持在线测算额度).
    #[serde(default)]
    #[schema(required)]
    pub estimates: bool,
}

impl Card {
    /// The card of a product that says `content`.
    pub fn of(content: &ProductContent) -> Self {
        Self {
            name: content.name.clone(),
            summary: content.summary.clone(),
            product_type: content.product_type,
            channel: content.channel,
            equity_type: content.equity_type,
            stages: content.stages.clone(),
            amount_min: content.amount_min,
            amount_max: content.amount_max,
            term_min: content.term_min,
            term_max: content.term_max,
            rate_type: content.rate_type,
            rate_min: content.rate_min,
            rate_max: content.rate_max,
            annual_cost_min: content.annual_cost_min(),
            guarantees: content.guarantees.clone(),
            decision_days: content.decision_days(),
            first_loan_friendly: content.first_loan_friendly,
            pure_online: content.pure_online,
            subsidised: content.subsidised,
            risk_pool: content.risk_pool,
            estimates: content.sheet.is_some(),
        }
    }
}

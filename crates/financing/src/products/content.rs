//! What an institution writes into a product (domain 3.2, 3.3). A draft may be incomplete; what is there must make sense.

use super::{Channel, EquityType, FinancingKind, Guarantee, LeadRole, ProductType, RateType, Stage, UseKind};
use crate::{
    loans::{Loan, ProductFee, Repayment},
    lpr::{LprLink, LprQuote, LprTenor},
};
use jinqiao_kernel::{Day, Money, Rate, Text};
use jinqiao_platform::enterprises::{RiskKind, TaxGrade, Title};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Everything that a product says of itself. Money in fen, rates in 0.001 % a year, terms in months.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ProductContent {
    /// Debt or equity; never changes.
    pub kind: FinancingKind,
    /// Name.
    #[schema(max_length = 40)]
    pub name: String,
    /// One sentence for lists.
    #[schema(max_length = 60)]
    pub summary: String,
    /// In detail.
    #[schema(max_length = 2000)]
    pub description: String,
    /// Least amount; the least ticket of a fund.
    pub amount_min: Option<Money>,
    /// Most; the largest ticket of a fund.
    pub amount_max: Option<Money>,
    /// Industries served, as codes of GB/T 4754 (section, division, group or class); empty for all.
    #[schema(max_items = 30, value_type = Vec<Text<4>>)]
    pub industries_in: Vec<String>,
    /// Industries not served.
    #[schema(max_items = 30, value_type = Vec<Text<4>>)]
    pub industries_out: Vec<String>,
    /// Districts or parks served; empty for all.
    #[schema(max_items = 10, value_type = Vec<Text<20>>)]
    pub regions: Vec<String>,
    /// The firm's age at least, months.
    pub age_min_months: Option<i32>,
    /// Its yearly revenue at least, fen.
    pub revenue_min: Option<Money>,
    /// Any of these titles is needed; empty for none.
    pub titles_any: Vec<Title>,
    /// Firms with one of these risks unrepaired are not served (负面清单).
    pub negative_list: Vec<RiskKind>,
    /// What has to be handed in.
    #[schema(max_items = 20, value_type = Vec<Text<60>>)]
    pub materials: Vec<String>,
    /// How it goes, step by step.
    #[schema(max_items = 10, value_type = Vec<Text<100>>)]
    pub steps: Vec<String>,
    /// Total that can be given under this product, fen.
    pub quota: Option<Money>,
    /// Offered from this day on.
    pub valid_from: Option<Day>,
    /// Offered until this day.
    pub valid_to: Option<Day>,
    /// Whom to ask.
    #[schema(max_length = 30)]
    pub contact_name: String,
    /// The phone there.
    #[schema(max_length = 30)]
    pub contact_phone: String,

    /// Debt: type.
    pub product_type: Option<ProductType>,
    /// Debt: channel.
    pub channel: Option<Channel>,
    /// Debt: shortest term.
    pub term_min: Option<i32>,
    /// Debt: longest term.
    pub term_max: Option<i32>,
    /// Debt: securities accepted.
    pub guarantees: Vec<Guarantee>,
    /// Debt: how the rate is set.
    pub rate_type: Option<RateType>,
    /// Debt: which LPR the rates follow; the platform computes them then, and anew when the LPR changes.
    pub lpr_tenor: Option<LprTenor>,
    /// Debt: basis points above (or below) the LPR of the lowest rate …
    pub lpr_spread: Option<i32>,
    /// … and of the highest.
    pub lpr_spread_max: Option<i32>,
    /// Debt: lowest rate, simple interest.
    pub rate_min: Option<Rate>,
    /// Debt: highest rate.
    pub rate_max: Option<Rate>,
    /// Debt: everything that costs beside the interest.
    pub fees: Vec<ProductFee>,
    /// Debt: ways of repaying.
    pub repayments: Vec<Repayment>,
    /// Debt: what the money may be used for; empty for anything lawful.
    pub uses: Vec<UseKind>,
    /// Debt: taxes paid in a year at least, fen.
    pub tax_min: Option<Money>,
    /// Debt: tax grade at least.
    pub tax_grade_min: Option<TaxGrade>,
    /// Debt: innovation score (创新积分) at least.
    pub score_min: Option<i32>,
    /// Debt: welcomes firms that never had a loan (首贷友好).
    pub first_loan_friendly: bool,
    /// Debt: without a visit (纯线上).
    pub pure_online: bool,
    /// Debt: working days from the confirmation to the decision, at most.
    pub decision_wd: Option<i32>,
    /// Debt: working days from the acceptance to the payment, at most.
    pub disburse_wd: Option<i32>,
    /// Debt: a risk pool shares the loss (风险补偿资金池) …
    pub risk_pool: bool,
    /// … this one.
    #[schema(max_length = 60)]
    pub risk_pool_name: Option<String>,
    /// Debt: the interest is subsidised (贴息).
    pub subsidised: bool,
    /// Debt: rule sheet for the indicative amount (测算规则); only the institution and the operator read it.
    #[schema(max_length = 4000)]
    pub sheet: Option<String>,

    /// Equity: type.
    pub equity_type: Option<EquityType>,
    /// Equity: name of the fund.
    #[schema(max_length = 60)]
    pub fund_name: Option<String>,
    /// Equity: its manager.
    #[schema(max_length = 60)]
    pub manager: Option<String>,
    /// Equity: number under which it is filed (备案号).
    #[schema(max_length = 60)]
    pub filing_no: Option<String>,
    /// Equity: rounds it takes part in.
    pub stages: Vec<Stage>,
    /// Equity: least share wanted, basis points.
    pub share_min: Option<i32>,
    /// Equity: largest share.
    pub share_max: Option<i32>,
    /// Equity: leads or follows.
    pub lead_role: Option<LeadRole>,
    /// Equity: weeks to the decision.
    pub decision_weeks: Option<i32>,
    /// Equity: how it wants to leave again (退出偏好).
    #[schema(max_length = 200)]
    pub exit_preference: Option<String>,
    /// Equity: firms it has invested in (投资案例).
    #[schema(max_items = 20, value_type = Vec<Text<40>>)]
    pub portfolio: Vec<String>,
}

impl ProductContent {
    /// Days to the decision, at most: working days of a loan, five for each week of a fund.
    pub fn decision_days(&self) -> Option<i32> {
        self.decision_wd.or_else(|| self.decision_weeks.map(|weeks| weeks.saturating_mul(5)))
    }

    /// Does it pay out money, so that it is matched with demands for financing?
    pub fn pays(&self) -> bool {
        self.product_type.is_none_or(ProductType::pays)
    }

    /// With the rates that follow from the LPR, where they do; none of them without a `quote`. A fixed rate names no LPR.
    #[must_use]
    pub fn priced(mut self, quote: Option<&LprQuote>) -> Self {
        if self.rate_type == Some(RateType::Lpr) {
            let rate = |spread: Option<i32>| Some(LprLink { tenor: self.lpr_tenor?, spread: spread? }.rate(quote?));
            (self.rate_min, self.rate_max) = (rate(self.lpr_spread), rate(self.lpr_spread_max));
        } else {
            (self.lpr_tenor, self.lpr_spread, self.lpr_spread_max) = (None, None, None);
        }
        self
    }

    /// What everybody may read: without the sheet.
    pub fn in_public(self) -> Self {
        Self { sheet: None, ..self }
    }
}

impl ProductContent {
    /// Yearly cost of the cheapest loan: the largest amount at the lowest rate over one year, or over the nearest term that the
    /// product has (综合年化成本起). None while figures are missing, and for equity.
    pub fn annual_cost_min(&self) -> Option<Rate> {
        let months = 12.clamp(self.term_min?, self.term_max?.max(self.term_min?));
        self.annual_cost(self.amount_max?, self.rate_min?, months, &[])
    }

    /// Yearly cost of a loan of `amount` at `rate` over `months` with all fees, repaid in the cheapest of the `wanted` ways that the
    /// product has, or of all its ways where it has none of them. None before it names a way.
    pub fn annual_cost(&self, amount: Money, rate: Rate, months: i32, wanted: &[Repayment]) -> Option<Rate> {
        let fees: Vec<_> = self.fees.iter().map(|fee| fee.of(amount)).collect();
        let of = |way: &Repayment| Loan { amount, rate, months, repayment: *way, fees: &fees }.annual_cost();
        let both = self.repayments.iter().filter(|way| wanted.contains(way)).map(of).min();
        both.or_else(|| self.repayments.iter().map(of).min())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loans::{FeeBasis, FeePayee, FeeTiming};

    #[test]
    fn the_cheapest_loan_is_one_over_a_year() {
        let fee = |timing, basis, value| ProductFee {
            name: "担保费".into(),
            payee: FeePayee::Guarantor,
            timing,
            basis,
            value,
        };
        let yearly = fee(FeeTiming::Yearly, FeeBasis::Share, 1_000);
        let once = fee(FeeTiming::Upfront, FeeBasis::Fixed, 500_000);
        let content = |term_min, term_max, repayments: &[Repayment]| ProductContent {
            amount_max: Some(Money::wan(100)),
            rate_min: Some(Rate(4_000)),
            term_min,
            term_max,
            repayments: repayments.to_vec(),
            fees: vec![yearly.clone(), once.clone()],
            ..ProductContent::default()
        };
        let (later, level) = (Repayment::InterestFirst, Repayment::EqualInstallment);
        for (term_min, term_max, repayments, cost) in [
            (Some(1), Some(36), vec![later], Some(5_545)),
            (Some(24), Some(36), vec![later], Some(5_293)),
            (Some(1), Some(6), vec![later], Some(6_035)),
            (Some(1), Some(36), vec![level, later], Some(5_545)),
            (Some(1), Some(36), vec![level], Some(6_826)),
            (Some(1), Some(36), vec![], None),
            (None, Some(6), vec![later], None),
        ] {
            let found = content(term_min, term_max, &repayments).annual_cost_min();
            assert_eq!(found, cost.map(Rate), "{term_min:?} {term_max:?} {repayments:?}");
        }
        let both = content(Some(1), Some(36), &[later, level]);
        let of = |wanted: &[Repayment]| both.annual_cost(Money::wan(100), Rate(4_000), 12, wanted);
        assert_eq!((of(&[level]), of(&[Repayment::Bullet])), (Some(Rate(6_826)), Some(Rate(5_545))));
    }
}

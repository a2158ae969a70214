//! What is written into an equity order: offer, term sheet, tranches (domain 2.12, 3.10). No rate, security or repayment.

use chrono::TimeDelta;
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, ProductId, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An indicative offer to invest (投资意向), made with the grab. Not yet a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EquityOffer {
    /// The institution's product under which it is made; none where it fits no product.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// Fen; at most what is demanded.
    pub amount: Money,
    /// Value of the firm before the money comes (投前估值), fen.
    pub pre_money: Money,
    /// Words to the enterprise.
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

/// What the investor commits to (投资条款书).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TermSheet {
    /// Fen.
    pub amount: Money,
    /// Value of the firm before the money comes, fen.
    pub pre_money: Money,
    /// Conditions in words: governance, vesting, milestones.
    #[schema(max_length = 1000)]
    pub conditions: Option<String>,
    /// The enterprise may accept until this day.
    pub valid_until: Day,
}

/// One payment of the investor (到账).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Tranche {
    /// Day of payment.
    pub paid_on: Day,
    /// Fen; all tranches together at most what was agreed.
    pub amount: Money,
    /// Number of the bank's voucher.
    pub voucher_no: String,
}

/// Everything that an equity order holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct EquityDeal {
    /// Made with the grab; none in a direct application.
    pub offer: Option<EquityOffer>,
    /// After the decision.
    pub term_sheet: Option<TermSheet>,
    /// Payments so far, oldest first.
    pub tranches: Vec<Tranche>,
}

/// Share of the firm that `amount` buys at `pre_money`, in basis points, rounded half up: amount ÷ (pre-money + amount).
pub fn share_bp(amount: Money, pre_money: Money) -> i32 {
    let whole = i128::from(pre_money.0) + i128::from(amount.0);
    if amount.0 <= 0 || whole <= 0 {
        return 0;
    }
    let share = (2 * i128::from(amount.0) * 10_000 + whole) / (2 * whole);
    i32::try_from(share).unwrap_or(10_000)
}

fn check_terms(checks: &mut Checks, amount: Money, pre_money: Money, most: Money) {
    checks
        .range("amount", amount, Money::wan(1)..=most, &format!("金额须在 1 万元至 {most}之间"))
        .range("pre_money", pre_money, Money::wan(1)..=Money::wan(10_000_000), "投前估值须在 1 万元至 1000 亿元之间")
        .that("pre_money", share_bp(amount, pre_money) < 10_000, "投前估值过低，投资后原股东将没有股份");
}

impl EquityOffer {
    /// Checks an offer on a demand of `demanded`.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money) -> Result<()> {
        let mut checks = Checks::new();
        check_terms(&mut checks, self.amount, self.pre_money, demanded);
        checks.optional_text("note", self.note.as_deref(), 500).done()
    }
}

impl TermSheet {
    /// Checks a term sheet on a demand of `demanded`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        check_terms(&mut checks, self.amount, self.pre_money, demanded);
        let latest = today + TimeDelta::days(180);
        checks
            .optional_text("conditions", self.conditions.as_deref(), 1_000)
            .range("valid_until", *self.valid_until, today..=latest, "有效期须在今天至 180 天之内")
            .done()
    }
}

impl Tranche {
    /// Checks a payment of which at most `left` is still agreed; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, left: Money, today: NaiveDate) -> Result<()> {
        let earliest = today - TimeDelta::days(365);
        Checks::new()
            .range("amount", self.amount, Money(1)..=left, &format!("到账金额须大于零，且不超过尚未到账的 {left}"))
            .range("paid_on", *self.paid_on, earliest..=today, "到账日期须在过去一年之内，且不晚于今天")
            .line("voucher_no", &self.voucher_no, 3..=60)
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_share_is_amount_over_post_money() {
        for (amount, pre, want) in
            [(1_000, 4_000, 2_000), (500, 9_500, 500), (1, 2, 3_333), (0, 100, 0), (100, 0, 10_000)]
        {
            assert_eq!(share_bp(Money::wan(amount), Money::wan(pre)), want, "{amount} at {pre}");
        }
        assert_eq!(share_bp(Money(i64::MAX), Money(i64::MAX)), 5_000);
    }

    #[test]
    fn a_worthless_firm_is_no_term() {
        let offer = EquityOffer { product_id: None, amount: Money::wan(10_000), pre_money: Money(1), note: None };
        let error = offer.check(Money::wan(10_000)).expect_err("all of the firm");
        assert!(error.fields().iter().all(|field| field.field == "pre_money"));
    }
}

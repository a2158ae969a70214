//! What is written into an order: offer, contact, decision, refusal, disbursement (domain 3.10).

use crate::products::{Guarantee, ProductContent, Repayment};
use chrono::{Months, TimeDelta};
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, ProductId, Rate, Result, all_in_annual_cost};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The product under which an order was opened, as it was then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OrderedProduct {
    /// The product.
    pub id: ProductId,
    /// Number of the version.
    pub number: i32,
    /// What that version says.
    pub content: ProductContent,
}

/// A fee beside the interest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// What it is for.
    #[schema(min_length = 1, max_length = 30)]
    pub name: String,
    /// Fen, over the whole term.
    pub amount: Money,
}

/// An indicative offer (意向报价), made with the grab. Not yet a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// Fen; at most what is demanded.
    pub amount: Money,
    /// Yearly rate, basis points.
    pub rate: Rate,
    /// Months.
    pub term_months: i32,
    /// Every fee, 0 to 10.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Words to the enterprise.
    #[schema(max_length = 500)]
    pub note: Option<String>,
}

/// What the institution grants (授信决定).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Fen.
    pub amount: Money,
    /// Yearly rate, basis points.
    pub rate: Rate,
    /// Months.
    pub term_months: i32,
    /// Every fee, 0 to 10.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Security wanted.
    pub guarantee: Guarantee,
    /// Conditions in words.
    #[schema(max_length = 1000)]
    pub conditions: Option<String>,
    /// The enterprise may accept until this day.
    pub valid_until: Day,
}

/// What was paid out (放款).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Disbursement {
    /// Day of payment.
    pub paid_on: Day,
    /// Fen; at most what was granted.
    pub amount: Money,
    /// Yearly rate, basis points.
    pub rate: Rate,
    /// Months.
    pub term_months: i32,
    /// Number of the voucher.
    #[schema(min_length = 3, max_length = 60)]
    pub voucher_no: String,
    /// Guarantor, if any.
    #[schema(max_length = 100)]
    pub guarantor: Option<String>,
    /// The enterprise's first loan from a bank, as the institution found it.
    pub first_loan: bool,
}

/// How the first contact was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the words say it")]
pub enum ContactMethod {
    Phone,
    Visit,
    Video,
    Wechat,
    Email,
    Other,
}

/// The first contact.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// How.
    pub method: ContactMethod,
    /// What was said, 2 to 500 characters.
    #[schema(min_length = 2, max_length = 500)]
    pub note: String,
}

/// Why credit is not granted (domain 2.2, R01–R15).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum RefusalCode {
    /// 成立/经营年限不足.
    R01,
    /// 征信逾期（企业）.
    R02,
    /// 征信逾期（法人）.
    R03,
    /// 涉诉/被执行.
    R04,
    /// 欠税/纳税等级.
    R05,
    /// 行政处罚未修复.
    R06,
    /// 负债率/多头授信过高.
    R07,
    /// 现金流/营收不足.
    R08,
    /// 行业政策限制.
    R09,
    /// 抵质押/担保不足.
    R10,
    /// 用途不合规.
    R11,
    /// 材料不全/不实.
    R12,
    /// 无法联系/不配合.
    R13,
    /// 额度/期限/利率未达成.
    R14,
    /// 本行政策或地域限制.
    R15,
}

fn check_terms(checks: &mut Checks, amount: Money, rate: Rate, months: i32, most: Money, fees: &[Fee]) {
    checks
        .range("amount", amount, Money::wan(1)..=most, &format!("金额须在 1 万元至 {most} 之间"))
        .range("rate", rate, Rate(1)..=Rate(2_400), "年化利率须在 0.01% 至 24% 之间")
        .range("term_months", months, 1..=360, "期限须在 1 至 360 个月之间")
        .that("fees", fees.len() <= 10, "最多列出 10 项费用");
    for (i, fee) in fees.iter().take(10).enumerate() {
        checks.text(&format!("fees[{i}].name"), &fee.name, 1..=30);
        checks.range(&format!("fees[{i}].amount"), fee.amount, Money(1)..=most, "费用须大于零且不超过融资金额");
    }
}

impl Offer {
    /// Checks an offer on a demand of `demanded`.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money) -> Result<()> {
        let mut checks = Checks::new();
        check_terms(&mut checks, self.amount, self.rate, self.term_months, demanded, &self.fees);
        checks.optional_text("note", self.note.as_deref(), 500).done()
    }

    /// Simple yearly cost of interest and fees.
    pub fn annual_cost(&self) -> Rate {
        all_in_annual_cost(self.amount, self.rate, self.term_months, self.fees.iter().map(|fee| fee.amount).sum())
    }
}

impl Decision {
    /// Checks a decision on a demand of `demanded`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        check_terms(&mut checks, self.amount, self.rate, self.term_months, demanded, &self.fees);
        checks.optional_text("conditions", self.conditions.as_deref(), 1_000);
        let latest = today + TimeDelta::days(180);
        checks.range("valid_until", *self.valid_until, today..=latest, "有效期须在今天至 180 天之内").done()
    }

    /// Simple yearly cost of interest and fees.
    pub fn annual_cost(&self) -> Rate {
        all_in_annual_cost(self.amount, self.rate, self.term_months, self.fees.iter().map(|fee| fee.amount).sum())
    }
}

impl Disbursement {
    /// Checks a payment under a grant of `granted`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, granted: Money, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        check_terms(&mut checks, self.amount, self.rate, self.term_months, granted, &[]);
        let earliest = today - TimeDelta::days(365);
        checks
            .range("paid_on", *self.paid_on, earliest..=today, "放款日期须在过去一年之内，且不晚于今天")
            .text("voucher_no", &self.voucher_no, 3..=60)
            .optional_text("guarantor", self.guarantor.as_deref(), 100)
            .done()
    }

    /// Its figures in one line.
    pub(super) fn in_words(&self) -> String {
        let Self { paid_on, amount, rate, term_months, voucher_no, .. } = self;
        format!("{paid_on} 放款 {amount}，年利率 {rate}，期限 {term_months} 个月，凭证号 {voucher_no}")
    }

    /// Day on which the loan ends.
    pub fn matures_on(&self) -> NaiveDate {
        self.paid_on.checked_add_months(Months::new(self.term_months.unsigned_abs())).unwrap_or(*self.paid_on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loan_of_a_month_from_the_end_of_january_ends_in_february() {
        let paid_on: Day = "2026-01-31".parse().expect("a day");
        let loan = Disbursement {
            paid_on,
            amount: Money::wan(1),
            rate: Rate(400),
            term_months: 1,
            voucher_no: "PZ-1".into(),
            guarantor: None,
            first_loan: false,
        };
        assert_eq!(loan.matures_on().to_string(), "2026-02-28");
    }

    #[test]
    fn an_offer_names_each_broken_rule() {
        let fee = Fee { name: String::new(), amount: Money(-1) };
        let offer = Offer { amount: Money::wan(101), rate: Rate(0), term_months: 0, fees: vec![fee], note: None };
        let error = offer.check(Money::wan(100)).expect_err("all wrong");
        let fields: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["amount", "rate", "term_months", "fees[0].name", "fees[0].amount"]);
    }
}

//! What is written into an order: offer, contact, decision, refusal, disbursement (domain 3.10).

use crate::{
    loans::{Fee, Loan, Repayment, check_fees},
    lpr::LprLink,
    products::{Guarantee, Offered, ProductContent},
};
use chrono::TimeDelta;
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, ProductId, Rate, Result};
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

impl From<Offered> for OrderedProduct {
    fn from(offered: Offered) -> Self {
        Self { id: offered.row.id, number: offered.version.number, content: offered.version.content.0 }
    }
}

/// An indicative offer (意向报价), made with the grab. Not yet a promise.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Offer {
    /// The institution's product under which it is made, in the version on the shelf; none where it fits no product.
    #[serde(default)]
    pub product_id: Option<ProductId>,
    /// Fen; at most what is demanded.
    pub amount: Money,
    /// Yearly rate, 0.001 %.
    pub rate: Rate,
    /// Where the rate follows the LPR, by which it is computed; none of a fixed one.
    #[serde(default)]
    pub lpr: Option<LprLink>,
    /// Months.
    pub term_months: i32,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Security wanted.
    pub guarantee: Guarantee,
    /// Every fee, to whomever it is paid, 0 to 10.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub fees: Vec<Fee>,
    /// Conditions in words.
    #[schema(max_length = 1000)]
    pub conditions: Option<String>,
    /// The institution keeps to it until this day.
    pub valid_until: Day,
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
    /// Yearly rate, 0.001 %.
    pub rate: Rate,
    /// Where the rate follows the LPR, by which it is computed; none of a fixed one.
    #[serde(default)]
    pub lpr: Option<LprLink>,
    /// Months.
    pub term_months: i32,
    /// Every fee, to whomever it is paid, 0 to 10.
    #[serde(default)]
    #[schema(max_items = 10)]
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

/// What everybody of the firm reads instead of words about a person's credit record.
const ABOUT_A_PERSON: &str = "机构没有通过本次申请。具体原因涉及个人信息，只向企业主账号说明。";

impl RefusalCode {
    /// Is it about the credit record of a person?
    pub const fn personal(self) -> bool {
        matches!(self, Self::R03)
    }

    /// What is kept and told of the words that go with it: nothing that was said of a person.
    pub const fn told(self, text: &str) -> &str {
        if self.personal() { ABOUT_A_PERSON } else { text }
    }

    /// The code as an account of the firm reads it: one about a person only as the primary account.
    pub fn seen_by(self, primary: bool) -> Option<Self> {
        Some(self).filter(|code| primary || !code.personal())
    }
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

/// Checks a loan of at most `most`, with fees for `whole`: itself, or the granted loan of which it is a part.
pub(crate) fn check_loan(checks: &mut Checks, loan: &Loan<'_>, most: Money, whole: Money) {
    // What is left of a grant, or of a share that was cut, may be less.
    let least = Money::wan(1).min(most);
    checks
        .range("amount", loan.amount, least..=most, &format!("金额须在 {least}至 {most}之间"))
        .range("rate", loan.rate, Rate::LEAST..=Rate::MOST, "年化利率须在 0.001% 至 24% 之间")
        .range("term_months", loan.months, 1..=360, "期限须在 1 至 360 个月之间");
    check_fees(checks, loan.fees, whole, loan.months);
}

/// Checks what comes with a commitment: its conditions, and until when it holds.
fn check_commitment(checks: &mut Checks, conditions: Option<&str>, valid_until: Day, today: NaiveDate) {
    let latest = today + TimeDelta::days(180);
    checks.optional_text("conditions", conditions, 1_000).range(
        "valid_until",
        *valid_until,
        today..=latest,
        "有效期须在今天至 180 天之内",
    );
}

impl Offer {
    /// Checks an offer on a demand of `demanded`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        check_loan(&mut checks, &self.loan(), demanded, self.amount);
        check_commitment(&mut checks, self.conditions.as_deref(), self.valid_until, today);
        checks.optional_text("note", self.note.as_deref(), 500).done()
    }

    /// The loan that is offered.
    pub fn loan(&self) -> Loan<'_> {
        let Self { amount, rate, term_months, repayment, fees, .. } = self;
        Loan { amount: *amount, rate: *rate, months: *term_months, repayment: *repayment, fees }
    }
}

impl Decision {
    /// Checks a decision on a demand of `demanded`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, demanded: Money, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        check_loan(&mut checks, &self.loan(), demanded, self.amount);
        check_commitment(&mut checks, self.conditions.as_deref(), self.valid_until, today);
        checks.done()
    }

    /// The loan that is granted.
    pub fn loan(&self) -> Loan<'_> {
        let Self { amount, rate, term_months, repayment, fees, .. } = self;
        Loan { amount: *amount, rate: *rate, months: *term_months, repayment: *repayment, fees }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::loans::{FeePayee, FeeTiming};

    #[test]
    fn an_offer_names_each_broken_rule() {
        let fee = Fee { name: String::new(), payee: FeePayee::Lender, timing: FeeTiming::Upfront, amount: Money(-1) };
        let offer = Offer {
            product_id: None,
            amount: Money::wan(101),
            rate: Rate(0),
            lpr: None,
            term_months: 0,
            repayment: Repayment::InterestFirst,
            guarantee: Guarantee::Credit,
            fees: vec![fee],
            conditions: None,
            valid_until: "2026-11-22".parse().expect("a day"),
            note: None,
        };
        let today = "2026-11-23".parse().expect("a day");
        let error = offer.check(Money::wan(100), today).expect_err("all wrong");
        let fields: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        assert_eq!(fields, ["amount", "rate", "term_months", "fees[0].name", "fees[0].amount", "valid_until"]);
    }
}

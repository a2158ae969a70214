//! What an enterprise writes into a demand. A draft may be incomplete; what is there must make sense.

use crate::products::{Guarantee, Repayment, UseKind};
use jinqiao_kernel::{Checks, FileId, Money, NaiveDate, Rate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The fields of a demand as typed so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// Amount, fen.
    pub amount: Option<Money>,
    /// Term, months.
    pub term_months: Option<i32>,
    /// Needed by this day.
    pub need_by: Option<NaiveDate>,
    /// What the money is for.
    pub use_kind: Option<UseKind>,
    /// The same in words; seen by the operator, and after confirmation by the institution.
    pub use_text: Option<String>,
    /// Security that can be offered.
    #[serde(default)]
    pub guarantees: Vec<Guarantee>,
    /// Collateral in words.
    pub collateral: Option<String>,
    /// Highest yearly rate that would be accepted, basis points.
    pub rate_max: Option<Rate>,
    /// Ways of repaying that suit.
    #[serde(default)]
    pub repayments: Vec<Repayment>,
    /// Never had a loan from a bank (首贷户), as the enterprise says.
    #[serde(default)]
    pub first_loan: bool,
    /// Where the repayment will come from.
    pub repayment_source: Option<String>,
    /// Less than the whole amount from one institution is welcome too.
    #[serde(default)]
    pub accept_partial: bool,
    /// Words in which the enterprise describes itself.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Uploaded files (附件): opened to institutions by consent only.
    #[serde(default)]
    pub attachments: Vec<FileId>,
}

/// A new draft.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Draft, whose fields these are")]
pub struct DemandIn {
    pub amount: Option<Money>,
    pub term_months: Option<i32>,
    pub need_by: Option<NaiveDate>,
    pub use_kind: Option<UseKind>,
    pub use_text: Option<String>,
    #[serde(default)]
    pub guarantees: Vec<Guarantee>,
    pub collateral: Option<String>,
    pub rate_max: Option<Rate>,
    #[serde(default)]
    pub repayments: Vec<Repayment>,
    #[serde(default)]
    pub first_loan: bool,
    pub repayment_source: Option<String>,
    #[serde(default)]
    pub accept_partial: bool,
    #[serde(default)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub attachments: Vec<FileId>,
    /// Version that the person saw, when an existing draft is written; left out for a new one.
    #[serde(default)]
    pub version: Option<i32>,
}

impl DemandIn {
    /// The fields without the version.
    pub fn draft(self) -> Draft {
        Draft {
            amount: self.amount,
            term_months: self.term_months,
            need_by: self.need_by,
            use_kind: self.use_kind,
            use_text: self.use_text,
            guarantees: self.guarantees,
            collateral: self.collateral,
            rate_max: self.rate_max,
            repayments: self.repayments,
            first_loan: self.first_loan,
            repayment_source: self.repayment_source,
            accept_partial: self.accept_partial,
            tags: self.tags,
            attachments: self.attachments,
        }
    }
}

fn unique<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(i, item)| !items[..i].contains(item))
}

impl Draft {
    /// Checks what is given.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        self.checked(&mut Checks::new()).done()
    }

    fn checked<'a>(&self, checks: &'a mut Checks) -> &'a mut Checks {
        if let Some(amount) = self.amount {
            let range = Money::wan(1)..=Money::wan(100_000);
            checks.range("amount", amount, range, "融资金额须在 1 万元至 10 亿元之间");
        }
        checks.range("term_months", self.term_months.unwrap_or(1), 1..=360, "期限须在 1 至 360 个月之间");
        checks.range("rate_max", self.rate_max.unwrap_or(Rate(1)), Rate(1)..=Rate(2_400), "利率须在 0.01% 至 24% 之间");
        checks.optional_text("use_text", self.use_text.as_deref(), 1_000);
        checks.optional_text("collateral", self.collateral.as_deref(), 500);
        checks.optional_text("repayment_source", self.repayment_source.as_deref(), 500);
        checks.that("guarantees", unique(&self.guarantees), "担保方式有重复");
        checks.that("repayments", unique(&self.repayments), "还款方式有重复");
        checks.that("tags", self.tags.len() <= 8, "最多 8 个标签").that("tags", unique(&self.tags), "标签有重复");
        for (i, tag) in self.tags.iter().take(8).enumerate() {
            checks.text(&format!("tags[{i}]"), tag, 1..=12);
        }
        checks
    }

    /// Checks that nothing is missing; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation` with everything that is missing or wrong.
    pub fn check_complete(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        self.checked(&mut checks)
            .given("amount", self.amount.as_ref())
            .given("term_months", self.term_months.as_ref())
            .given("use_kind", self.use_kind.as_ref())
            .text("use_text", self.use_text.as_deref().unwrap_or_default(), 10..=1_000)
            .that("guarantees", !self.guarantees.is_empty(), "请至少选择一种担保方式")
            .that("repayments", !self.repayments.is_empty(), "请至少选择一种还款方式")
            .text("repayment_source", self.repayment_source.as_deref().unwrap_or_default(), 5..=500)
            .that("need_by", self.need_by.is_none_or(|day| day >= today), "需要资金的日期已经过去")
            .done()
    }
}

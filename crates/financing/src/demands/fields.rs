//! What an enterprise writes into a demand. A draft may be incomplete; what is there must make sense.

use crate::loans::Repayment;
use crate::products::{FinancingKind, Guarantee, Stage, UseKind};
use jinqiao_kernel::{Checks, Day, FileId, Money, NaiveDate, Rate, Result, Text};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The fields of a demand as typed so far.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct Draft {
    /// Debt or equity.
    #[serde(default)]
    pub kind: FinancingKind,
    /// Amount, fen.
    pub amount: Option<Money>,
    /// Term, months.
    pub term_months: Option<i32>,
    /// Needed by this day.
    pub need_by: Option<Day>,
    /// What the money is for.
    pub use_kind: Option<UseKind>,
    /// The same in words; seen by the operator, and after confirmation by the institution.
    pub use_text: Option<String>,
    /// Security that can be offered.
    #[serde(default)]
    pub guarantees: Vec<Guarantee>,
    /// Collateral in words.
    pub collateral: Option<String>,
    /// Highest yearly rate that would be accepted, 0.001 %.
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
    /// Round of equity financing.
    pub round: Option<Stage>,
    /// Value of the firm before the money comes (投前估值), fen.
    pub valuation: Option<Money>,
    /// Share that is offered (出让比例), basis points.
    pub share_bp: Option<i32>,
    /// What makes the firm worth it; seen by the operator, and after confirmation by the institution.
    pub highlights: Option<String>,
    /// Who runs it; seen as the highlights.
    pub team: Option<String>,
    /// Words in which the enterprise describes itself.
    #[serde(default)]
    pub tags: Vec<String>,
    /// Uploaded files (附件): opened to institutions by consent only.
    #[serde(default)]
    pub attachments: Vec<FileId>,
}

/// A draft as it is written.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Draft, whose fields these are")]
pub struct DemandIn {
    #[serde(default)]
    pub kind: FinancingKind,
    pub amount: Option<Money>,
    pub term_months: Option<i32>,
    pub need_by: Option<Day>,
    pub use_kind: Option<UseKind>,
    #[schema(max_length = 1000)]
    pub use_text: Option<String>,
    #[serde(default)]
    pub guarantees: Vec<Guarantee>,
    #[schema(max_length = 500)]
    pub collateral: Option<String>,
    pub rate_max: Option<Rate>,
    #[serde(default)]
    pub repayments: Vec<Repayment>,
    #[serde(default)]
    pub first_loan: bool,
    #[schema(max_length = 500)]
    pub repayment_source: Option<String>,
    #[serde(default)]
    pub accept_partial: bool,
    pub round: Option<Stage>,
    pub valuation: Option<Money>,
    pub share_bp: Option<i32>,
    #[schema(max_length = 1000)]
    pub highlights: Option<String>,
    #[schema(max_length = 1000)]
    pub team: Option<String>,
    #[serde(default)]
    #[schema(max_items = 8, value_type = Vec<Text<12>>)]
    pub tags: Vec<String>,
    #[serde(default)]
    pub attachments: Vec<FileId>,
}

impl DemandIn {
    /// The same fields.
    pub fn draft(self) -> Draft {
        Draft {
            kind: self.kind,
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
            round: self.round,
            valuation: self.valuation,
            share_bp: self.share_bp,
            highlights: self.highlights,
            team: self.team,
            tags: self.tags,
            attachments: self.attachments,
        }
    }
}

fn unique<T: PartialEq>(items: &[T]) -> bool {
    items.iter().enumerate().all(|(i, item)| !items[..i].contains(item))
}

impl Draft {
    /// Checks what is given; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, today: NaiveDate) -> Result<()> {
        self.checked(&mut Checks::new(), today).done()
    }

    fn checked<'a>(&self, checks: &'a mut Checks, today: NaiveDate) -> &'a mut Checks {
        checks.that("need_by", self.need_by.is_none_or(|day| day >= today), "需要资金的日期已经过去");
        if let Some(amount) = self.amount {
            let range = Money::wan(1)..=Money::wan(100_000);
            checks.range("amount", amount, range, "融资金额须在 1 万元至 10 亿元之间");
        }
        checks.optional_text("use_text", self.use_text.as_deref(), 1_000);
        match self.kind {
            FinancingKind::Debt => self.check_debt(checks),
            FinancingKind::Equity => self.check_equity(checks),
        }
        checks.that("tags", self.tags.len() <= 8, "最多 8 个标签").distinct("tags", &self.tags, "标签有重复");
        for (i, tag) in self.tags.iter().take(8).enumerate() {
            checks.line(&format!("tags[{i}]"), tag, 1..=12);
        }
        checks
    }

    fn check_debt(&self, checks: &mut Checks) {
        checks.range("term_months", self.term_months.unwrap_or(1), 1..=360, "期限须在 1 至 360 个月之间");
        checks.range(
            "rate_max",
            self.rate_max.unwrap_or(Rate::LEAST),
            Rate::LEAST..=Rate::MOST,
            "利率须在 0.001% 至 24% 之间",
        );
        checks.optional_text("collateral", self.collateral.as_deref(), 500);
        checks.optional_text("repayment_source", self.repayment_source.as_deref(), 500);
        checks.that("guarantees", unique(&self.guarantees), "担保方式有重复");
        checks.that("repayments", unique(&self.repayments), "还款方式有重复");
        let none = "债权融资不填写此项";
        checks.that("round", self.round.is_none(), none).that("valuation", self.valuation.is_none(), none);
        checks.that("share_bp", self.share_bp.is_none(), none).that("team", self.team.is_none(), none);
        checks.that("highlights", self.highlights.is_none(), none);
    }

    /// An equity demand has no rate, security or repayment (domain 2.12).
    fn check_equity(&self, checks: &mut Checks) {
        if let Some(valuation) = self.valuation {
            let range = Money::wan(1)..=Money::wan(10_000_000);
            checks.range("valuation", valuation, range, "投前估值须在 1 万元至 1000 亿元之间");
        }
        checks.range("share_bp", self.share_bp.unwrap_or(1), 1..=9_999, "出让比例须大于 0 且小于 100%");
        checks.optional_text("highlights", self.highlights.as_deref(), 1_000);
        checks.optional_text("team", self.team.as_deref(), 1_000);
        let none = "股权融资不填写此项";
        checks.that("term_months", self.term_months.is_none(), none).that("rate_max", self.rate_max.is_none(), none);
        checks.that("guarantees", self.guarantees.is_empty(), none).that("collateral", self.collateral.is_none(), none);
        checks.that("repayments", self.repayments.is_empty(), none);
        checks.that("repayment_source", self.repayment_source.is_none(), none);
        checks.that("first_loan", !self.first_loan, none);
    }

    /// Checks that nothing is missing; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation` with everything that is missing or wrong.
    pub fn check_complete(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        self.checked(&mut checks, today)
            .given("amount", self.amount.as_ref())
            .given("use_kind", self.use_kind.as_ref())
            .text("use_text", self.use_text.as_deref().unwrap_or_default(), 10..=1_000);
        let words = |text: &Option<String>| text.clone().unwrap_or_default();
        match self.kind {
            FinancingKind::Debt => checks
                .given("term_months", self.term_months.as_ref())
                .that("guarantees", !self.guarantees.is_empty(), "请至少选择一种担保方式")
                .that("repayments", !self.repayments.is_empty(), "请至少选择一种还款方式")
                .text("repayment_source", &words(&self.repayment_source), 5..=500)
                .done(),
            FinancingKind::Equity => checks
                .given("round", self.round.as_ref())
                .that("share_bp", self.share_bp.or(self.valuation.map(|_| 0)).is_some(), "请填写出让比例或投前估值")
                .text("highlights", &words(&self.highlights), 10..=1_000)
                .text("team", &words(&self.team), 10..=1_000)
                .done(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> NaiveDate {
        "2026-11-23".parse().expect("a day")
    }

    fn wrong(draft: &Draft) -> Vec<String> {
        let error = draft.check_complete(today()).expect_err("incomplete");
        error.fields().iter().map(|field| field.field.clone()).collect()
    }

    #[test]
    fn each_kind_asks_for_its_own_fields() {
        let debt = Draft::default();
        assert_eq!(
            wrong(&debt),
            ["amount", "use_kind", "use_text", "term_months", "guarantees", "repayments", "repayment_source"]
        );
        let equity = Draft { kind: FinancingKind::Equity, ..Draft::default() };
        assert_eq!(wrong(&equity), ["amount", "use_kind", "use_text", "round", "share_bp", "highlights", "team"]);
    }

    #[test]
    fn neither_kind_takes_the_fields_of_the_other() {
        let debt = Draft { round: Some(Stage::A), share_bp: Some(1_000), ..Draft::default() };
        let fields: Vec<_> =
            debt.check(today()).expect_err("wrong").fields().iter().map(|field| field.field.clone()).collect();
        assert_eq!(fields, ["round", "share_bp"]);
        let equity = Draft {
            kind: FinancingKind::Equity,
            term_months: Some(12),
            guarantees: vec![Guarantee::Credit],
            ..Draft::default()
        };
        let fields: Vec<_> =
            equity.check(today()).expect_err("wrong").fields().iter().map(|field| field.field.clone()).collect();
        assert_eq!(fields, ["term_months", "guarantees"]);
    }
}

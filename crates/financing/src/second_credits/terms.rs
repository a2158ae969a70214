//! What is wanted this time, what it was last time, and what differs. Pure.

use super::model::SecondKind;
use crate::{
    demands::Draft,
    loans::Repayment,
    products::{Guarantee, UseKind},
};
use chrono::Months;
use jinqiao_kernel::{Checks, Day, Money, NaiveDate, Rate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Most months by which a loan is extended at once.
const LONGEST: u32 = 60;

/// Terms of a loan, as they were or as they are wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SecondTerms {
    /// Fen; of an extension what is still owed.
    pub amount: Money,
    /// Months; of an extension the whole term from the payment on.
    pub term_months: i32,
    /// Yearly rate, 0.001 %.
    pub rate: Rate,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Security.
    pub guarantee: Guarantee,
    /// What the money is for.
    pub use_kind: UseKind,
    /// The same in words, 10 to 1000 characters.
    #[schema(min_length = 10, max_length = 1000)]
    pub use_text: String,
    /// Where the repayment will come from, 5 to 500 characters.
    #[schema(min_length = 5, max_length = 500)]
    pub repayment_source: String,
    /// Extension only: the new day on which the loan ends.
    #[serde(default)]
    pub extend_to: Option<Day>,
}

/// A part of the terms that can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SecondField {
    Amount,
    TermMonths,
    Rate,
    Repayment,
    Guarantee,
    UseKind,
    UseText,
    RepaymentSource,
    ExtendTo,
}

impl SecondTerms {
    /// Checks what is wanted after `last`, a loan that ends at `matures_on`.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, kind: SecondKind, last: &Self, matures_on: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        checks
            .range("rate", self.rate, Rate::LEAST..=Rate::MOST, "年化利率须在 0.001% 至 24% 之间")
            .text("use_text", &self.use_text, 10..=1_000)
            .text("repayment_source", &self.repayment_source, 5..=500);
        if kind == SecondKind::Extension {
            let latest = matures_on.checked_add_months(Months::new(LONGEST)).unwrap_or(NaiveDate::MAX);
            let until = self.extend_to.is_some_and(|until| until > matures_on && until <= latest);
            checks.range("amount", self.amount, Money::wan(1)..=last.amount, "展期金额不超过原贷款金额").that(
                "extend_to",
                until,
                "新的到期日须在原到期日之后、60 个月之内",
            );
        } else {
            checks
                .range("amount", self.amount, Money::wan(1)..=Money::wan(100_000), "金额须在 1 万元至 10 亿元之间")
                .range("term_months", self.term_months, 1..=360, "期限须在 1 至 360 个月之间")
                .that("extend_to", self.extend_to.is_none(), "只有展期填写新的到期日");
        }
        if kind == SecondKind::Renewal {
            checks.that("amount", self.amount <= last.amount, "续贷金额不超过原贷款金额，需要更多请选择增额");
        }
        if kind == SecondKind::Increase {
            checks.that("amount", self.amount > last.amount, "增额后的金额须大于上次的放款金额");
        }
        checks.done()
    }

    /// What differs from `last`, in the order of the form.
    pub fn changed(&self, last: &Self) -> Vec<SecondField> {
        use SecondField::{
            Amount, ExtendTo, Guarantee, Rate, Repayment, RepaymentSource, TermMonths, UseKind, UseText,
        };
        let differs = [
            (Amount, self.amount != last.amount),
            (TermMonths, self.term_months != last.term_months),
            (Rate, self.rate != last.rate),
            (Repayment, self.repayment != last.repayment),
            (Guarantee, self.guarantee != last.guarantee),
            (UseKind, self.use_kind != last.use_kind),
            (UseText, self.use_text.trim() != last.use_text.trim()),
            (RepaymentSource, self.repayment_source.trim() != last.repayment_source.trim()),
            (ExtendTo, self.extend_to != last.extend_to),
        ];
        differs.into_iter().filter_map(|(field, differs)| differs.then_some(field)).collect()
    }

    /// The demand behind the new order, with what the enterprise said of itself in `before`.
    pub fn draft(&self, before: Draft) -> Draft {
        Draft {
            amount: Some(self.amount),
            term_months: Some(self.term_months),
            need_by: None,
            use_kind: Some(self.use_kind),
            use_text: Some(self.use_text.clone()),
            guarantees: vec![self.guarantee],
            repayments: vec![self.repayment],
            rate_max: Some(self.rate),
            repayment_source: Some(self.repayment_source.clone()),
            first_loan: false,
            accept_partial: false,
            attachments: vec![],
            ..before
        }
    }
}

/// How the institution extends the loan that runs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExtensionDecision {
    /// The new day on which the loan ends.
    pub until: Day,
    /// Yearly rate from then on, 0.001 %.
    pub rate: Rate,
    /// Fee for it, fen.
    #[serde(default)]
    pub fee: Money,
    /// Number of the agreement.
    #[schema(min_length = 3, max_length = 60)]
    pub agreement_no: String,
    /// Conditions in words, up to 1000 characters.
    #[schema(max_length = 1000)]
    pub conditions: Option<String>,
    /// The enterprise may accept until this day.
    pub valid_until: Day,
}

impl ExtensionDecision {
    /// Checks a decision about a loan of `amount` that ends at `matures_on`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, amount: Money, matures_on: NaiveDate, today: NaiveDate) -> Result<()> {
        let latest = matures_on.checked_add_months(Months::new(LONGEST)).unwrap_or(NaiveDate::MAX);
        let valid = today + chrono::TimeDelta::days(180);
        Checks::new()
            .that("until", self.until > matures_on && self.until <= latest, "新的到期日须在原到期日之后、60 个月之内")
            .range("rate", self.rate, Rate::LEAST..=Rate::MOST, "年化利率须在 0.001% 至 24% 之间")
            .range("fee", self.fee, Money::ZERO..=amount, "费用不超过展期金额")
            .line("agreement_no", &self.agreement_no, 3..=60)
            .optional_text("conditions", self.conditions.as_deref(), 1_000)
            .range("valid_until", *self.valid_until, today..=valid, "有效期须在今天至 180 天之内")
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn terms() -> SecondTerms {
        SecondTerms {
            amount: Money::wan(100),
            term_months: 12,
            rate: Rate(3_800),
            repayment: Repayment::InterestFirst,
            guarantee: Guarantee::Credit,
            use_kind: UseKind::WorkingCapital,
            use_text: "采购原材料，用于交付已经签订的订单".into(),
            repayment_source: "产品销售回款".into(),
            extend_to: None,
        }
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn wrong(terms: &SecondTerms, kind: SecondKind) -> Vec<String> {
        let checked = terms.check(kind, &self::terms(), day("2027-11-23"));
        checked.err().map_or(vec![], |error| error.fields().iter().map(|field| field.field.clone()).collect())
    }

    #[test]
    fn each_kind_has_its_own_rules() {
        let same = terms();
        let more = SecondTerms { amount: Money::wan(150), ..terms() };
        let later = SecondTerms { extend_to: Some(day("2028-05-23").into()), ..terms() };
        for (kind, terms, want) in [
            (SecondKind::Renewal, &same, vec![]),
            (SecondKind::Again, &more, vec![]),
            (SecondKind::Increase, &more, vec![]),
            (SecondKind::Increase, &same, vec!["amount"]),
            (SecondKind::Renewal, &more, vec!["amount"]),
            (SecondKind::Renewal, &later, vec!["extend_to"]),
            (SecondKind::Extension, &later, vec![]),
            (SecondKind::Extension, &same, vec!["extend_to"]),
        ] {
            assert_eq!(wrong(terms, kind), want, "{kind:?}");
        }
        let late = SecondTerms { amount: Money::wan(101), extend_to: Some(day("2033-01-01").into()), ..terms() };
        assert_eq!(wrong(&late, SecondKind::Extension), ["amount", "extend_to"]);
    }

    #[test]
    fn what_differs_is_named() {
        let other = SecondTerms {
            amount: Money::wan(150), use_text: "扩建产线的设备采购与安装调试".into(), ..terms()
        };
        assert_eq!(other.changed(&terms()), [SecondField::Amount, SecondField::UseText]);
        assert!(terms().changed(&terms()).is_empty());
    }

    #[test]
    fn the_new_demand_is_complete() {
        let before =
            Draft { first_loan: true, accept_partial: true, tags: vec!["订单稳定".into()], ..Draft::default() };
        let draft = terms().draft(before);
        assert!(draft.check_complete(day("2026-11-23")).is_ok());
        assert!(!draft.first_loan && !draft.accept_partial);
        assert_eq!(draft.tags, ["订单稳定"]);
    }
}

//! What was paid out (放款), and where it differs from what was granted (domain 3.10). Pure.

use super::{Decision, fields::check_loan};
use crate::{
    loans::{Fee, Loan, Repayment},
    products::Guarantee,
};
use chrono::{Months, TimeDelta};
use jinqiao_kernel::{Checks, Day, FileId, Money, NaiveDate, OrgId, Rate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What was paid out (放款).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Disbursement {
    /// Day of payment.
    pub paid_on: Day,
    /// Fen; at most what was granted.
    pub amount: Money,
    /// Yearly rate, 0.001 %.
    pub rate: Rate,
    /// Months.
    pub term_months: i32,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Security.
    pub guarantee: Guarantee,
    /// Every fee, to whomever it is paid, 0 to 10.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub fees: Vec<Fee>,
    /// Number of the loan contract (借款合同编号).
    #[schema(min_length = 3, max_length = 60)]
    pub contract_no: String,
    /// Day on which it was signed; not after the payment.
    pub contract_on: Day,
    /// Number of the voucher (借据或凭证号); used once by an institution.
    #[schema(min_length = 3, max_length = 60)]
    pub voucher_no: String,
    /// Contract and voucher as files, up to 5.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub attachments: Vec<FileId>,
    /// Guarantor that is registered here.
    #[serde(default)]
    pub guarantor_id: Option<OrgId>,
    /// Guarantor by name, if it is not.
    #[schema(max_length = 100)]
    pub guarantor: Option<String>,
    /// The enterprise's first loan from a bank, as the institution found it.
    pub first_loan: bool,
    /// Further draws follow up to what was granted (分次放款, 随借随还).
    #[serde(default)]
    pub more_follows: bool,
    /// Why it differs from what was granted, 5 to 500 characters; only where it does.
    #[serde(default)]
    #[schema(max_length = 500)]
    pub differs_because: Option<String>,
}

/// A point in which a payment differs from what was granted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PaidDifference {
    /// Less money, and no further draw follows.
    Amount,
    /// Another rate.
    Rate,
    /// Another term.
    TermMonths,
    /// Another way of repaying.
    Repayment,
    /// Another security.
    Guarantee,
    /// Other fees.
    Fees,
}

impl Disbursement {
    /// Checks a payment under `granted`; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, granted: &Decision, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        // Where nothing follows, the loan is what was paid.
        let whole = if self.more_follows { granted.amount } else { self.amount };
        check_loan(&mut checks, &self.loan(), granted.amount, whole);
        let earliest = today - TimeDelta::days(365);
        let differs = !self.differs(granted).is_empty();
        let why = self.differs_because.as_deref().unwrap_or_default();
        checks
            .range("paid_on", *self.paid_on, earliest..=today, "放款日期须在过去一年之内，且不晚于今天")
            .that("contract_on", self.contract_on <= self.paid_on, "合同签订日期不能晚于放款日期")
            .line("contract_no", &self.contract_no, 3..=60)
            .line("voucher_no", &self.voucher_no, 3..=60)
            .optional_line("guarantor", self.guarantor.as_deref(), 100)
            .that("attachments", self.attachments.len() <= 5, "最多上传 5 个文件")
            .that(
                "guarantor_id",
                self.guarantor_id.is_none() || self.guarantor.is_none(),
                "已选择担保机构的，不再填写担保方名称",
            )
            .that("more_follows", !self.more_follows || self.amount < granted.amount, "已放满授信金额，没有后续放款");
        if differs {
            let length = why.trim().chars().count();
            checks.that(
                "differs_because",
                (5..=500).contains(&length),
                "放款与授信决定不一致，请说明原因（5 至 500 字）",
            );
        } else {
            checks.that("differs_because", why.trim().is_empty(), "放款与授信决定一致，无需说明原因");
        }
        checks.done()
    }

    /// The loan that was paid out.
    pub fn loan(&self) -> Loan<'_> {
        let Self { amount, rate, term_months, repayment, fees, .. } = self;
        Loan { amount: *amount, rate: *rate, months: *term_months, repayment: *repayment, fees }
    }

    /// Where it differs from what was granted, in the order of the form.
    pub fn differs(&self, granted: &Decision) -> Vec<PaidDifference> {
        let points = [
            (PaidDifference::Amount, self.amount < granted.amount && !self.more_follows),
            (PaidDifference::Rate, self.rate != granted.rate),
            (PaidDifference::TermMonths, self.term_months != granted.term_months),
            (PaidDifference::Repayment, self.repayment != granted.repayment),
            (PaidDifference::Guarantee, self.guarantee != granted.guarantee),
            (PaidDifference::Fees, self.fees != granted.fees),
        ];
        points.into_iter().filter_map(|(point, differs)| differs.then_some(point)).collect()
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

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn granted() -> Decision {
        Decision {
            amount: Money::wan(100),
            rate: Rate(4_000),
            lpr: None,
            term_months: 1,
            fees: vec![],
            repayment: Repayment::InterestFirst,
            guarantee: Guarantee::Credit,
            conditions: None,
            valid_until: day("2026-12-31"),
        }
    }

    fn paid() -> Disbursement {
        Disbursement {
            paid_on: day("2026-01-31"),
            amount: Money::wan(100),
            rate: Rate(4_000),
            term_months: 1,
            repayment: Repayment::InterestFirst,
            guarantee: Guarantee::Credit,
            fees: vec![],
            contract_no: "HT-1".into(),
            contract_on: day("2026-01-30"),
            voucher_no: "PZ-1".into(),
            attachments: vec![],
            guarantor_id: None,
            guarantor: None,
            first_loan: false,
            more_follows: false,
            differs_because: None,
        }
    }

    #[test]
    fn a_loan_of_a_month_from_the_end_of_january_ends_in_february() {
        assert_eq!(paid().matures_on().to_string(), "2026-02-28");
    }

    #[test]
    fn what_differs_needs_a_reason_and_nothing_else_has_one() {
        let wrong = |paid: &Disbursement| -> Vec<String> {
            let checked = paid.check(&granted(), *day("2026-02-01"));
            checked.err().map_or(vec![], |error| error.fields().iter().map(|field| field.field.clone()).collect())
        };
        let because = || Some("企业申请缩短期限".to_owned());
        assert!(wrong(&paid()).is_empty());
        assert_eq!(wrong(&Disbursement { differs_because: because(), ..paid() }), ["differs_because"]);
        let dearer = Disbursement { rate: Rate(4_001), ..paid() };
        assert_eq!(dearer.differs(&granted()), [PaidDifference::Rate]);
        assert_eq!(wrong(&dearer), ["differs_because"]);
        assert!(wrong(&Disbursement { differs_because: because(), ..dearer }).is_empty());
        let part = Disbursement { amount: Money::wan(40), ..paid() };
        assert_eq!(part.differs(&granted()), [PaidDifference::Amount]);
        let first = Disbursement { more_follows: true, ..part };
        assert!(first.differs(&granted()).is_empty() && wrong(&first).is_empty());
        assert_eq!(wrong(&Disbursement { more_follows: true, ..paid() }), ["more_follows"]);
        assert_eq!(wrong(&Disbursement { contract_on: day("2026-02-01"), ..paid() }), ["contract_on"]);
    }
}

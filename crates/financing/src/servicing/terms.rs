//! What a draw was paid out under, and how its end was put off. Pure.

use super::due;
use crate::{
    loans::{Fee, Instalment, Loan, LoanChange, LoanChangeKind, Repayment},
    orders::{Decision, Disbursement},
    products::Guarantee,
};
use jinqiao_kernel::{Checks, Day, FileId, Money, NaiveDate, Rate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The terms of one draw (借据).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DrawTerms {
    /// Day of payment.
    pub paid_on: Day,
    /// Fen.
    pub amount: Money,
    /// Yearly rate, 0.001 %.
    pub rate: Rate,
    /// Months.
    pub term_months: i32,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Security.
    pub guarantee: Guarantee,
    /// Every fee, 0 to 10.
    #[serde(default)]
    #[schema(max_items = 10)]
    pub fees: Vec<Fee>,
    /// Number of the loan contract (借款合同编号).
    #[schema(min_length = 3, max_length = 60)]
    pub contract_no: String,
    /// Number of the voucher (借据或凭证号); used once by an institution.
    #[schema(min_length = 3, max_length = 60)]
    pub voucher_no: String,
    /// Contract and voucher as files, up to 5.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub attachments: Vec<FileId>,
}

/// An extension that was agreed (展期).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Extension {
    /// When it was agreed.
    pub agreed_on: NaiveDate,
    /// The day on which the loan ends now.
    pub until: NaiveDate,
    /// Yearly rate from the day on which it would have ended, 0.001 %.
    pub rate: Rate,
}

impl From<&Disbursement> for DrawTerms {
    fn from(paid: &Disbursement) -> Self {
        Self {
            paid_on: paid.paid_on,
            amount: paid.amount,
            rate: paid.rate,
            term_months: paid.term_months,
            repayment: paid.repayment,
            guarantee: paid.guarantee,
            fees: paid.fees.clone(),
            contract_no: paid.contract_no.clone(),
            voucher_no: paid.voucher_no.clone(),
            attachments: paid.attachments.clone(),
        }
    }
}

impl DrawTerms {
    /// Checks a further draw under `granted`, on terms that are no worse, after those `before` it; `today` in Asia/Shanghai.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, granted: &Decision, before: &[&Self], first: NaiveDate, today: NaiveDate) -> Result<()> {
        let drawn: Money = before.iter().map(|draw| draw.amount).sum();
        let left = Money((granted.amount.0 - drawn.0).max(0));
        let mut checks = Checks::new();
        crate::orders::check_loan(
            &mut checks,
            &self.loan(),
            if left > Money::ZERO { left } else { granted.amount },
            granted.amount,
        );
        checks
            .range("paid_on", *self.paid_on, first..=today, "提款日期须在首次放款之后，且不晚于今天")
            .that("amount", left > Money::ZERO, "已放满授信金额，没有可提款的余额")
            .line("contract_no", &self.contract_no, 3..=60)
            .line("voucher_no", &self.voucher_no, 3..=60)
            .that("attachments", self.attachments.len() <= 5, "最多上传 5 个文件")
            .that("rate", self.rate <= granted.rate, &format!("利率不能高于授信决定的 {}", granted.rate))
            .that("term_months", self.term_months <= granted.term_months, "期限不能长于授信决定")
            .that("repayment", self.repayment == granted.repayment, "还款方式须与授信决定一致")
            .that("guarantee", self.guarantee == granted.guarantee, "担保方式须与授信决定一致")
            .that("fees", self.fees.iter().all(|fee| granted.fees.contains(fee)), "费用须在授信决定列明的范围之内")
            .that("fees", self.takes_once(granted, before), "一次性收取的费用已在此前的放款中收取，不能重复收取")
            .done()
    }

    /// Is no fee that is taken once taken again, in this draw or one `before` it?
    fn takes_once(&self, granted: &Decision, before: &[&Self]) -> bool {
        let taken = |fee: &Fee| {
            let all = before.iter().copied().chain([self]).flat_map(|draw| &draw.fees);
            all.filter(|one| *one == fee).count()
        };
        let stated = |fee: &Fee| granted.fees.iter().filter(|one| *one == fee).count();
        self.fees.iter().filter(|fee| fee.timing.is_once()).all(|fee| taken(fee) <= stated(fee))
    }

    /// The loan that was paid out.
    pub fn loan(&self) -> Loan<'_> {
        let Self { amount, rate, term_months, repayment, fees, .. } = self;
        Loan { amount: *amount, rate: *rate, months: *term_months, repayment: *repayment, fees }
    }

    /// Day on which it ends, with `extensions`.
    pub fn matures_on(&self, extensions: &[Extension]) -> NaiveDate {
        extensions.last().map_or_else(|| due::day(*self.paid_on, self.term_months), |last| last.until)
    }

    /// The plan after `early` repayments and `extensions`, with the days on which its lines fall due.
    pub fn plan(&self, early: &[(NaiveDate, Money)], extensions: &[Extension]) -> Vec<(NaiveDate, Instalment)> {
        let paid_on = *self.paid_on;
        let ends = self.matures_on(extensions);
        let mut changes: Vec<(NaiveDate, LoanChange)> = vec![];
        for (day, amount) in early {
            changes.push((*day, due::change(paid_on, *day, LoanChangeKind::Early(*amount))));
        }
        let mut ended = due::day(paid_on, self.term_months);
        for extension in extensions {
            let (months, part) = due::length(paid_on, extension.until);
            let agreed = extension.agreed_on.min(ended.pred_opt().unwrap_or(ended)).max(paid_on);
            changes.push((agreed, due::change(paid_on, agreed, LoanChangeKind::Term(months, part))));
            changes.push((ended, due::change(paid_on, ended, LoanChangeKind::Rate(extension.rate))));
            ended = extension.until;
        }
        changes.sort_by_key(|(day, _)| *day);
        let changes: Vec<_> = changes.into_iter().map(|(_, change)| change).collect();
        let lines = self.loan().changed_plan(&changes);
        lines.into_iter().map(|line| (due::day(paid_on, line.month).min(ends), line)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{from_value, json};

    #[test]
    fn a_fee_that_is_taken_once_is_not_taken_with_every_draw() {
        let fee =
            |name: &str, timing: &str| json!({"name": name, "payee": "lender", "timing": timing, "amount": 100_000});
        let granted: Decision = from_value(json!({
            "amount": 100_000_000, "rate": 3_800, "term_months": 12, "repayment": "interest_first", "guarantee": "credit",
            "conditions": null, "valid_until": "2026-12-31", "fees": [fee("评估费", "upfront"), fee("账户费", "monthly")],
        }))
        .expect("a decision");
        let draw = |fees: serde_json::Value| -> DrawTerms {
            from_value(json!({
                "paid_on": "2026-11-23", "amount": 10_000_000, "rate": 3_800, "term_months": 12, "fees": fees,
                "repayment": "interest_first", "guarantee": "credit", "contract_no": "HT-1", "voucher_no": "FK-1",
            }))
            .expect("a draw")
        };
        let (day, once, monthly) = (*draw(json!([])).paid_on, fee("评估费", "upfront"), fee("账户费", "monthly"));
        let fits = |before: &[&DrawTerms], fees| draw(fees).check(&granted, before, day, day).is_ok();
        let first = draw(json!([once, monthly]));
        assert!(fits(&[], json!([once, monthly])), "the first to take it");
        assert!(fits(&[&draw(json!([]))], json!([once])), "later is no more often");
        assert!(fits(&[&first], json!([monthly])), "what is due each month is due for each draw");
        assert!(!fits(&[&first], json!([once])));
        assert!(!fits(&[], json!([once, once])));
    }
}

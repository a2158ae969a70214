//! Repayments and checks as institutions enter them.

use super::{
    entity::{Model, receipts},
    model::{ReceiptKind, UseFinding},
    position::{Paid, Position},
    terms::DrawTerms,
};
use jinqiao_db::{Tx, unless_taken};
use jinqiao_kernel::{Actor, Checks, Day, Error, FileId, Money, NaiveDate, Result, normal::code};
use sea_orm::{ActiveModelTrait, EntityTrait, IntoActiveModel};
use serde::Deserialize;
use utoipa::ToSchema;

/// A repayment to record.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReceiptIn {
    /// The bank's number of the transaction (流水号); used once by an institution.
    #[schema(min_length = 3, max_length = 60)]
    pub serial_no: String,
    /// The day.
    pub paid_on: Day,
    /// As planned, or before it was due.
    #[serde(default)]
    pub kind: ReceiptKind,
    /// Principal, fen.
    #[serde(default)]
    pub principal: Money,
    /// Interest, fen.
    #[serde(default)]
    pub interest: Money,
    /// Fees and penalties (费用、罚息), fen.
    #[serde(default)]
    pub other: Money,
}

/// A check of the use of funds to record.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UseCheckIn {
    /// The day.
    pub checked_on: Day,
    /// What was found.
    pub finding: UseFinding,
    /// How it was checked and what was seen, 10 to 500 characters; the enterprise reads it.
    #[schema(min_length = 10, max_length = 500)]
    pub note: String,
    /// Up to 5 files.
    #[serde(default)]
    #[schema(max_items = 5)]
    pub attachments: Vec<FileId>,
}

impl UseCheckIn {
    /// Checks it; `paid_on` is the day of the payment.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, paid_on: NaiveDate, today: NaiveDate) -> Result<()> {
        Checks::new()
            .range("checked_on", *self.checked_on, paid_on..=today, "核查日期须在放款之后，且不晚于今天")
            .text("note", &self.note, 10..=500)
            .that("attachments", self.attachments.len() <= 5, "最多上传 5 个文件")
            .done()
    }
}

impl ReceiptIn {
    /// Checks what can be seen of it beside the terms of its draw.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, draw: &DrawTerms, today: NaiveDate) -> Result<()> {
        let (paid_on, most) = (*draw.paid_on, draw.amount);
        let within = |what: &str| format!("{what}须在 0 至贷款金额 {most}之间");
        let mut checks = Checks::new();
        checks
            .line("serial_no", &self.serial_no, 3..=60)
            .range("paid_on", *self.paid_on, paid_on..=today, "还款日期须在放款之后，且不晚于今天")
            .range("principal", self.principal, Money::ZERO..=most, &within("本金"))
            .range("interest", self.interest, Money::ZERO..=most, &within("利息"))
            .range("other", self.other, Money::ZERO..=most, &within("其他费用"))
            .that("principal", self.total() > Money::ZERO, "本金、利息、其他费用至少填写一项");
        if self.kind == ReceiptKind::Early {
            checks.that("principal", self.principal > Money::ZERO, "提前还款须填写本金");
        }
        checks.done()
    }

    /// Checks the principal against where the loan stood before, on the day of the repayment: Σ repaid ≤ drawn, and what is not due is
    /// an early repayment. `planned` is what was repaid by plan before, fen.
    ///
    /// # Errors
    /// `validation`.
    pub fn check_principal(&self, before: &Position, planned: Money, matures_on: NaiveDate) -> Result<()> {
        let owed = before.owed;
        let mut checks = Checks::new();
        checks.that("principal", self.principal <= owed, &format!("还款本金不能超过剩余本金 {owed}"));
        if self.kind == ReceiptKind::Planned && self.principal > Money::ZERO {
            let due = Money((before.due_by_next(*self.paid_on).0 - planned.0).max(0));
            let message = format!("至本期应还本金为 {due}，提前归还的部分请登记为提前还款");
            checks.that("principal", self.principal <= due, &message);
        }
        if self.kind == ReceiptKind::Early {
            checks.that("kind", *self.paid_on < matures_on, "到期日及以后的还款不是提前还款");
            let ahead = before.plan.iter().filter(|line| line.due_on > *self.paid_on);
            let ahead: Money = ahead.map(|line| line.due.principal).sum();
            checks.that(
                "principal",
                self.principal <= ahead,
                &format!("未到期本金为 {ahead}，已到期的部分请登记为按期还款"),
            );
        }
        checks.done()
    }

    /// As it counts in the plan.
    pub fn paid(&self) -> Paid {
        Paid { on: *self.paid_on, kind: self.kind, principal: self.principal, interest: self.interest }
    }

    /// All of it, fen.
    pub fn total(&self) -> Money {
        [self.principal, self.interest, self.other].into_iter().sum()
    }

    /// In one line.
    pub fn in_words(&self) -> String {
        let Self { serial_no, paid_on, principal, interest, other, .. } = self;
        format!("{paid_on} 流水号 {serial_no}：本金 {principal}，利息 {interest}，其他 {other}")
    }

    /// As institutions write the same number: without blanks around it, in capitals.
    pub fn serial(&self) -> String {
        code(&self.serial_no)
    }

    /// Stores it for a locked draw.
    ///
    /// # Errors
    /// `validation` when the institution has used the number.
    pub async fn insert(&self, tx: &Tx, actor: &Actor, draw: &Model) -> Result<()> {
        let row = receipts::Model {
            id: tx.id(),
            draw_id: draw.id,
            institution_id: draw.institution_id,
            serial_no: self.serial(),
            counted_no: Some(self.serial()),
            paid_on: *self.paid_on,
            kind: self.kind,
            principal: self.principal,
            interest: self.interest,
            other: self.other,
            recorded_by: actor.account,
            recorded_at: tx.now(),
            reversed_because: None,
            reversed_at: None,
        };
        let kept = receipts::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.conn());
        unless_taken(kept.await, "counted_no", || Error::field("serial_no", "此流水号已登记过，请勿重复登记"))?;
        Ok(())
    }
}

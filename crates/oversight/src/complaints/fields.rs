//! What people write: complaints, answers, rectifications.

use super::{ComplaintKind, DisputedFigure, Finding, ObjectionSubject};
use jinqiao_kernel::{Checks, Day, FileId, NaiveDate, OrderId, Result};
use serde::Deserialize;
use utoipa::ToSchema;

/// A complaint as it is opened.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ComplaintIn {
    /// What it is.
    pub kind: ComplaintKind,
    /// The order that it is about; for disputes and complaints about the other side.
    pub order_id: Option<OrderId>,
    /// The figure that is wrong; for disputes on a payment.
    pub figure: Option<DisputedFigure>,
    /// What it should be, 1 to 100 characters; for disputes on a payment.
    #[schema(max_length = 100)]
    pub claimed: Option<String>,
    /// For objections.
    pub objection_to: Option<ObjectionSubject>,
    /// In one line, 4 to 60 characters.
    #[schema(min_length = 4, max_length = 60)]
    pub title: String,
    /// What happened, 10 to 2000 characters.
    #[schema(min_length = 10, max_length = 2000)]
    pub text: String,
    /// Uploaded files, up to 10. The other side does not see them.
    #[serde(default)]
    pub attachments: Vec<FileId>,
}

impl ComplaintIn {
    /// Checks that everything is there that the kind needs, and nothing else.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.line("title", &self.title, 4..=60).text("text", &self.text, 10..=2_000);
        let (dispute, objection) = (self.kind == ComplaintKind::Disbursement, self.kind == ComplaintKind::Objection);
        checks.that("order_id", self.order_id.is_some() || !self.kind.on_order(), "请选择对接单");
        checks.that("order_id", self.order_id.is_none() || self.kind.on_order(), "此类事项不针对某一张对接单");
        checks.that("figure", self.figure.is_some() || !dispute, "请选择有异议的数据");
        checks.that("figure", self.figure.is_none() || dispute, "仅用于放款异议");
        checks.that("objection_to", self.objection_to.is_some() || !objection, "请选择异议对象");
        checks.that("objection_to", self.objection_to.is_none() || objection, "仅用于数据或评分异议");
        match self.claimed.as_deref() {
            None => checks.that("claimed", !dispute, "请写明正确的数据"),
            Some(claimed) if dispute => checks.line("claimed", claimed, 1..=100),
            Some(_) => checks.that("claimed", false, "仅用于放款异议"),
        };
        checks.done()
    }
}

/// The operator's answer.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerIn {
    /// What was found and what is done, 10 to 2000 characters; both sides read it.
    #[schema(min_length = 10, max_length = 2000)]
    pub text: String,
    /// Whether it is justified; for everything but feedback.
    pub finding: Option<Finding>,
}

impl AnswerIn {
    /// Checks the words; the finding belongs to kinds that are judged.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, kind: ComplaintKind) -> Result<()> {
        Checks::new()
            .text("text", &self.text, 10..=2_000)
            .that("finding", self.finding.is_some() || !kind.judged(), "请选择核查结论")
            .that("finding", self.finding.is_none() || kind.judged(), "意见反馈不作核查结论")
            .done()
    }
}

/// That what was found has been put right (整改).
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RectificationIn {
    /// What was done, 5 to 1000 characters; both sides read it.
    #[schema(min_length = 5, max_length = 1000)]
    pub note: String,
    /// The day on which it was done.
    pub done_on: Day,
}

impl RectificationIn {
    /// Checks words and day, which lies between the opening and today.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self, opened_on: NaiveDate, today: NaiveDate) -> Result<()> {
        Checks::new()
            .text("note", &self.note, 5..=1_000)
            .range("done_on", *self.done_on, opened_on..=today, "完成日期须在提出之后、不晚于今天")
            .done()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;

    fn complaint(kind: ComplaintKind) -> ComplaintIn {
        let (title, text) = ("放款金额不一致".into(), "合同约定与登记的放款金额不一致，请核实。".into());
        ComplaintIn {
            kind,
            order_id: None,
            figure: None,
            claimed: None,
            objection_to: None,
            title,
            text,
            attachments: vec![],
        }
    }

    #[test]
    fn each_kind_needs_its_own_fields_and_no_others() {
        let order = Some(OrderId(uuid::Uuid::nil()));
        for kind in ComplaintKind::iter() {
            let full = ComplaintIn {
                order_id: order.filter(|_| kind.on_order()),
                figure: (kind == ComplaintKind::Disbursement).then_some(DisputedFigure::Amount),
                claimed: (kind == ComplaintKind::Disbursement).then(|| "80 万元".to_owned()),
                objection_to: (kind == ComplaintKind::Objection).then_some(ObjectionSubject::Score),
                ..complaint(kind)
            };
            assert!(full.check().is_ok(), "{kind:?}");
            let bare = matches!(kind, ComplaintKind::Feedback | ComplaintKind::Incident);
            assert_eq!(complaint(kind).check().is_ok(), bare, "{kind:?}");
            let odd = ComplaintIn {
                order_id: order,
                figure: Some(DisputedFigure::Rate),
                claimed: Some("3.8%".into()),
                objection_to: Some(ObjectionSubject::Data),
                ..complaint(kind)
            };
            assert!(odd.check().is_err(), "{kind:?}");
        }
    }
}

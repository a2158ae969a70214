//! What happens to a draw.

use super::{entity::Model, model::OverdueStage};
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{DrawId, Money, NaiveDate, OrderId, OrgId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DrawStep {
    /// The institution recorded a further draw.
    Recorded,
    /// It runs: its figures are confirmed.
    Opened,
    /// The enterprise says that its figures are wrong.
    Rejected,
    /// The institution took it back.
    Withdrawn,
    /// A repayment was recorded.
    Collected,
    /// Principal was repaid before it was due.
    CollectedEarly,
    /// A repayment was struck.
    Reversed,
    /// All is repaid.
    Settled,
    /// It ends later.
    Extended,
    /// The use of the money was checked.
    Checked,
    /// Something became known of the enterprise that concerns its lender.
    Signal,
    /// An instalment falls due soon.
    DueSoon,
    /// It is late, or has been late for longer.
    Overdue,
    /// It is late no more.
    Recovered,
    /// Something in the plan's course is to be looked at.
    Look,
    /// The limit for the enterprise's answer ends soon.
    AnswerSoon,
    /// It is over.
    Late,
}

/// A step of one draw.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct DrawFact {
    /// What happened.
    pub step: DrawStep,
    /// To which draw.
    pub draw: DrawId,
    /// Its voucher.
    pub voucher_no: String,
    /// Of which order.
    pub order: OrderId,
    /// Its number.
    pub order_no: String,
    /// Who borrowed.
    pub enterprise: OrgId,
    /// Who lent.
    pub institution: OrgId,
    /// Amount that the step is about, fen.
    pub amount: Option<Money>,
    /// Day that the step is about.
    #[serde(default)]
    pub day: Option<NaiveDate>,
    /// Stage of what is late.
    #[serde(default)]
    pub stage: Option<OverdueStage>,
    /// Why, or what exactly.
    pub reason: Option<String>,
}

impl DrawFact {
    /// A step of `row`.
    pub fn of(row: &Model, step: DrawStep) -> Self {
        Self {
            step,
            draw: row.id,
            voucher_no: row.terms.0.voucher_no.clone(),
            order: row.order_id,
            order_no: row.order_no.clone(),
            enterprise: row.enterprise_id,
            institution: row.institution_id,
            amount: None,
            day: None,
            stage: None,
            reason: None,
        }
    }
}

impl DrawStep {
    fn name_and_text(self) -> (&'static str, &'static str) {
        match self {
            Self::Recorded => ("recorded", "机构登记提款，待企业确认"),
            Self::Opened => ("opened", "开始还款"),
            Self::Rejected => ("rejected", "企业认为提款登记有误"),
            Self::Withdrawn => ("withdrawn", "机构撤回提款登记"),
            Self::Collected => ("collected", "还款"),
            Self::CollectedEarly => ("collected_early", "提前还款，还款计划已重算"),
            Self::Reversed => ("reversed", "冲正还款登记"),
            Self::Settled => ("settled", "贷款结清"),
            Self::Extended => ("extended", "贷款展期，还款计划已重算"),
            Self::Checked => ("checked", "贷款用途核查"),
            Self::Signal => ("signal", "风险信号"),
            Self::DueSoon => ("due_soon", "还款日将至"),
            Self::Overdue => ("overdue", "贷款逾期"),
            Self::Recovered => ("recovered", "逾期已还清"),
            Self::Look => ("look", "核对还款情况"),
            Self::AnswerSoon => ("answer_soon", "确认提款的时限将至"),
            Self::Late => ("late", "企业未在时限内答复"),
        }
    }
}

impl FactKind for DrawFact {
    fn kind(&self) -> String {
        format!("servicing.{}", self.step.name_and_text().0)
    }

    fn subject(&self) -> Uuid {
        self.draw.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.enterprise), Audience::Org(self.institution)]
    }
}

impl TimelineFact for DrawFact {
    fn text(&self) -> String {
        let text = self.step.name_and_text().1;
        let stage = self.stage.map(|stage| format!("（{}）", stage.text())).unwrap_or_default();
        let day = self.day.map(|day| format!("，{day}")).unwrap_or_default();
        let amount = self.amount.map(|amount| format!("，{amount}")).unwrap_or_default();
        format!("{text}{stage}{day}{amount}")
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }
}

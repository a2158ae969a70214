//! What happens to an order.

use super::{OrderActionKind, OrderState, limits::Turn};
use crate::products::FinancingKind;
use jinqiao_db::{Audience, FactKind};
use jinqiao_http::TimelineFact;
use jinqiao_kernel::{AccountId, DemandId, JointCreditId, Money, OrderId, OrgId};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A step in the life of an order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderStep {
    /// The platform offered the demand to the institution first.
    Invited,
    /// The institution did not take it, or let the round pass.
    Passed,
    /// The institution grabbed the demand with an offer.
    Grabbed,
    /// The enterprise applied for a product and opened its data.
    Applied,
    /// The institution took the application on.
    TakenOn,
    /// The enterprise confirmed it and opened its data.
    Confirmed,
    /// The enterprise chose not to.
    Declined,
    /// The institution took its offer back.
    Retracted,
    /// The institution made contact.
    Contacted,
    /// The institution asked for materials.
    MaterialsRequested,
    /// The institution took that back.
    MaterialsRecalled,
    /// The enterprise provided them.
    MaterialsProvided,
    /// The institution began to decide.
    ReviewStarted,
    /// The institution granted credit.
    Approved,
    /// The institution refused.
    Refused,
    /// The enterprise accepted.
    Accepted,
    /// The enterprise did not accept.
    OfferDeclined,
    /// The enterprise left.
    Withdrawn,
    /// The investor recorded a payment, and more will come.
    TranchePaid,
    /// The institution recorded the payment, an investor the last one.
    Disbursed,
    /// The institution put the payment's figures right.
    Corrected,
    /// The enterprise disputes the payment's figures.
    Disputed,
    /// That dispute is settled.
    DisputeSettled,
    /// The enterprise confirmed the payment's figures.
    Closed,
    /// Another colleague of the institution goes on.
    HandedOver,
    /// The end of a limit is near.
    Reminded,
    /// A limit is over, or has been for some days.
    Overdue,
    /// The enterprise provided nothing in time; the institution's clock goes on.
    MaterialsLapsed,
    /// The enterprise did not choose in time.
    ExpiredEnt,
    /// The institution did not take the application on in time.
    ExpiredInst,
    /// The enterprise did not accept in time.
    ExpiredOffer,
    /// The institution did not act for too long.
    Voided,
    /// The enterprise took others.
    Lost,
    /// The enterprise took its demand back.
    #[serde(rename = "fallen")]
    WithdrawnWithDemand,
    /// The enterprise opened its data to a member of a joint credit.
    JointOpened,
    /// The joint credit ended, and this order with it.
    JointEnded,
    /// All that the institution guarantees has been paid.
    JointFulfilled,
    /// Both sides want a further credit: the order begins in credit review.
    SecondOpened,
    /// One of the two organisations is suspended: the limits stand still.
    Held,
    /// Both are at work again: the limits go on.
    Released,
    /// One side ended it because the other is suspended.
    #[serde(rename = "left_held")]
    EndedWhileSuspended,
    /// The loan ends in two months …
    MaturityNear,
    /// … in one …
    MaturityClose,
    /// … and in a week.
    MaturityNext,
}

/// From whom to whom an order went, with words that stay inside the institution.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct HandedOver {
    /// Who handled it.
    pub from: AccountId,
    /// Who goes on.
    pub to: AccountId,
    /// Words for the one who goes on.
    pub note: String,
}

/// A step of one order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct OrderFact {
    /// What happened.
    pub step: OrderStep,
    /// To which order.
    pub order: OrderId,
    /// Its number.
    pub no: String,
    /// Its demand.
    pub demand: DemandId,
    /// The demand's number.
    pub demand_no: String,
    /// Debt or equity, which have words of their own.
    #[serde(default)]
    pub financing: FinancingKind,
    /// Whose demand.
    pub enterprise: OrgId,
    /// Whose offer.
    pub institution: OrgId,
    /// State before; none at the grab.
    pub from: Option<OrderState>,
    /// State after.
    pub to: OrderState,
    /// Amount that the step is about, fen.
    pub amount: Option<Money>,
    /// Why.
    pub reason: Option<String>,
    /// Whose limit it is, where a limit is told of.
    #[serde(default)]
    pub turn: Option<Turn>,
    /// How many working days the limit has been over, where one is told of.
    #[serde(default)]
    pub late_days: i32,
    /// The joint credit that decides about the order together with others, and tells of it.
    #[serde(default)]
    pub joint: Option<JointCreditId>,
    /// At a hand-over: from whom to whom.
    #[serde(default)]
    pub handed: Option<HandedOver>,
}

/// An order's step as the institution's own people read it.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct InsideFact(OrderFact);

impl OrderActionKind {
    /// What has happened when it was done.
    pub(super) fn step(self) -> OrderStep {
        match self {
            Self::Confirm => OrderStep::Confirmed,
            Self::Decline => OrderStep::Declined,
            Self::Withdraw => OrderStep::Withdrawn,
            Self::Accept => OrderStep::Accepted,
            Self::DeclineOffer => OrderStep::OfferDeclined,
            Self::ConfirmDisbursement => OrderStep::Closed,
            Self::Take => OrderStep::Grabbed,
            Self::Pass => OrderStep::Passed,
            Self::TakeOn => OrderStep::TakenOn,
            Self::Contact => OrderStep::Contacted,
            Self::RequestMaterials => OrderStep::MaterialsRequested,
            Self::RecallMaterials => OrderStep::MaterialsRecalled,
            Self::ProvideMaterials => OrderStep::MaterialsProvided,
            Self::StartReview => OrderStep::ReviewStarted,
            Self::Approve => OrderStep::Approved,
            Self::Refuse => OrderStep::Refused,
            Self::Disburse => OrderStep::Disbursed,
            Self::Tranche => OrderStep::TranchePaid,
            Self::CorrectPayment => OrderStep::Corrected,
            Self::Retract => OrderStep::Retracted,
            Self::HandOver => OrderStep::HandedOver,
            Self::EndSuspended => OrderStep::EndedWhileSuspended,
        }
    }
}

impl OrderStep {
    fn name_and_text(self, kind: FinancingKind) -> (&'static str, &'static str) {
        if kind == FinancingKind::Equity
            && let Some(own) = self.equity_words()
        {
            return own;
        }
        match self {
            Self::Invited => ("invited", "平台派单，优先推送给该机构"),
            Self::Passed => ("passed", "未接派单"),
            Self::MaterialsLapsed => ("materials_lapsed", "逾期未补充材料，机构恢复办理"),
            Self::ExpiredEnt => ("expired_ent", "企业逾期未选择，报价失效"),
            Self::ExpiredInst => ("expired_inst", "机构逾期未受理，申请结束"),
            Self::ExpiredOffer => ("expired_offer", "企业逾期未接受，授信失效"),
            Self::Voided => ("voided", "机构逾期未办理，对接作废"),
            Self::Grabbed => ("grabbed", "抢单并提交意向报价"),
            Self::Applied => ("applied", "申请产品，授权开放企业信息"),
            Self::TakenOn => ("taken_on", "受理申请"),
            Self::Confirmed => ("confirmed", "确认对接，授权开放企业信息"),
            Self::Declined => ("declined", "未选择该机构"),
            Self::Retracted => ("retracted", "撤回报价"),
            Self::Contacted => ("contacted", "已联系企业，开始尽职调查"),
            Self::MaterialsRequested => ("materials_requested", "请企业补充材料"),
            Self::MaterialsRecalled => ("materials_recalled", "撤回补充材料的要求"),
            Self::MaterialsProvided => ("materials_provided", "企业已补充材料"),
            Self::ReviewStarted => ("review_started", "资料齐备，进入授信审批"),
            Self::Approved => ("approved", "同意授信"),
            Self::Refused => ("refused", "不予授信"),
            Self::Accepted => ("accepted", "接受授信，进入签约"),
            Self::OfferDeclined => ("offer_declined", "未接受授信"),
            Self::Withdrawn => ("withdrawn", "退出对接"),
            Self::TranchePaid => ("tranche_paid", "登记到账，后续款项待付"),
            Self::Disbursed => ("disbursed", "登记放款"),
            Self::Corrected => ("corrected", "更正放款记录"),
            Self::Disputed => ("disputed", "对放款数据提出异议"),
            Self::DisputeSettled => ("dispute_settled", "放款异议已办结"),
            Self::Closed => ("closed", "确认放款，对接完成"),
            Self::HandedOver => ("handed_over", "更换经办人"),
            Self::Reminded => ("reminded", "办理时限将至"),
            Self::Overdue => ("overdue", "已超过办理时限"),
            Self::Lost => ("lost", "企业已选择其他机构"),
            Self::WithdrawnWithDemand => ("fallen", "企业撤回需求，对接结束"),
            Self::JointOpened => ("joint_opened", "在联合授信中确认机构，授权开放企业信息"),
            Self::JointEnded => ("joint_ended", "联合授信结束，本单随之结束"),
            Self::SecondOpened => ("second_opened", "二次授信，直接进入授信审批"),
            Self::Held => ("held", "一方单位被平台暂停使用，办理时限暂停计算"),
            Self::Released => ("released", "单位恢复使用，办理时限继续计算"),
            Self::EndedWhileSuspended => ("left_held", "因单位被暂停使用而终止对接"),
            Self::MaturityNear => ("maturity_near", "贷款 60 天后到期，可申请续贷"),
            Self::MaturityClose => ("maturity_close", "贷款 30 天后到期，可申请续贷"),
            Self::MaturityNext => ("maturity_next", "贷款 7 天后到期"),
            Self::JointFulfilled => ("joint_fulfilled", "联合授信各机构均已放款，担保生效"),
        }
    }

    /// Where an investment is spoken of in other words than a loan (domain 2.12).
    fn equity_words(self) -> Option<(&'static str, &'static str)> {
        Some(match self {
            Self::Grabbed => ("grabbed", "抢单并提交投资意向"),
            Self::ReviewStarted => ("review_started", "尽调完成，进入投资决策"),
            Self::Approved => ("approved", "通过投决，提交投资条款书"),
            Self::Refused => ("refused", "决定不投资"),
            Self::Accepted => ("accepted", "接受投资条款，进入签约"),
            Self::OfferDeclined => ("offer_declined", "未接受投资条款"),
            Self::Disbursed => ("disbursed", "登记到账，款项已付清"),
            Self::Closed => ("closed", "确认到账，对接完成"),
            _ => return None,
        })
    }
}

impl OrderFact {
    /// A joint credit tells of the step, for all its orders together.
    pub fn told_jointly(&self) -> bool {
        use OrderStep::{Accepted, Approved, ExpiredOffer, OfferDeclined};
        self.joint.is_some() && matches!(self.step, Approved | Accepted | OfferDeclined | ExpiredOffer)
    }
}

impl FactKind for OrderFact {
    fn kind(&self) -> String {
        format!("orders.{}", self.step.name_and_text(self.financing).0)
    }

    fn subject(&self) -> Uuid {
        self.order.into()
    }

    fn audience(&self) -> Vec<Audience> {
        vec![Audience::Org(self.enterprise), Audience::Org(self.institution)]
    }
}

impl TimelineFact for OrderFact {
    fn text(&self) -> String {
        let text = self.step.name_and_text(self.financing).1;
        if self.late_days > 0 {
            return format!("{text} {} 个工作日", self.late_days);
        }
        self.amount.map_or_else(|| text.to_owned(), |amount| format!("{text}，{amount}"))
    }

    fn reason(&self) -> Option<String> {
        self.reason.clone()
    }

    fn by_itself(&self) -> bool {
        matches!(self.step, OrderStep::JointEnded | OrderStep::JointFulfilled)
    }
}

impl FactKind for InsideFact {
    fn kind(&self) -> String {
        self.0.kind()
    }

    fn subject(&self) -> Uuid {
        self.0.subject()
    }

    fn audience(&self) -> Vec<Audience> {
        self.0.audience()
    }
}

impl TimelineFact for InsideFact {
    fn text(&self) -> String {
        self.0.text()
    }

    fn reason(&self) -> Option<String> {
        self.0.reason().or_else(|| self.0.handed.as_ref().map(|handed| handed.note.clone()))
    }

    fn by_itself(&self) -> bool {
        self.0.by_itself()
    }
}

//! What each side may do with an order now, and why not.

use super::{OrderState, entity::Model, model::OrderActionKind};
use jinqiao_kernel::Money;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

impl OrderAction {
    /// Takes the action from a reader who may not do it, with the reason.
    pub fn forbid(&mut self, action: OrderActionKind, why: &str) {
        if self.action == action && self.allowed {
            self.allowed = false;
            self.why = Some(why.to_owned());
        }
    }
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct OrderAction {
    action: OrderActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// Each of `kinds` on `order`.
pub fn actions(order: &Model, kinds: &[OrderActionKind]) -> Vec<OrderAction> {
    kinds
        .iter()
        // What is for a suspension alone is not worth a word without one.
        .filter(|action| **action != OrderActionKind::EndSuspended || order.held_since.is_some())
        .map(|&action| {
            let allowed = order.after(action).is_ok();
            OrderAction { action, allowed, why: (!allowed).then(|| why(order, action).to_owned()) }
        })
        .collect()
}

fn why(order: &Model, action: OrderActionKind) -> &'static str {
    let state = order.state;
    use OrderActionKind::{
        Accept, Approve, Confirm, ConfirmDisbursement, Contact, CorrectPayment, Decline, DeclineOffer, Disburse,
        EndSuspended, HandOver, Pass, ProvideMaterials, RecallMaterials, Refuse, RequestMaterials, Retract,
        StartReview, Take, TakeOn, Tranche, Withdraw,
    };
    if state.ended() {
        return "对接已结束";
    }
    if order.held_since.is_some() && action != EndSuspended {
        return "一方单位已被平台暂停使用，恢复前不能办理";
    }
    if state.after(action).is_ok() {
        return match action {
            Approve | Accept | DeclineOffer => "本单属于联合授信，请在联合授信页面办理",
            Disburse if order.granted_amount == Money::ZERO => "担保机构在联合授信中不放款",
            StartReview | RequestMaterials => "正在等待企业补充材料",
            RecallMaterials | ProvideMaterials => "目前没有待补充的材料",
            ConfirmDisbursement => "放款异议尚未办结，办结或撤回异议后才能确认",
            CorrectPayment => "企业对放款提出异议后才能更正",
            _ => "已有款项到账，不能终止对接",
        };
    }
    match action {
        Take | Pass => "只有平台派单可以接单或不接单",
        Confirm | Decline => "只能对待确认的报价操作",
        TakeOn => "只有企业直接申请的对接单需要受理",
        Retract if state == OrderState::Applied => "这是企业的申请，没有报价可撤回",
        Retract => "企业已确认对接，不能撤回报价",
        Contact => "企业确认对接后登记首次联系，且只登记一次",
        RequestMaterials | RecallMaterials | ProvideMaterials => "尽职调查阶段才能补充材料",
        StartReview => "登记首次联系后进入审批",
        Approve => "进入授信审批后才能同意授信",
        Refuse => "当前阶段不能拒绝授信",
        Withdraw => "当前阶段不能退出对接",
        Accept | DeclineOffer => "机构同意授信后才能操作",
        Disburse | Tranche => "企业接受授信后才能登记放款",
        CorrectPayment => "登记放款后，企业提出异议才能更正",
        HandOver => "对接已结束，不能移交",
        EndSuspended => "当前阶段不能终止对接",
        ConfirmDisbursement => "机构登记放款后才能确认",
    }
}

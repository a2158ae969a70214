//! What each reader may do with a complaint now, and why not.

use super::{ComplaintAction, ComplaintState, entity::Model};
use jinqiao_kernel::{Actor, Role};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ComplaintStepView {
    action: ComplaintAction,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// What `actor` may do with `row`.
pub fn actions(actor: &Actor, row: &Model) -> Vec<ComplaintStepView> {
    let kinds = if actor.role == Role::Operator {
        ComplaintAction::OF_OPERATOR
    } else if row.complainant_org == actor.org {
        ComplaintAction::OF_COMPLAINANT
    } else if row.about_org == Some(actor.org) {
        ComplaintAction::OF_RESPONDENT
    } else {
        &[]
    };
    let view = |&action: &ComplaintAction| {
        let why = why_not(actor, row, action);
        ComplaintStepView { action, allowed: why.is_none(), why: why.map(str::to_owned) }
    };
    kinds.iter().map(view).collect()
}

fn why_not(actor: &Actor, row: &Model, action: ComplaintAction) -> Option<&'static str> {
    use ComplaintAction::{Answer, Assign, Confirm, Explain, Lapse, Rectify, Reopen, Withdraw};
    if row.after(action).is_ok() {
        let stranger = action == Answer && row.handler_id != Some(actor.account);
        return stranger.then_some("只有指定的经办人可以答复");
    }
    if row.state == ComplaintState::Closed {
        return Some("已办结");
    }
    Some(match action {
        Assign => "已答复，提出方要求重新处理后才能改派",
        Answer if row.state == ComplaintState::Open => "请先指定经办人",
        Answer => "已答复，等待提出方确认",
        Rectify => "核查属实、答复之后才登记整改",
        Explain => "已答复，不再补充说明",
        Reopen if row.state == ComplaintState::Answered => "最多两次要求重新处理",
        Confirm | Reopen | Lapse => "平台答复后才能操作",
        Withdraw => "已确认答复，不能撤回",
    })
}

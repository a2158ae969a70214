//! What each side may do with a second credit now, and why not. Pure.

use super::{
    entity::Model,
    model::{Course, SecondActionKind, SecondSide, side_of},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SecondAction {
    action: SecondActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// What `side` may do, or the operator where none is given; only what makes sense for it.
pub fn actions(row: &Model, side: Option<SecondSide>) -> Vec<SecondAction> {
    use SecondActionKind::{Accept, Allow, Approve, Confirm, Decline, DeclineOffer, Forbid, Refuse, Withdraw};
    // Where the request goes from its confirmation is nothing that an action depends on.
    let course = Course { kind: row.kind, trusted: false };
    [Confirm, Decline, Withdraw, Allow, Forbid, Approve, Refuse, Accept, DeclineOffer]
        .into_iter()
        .filter(|action| side_of(*action, row.asked_by) == side)
        .map(|action| {
            let allowed = row.state.after(action, course).is_ok();
            SecondAction { action, allowed, why: (!allowed).then(|| why(action).to_owned()) }
        })
        .collect()
}

fn why(action: SecondActionKind) -> &'static str {
    use SecondActionKind::{Accept, Allow, Approve, Confirm, Decline, DeclineOffer, Forbid, Refuse, Withdraw};
    match action {
        Confirm | Decline => "只能答复待确认的申请",
        Withdraw => "双方同意后不能撤回",
        Allow | Forbid => "该申请不在待审核队列中",
        Approve | Refuse => "双方同意展期后才需要审批",
        Accept | DeclineOffer => "机构同意展期后才能答复",
    }
}

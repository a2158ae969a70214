//! What the operator and the department may do with a notice now, and why not.

use super::{
    AdjustmentState,
    entity::adjustment,
    grants::{ADJUSTMENTS_HANDLE, ADJUSTMENTS_OWN},
};
use jinqiao_kernel::{Actor, Error, Kind, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action on a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentActionKind {
    /// Take it in hand.
    Take,
    /// Confirm that its items are published anew.
    Renew,
    /// Explain it on the pages of its items.
    Explain,
    /// Take the explanation down again.
    Recall,
    /// Send it back to the department.
    Return,
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct AdjustmentAction {
    action: AdjustmentActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// The state that `action` of `actor` leads to: whoever has it in hand ends it. An explanation that is wrong is taken down by the
/// department or any operator: who wrote it may be away, and everybody reads it.
///
/// # Errors
/// `adjustments.wrong_state`; `adjustments.not_yours`.
pub fn after(actor: &Actor, row: &adjustment::Model, action: AdjustmentActionKind) -> Result<AdjustmentState> {
    let to = match action {
        AdjustmentActionKind::Take => return row.state.take(),
        AdjustmentActionKind::Recall => return row.state.recall(),
        AdjustmentActionKind::Renew => row.state.renew()?,
        AdjustmentActionKind::Explain => row.state.explain()?,
        AdjustmentActionKind::Return => row.state.give_back()?,
    };
    if row.taken_by == Some(actor.account) {
        Ok(to)
    } else {
        Err(Error::new(Kind::Forbidden, "adjustments.not_yours", "由受理人办结；需要接手时请先受理"))
    }
}

/// Every action that concerns the reader.
pub fn actions(actor: &Actor, row: &adjustment::Model) -> Vec<AdjustmentAction> {
    use AdjustmentActionKind::{Explain, Recall, Renew, Return, Take};
    let may = |permission| actor.standing().may_write(permission);
    if row.state == AdjustmentState::Explained && (may(ADJUSTMENTS_HANDLE) || may(ADJUSTMENTS_OWN)) {
        return vec![AdjustmentAction { action: Recall, allowed: true, why: None }];
    }
    if !may(ADJUSTMENTS_HANDLE) {
        return vec![];
    }
    let mine = row.state == AdjustmentState::Taken && row.taken_by == Some(actor.account);
    let entry = |action| {
        let error = after(actor, row, action).err().map(|error| error.message().to_owned());
        let error = error.or_else(|| (action == Take && mine).then(|| "已由您受理".to_owned()));
        AdjustmentAction { action, allowed: error.is_none(), why: error }
    };
    [Take, Renew, Explain, Return].map(entry).into()
}

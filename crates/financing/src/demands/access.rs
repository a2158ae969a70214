//! What the enterprise may do with a demand now, and why not.

use super::{DemandState, entity::Model};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, DemandId, Money, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action on the own demand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DemandActionKind {
    /// Change the fields.
    Edit,
    /// Submit for review.
    Submit,
    /// Take back.
    Withdraw,
    /// Take no further offers.
    Complete,
    /// Begin a new one with the same content.
    Copy,
}

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct DemandAction {
    action: DemandActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

/// Every action on `demand`.
pub fn actions(demand: &Model) -> Vec<DemandAction> {
    use DemandActionKind::{Complete, Copy, Edit, Submit, Withdraw};
    let state = demand.state;
    let nothing_accepted = demand.accepted_amount == Money::ZERO;
    let entry =
        |action, allowed: bool, why: &str| DemandAction { action, allowed, why: (!allowed).then(|| why.to_owned()) };
    let may = |transition: fn(DemandState) -> Result<DemandState>| transition(state).is_ok();
    vec![
        entry(Edit, may(DemandState::edit), "只有草稿、退回补正和未成功的需求可以修改"),
        entry(Submit, may(DemandState::submit), "只有草稿、退回补正和未成功的需求可以提交"),
        entry(Withdraw, may(DemandState::withdraw) && nothing_accepted, "已接受授信或已结束的需求不能撤回"),
        entry(
            Complete,
            may(DemandState::complete) && !nothing_accepted,
            "接受至少一家机构的授信后，才能停止接受其他报价",
        ),
        entry(Copy, state.ended() || state == DemandState::ClosedUnmatched, "需求结束后可以复制为新的需求"),
    ]
}

/// Notes that the operator saw a demand with its enterprise: a sensitive view.
///
/// # Errors
/// When the note cannot be written; then the demand must not be shown.
pub async fn viewed(db: &Db, actor: &Actor, id: DemandId) -> Result<()> {
    db.viewed(Intent::by(actor, "demands.view").on(id)).await
}

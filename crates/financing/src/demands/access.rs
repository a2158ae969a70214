//! What the enterprise may do with a demand now, and why not.

use super::{DemandState, entity::Model};
use jinqiao_db::{Db, Intent};
use jinqiao_kernel::{Actor, DemandId, Error, Money, Result};
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

/// The outcome of a transition, refused in the words of its button.
fn worded(to: Result<DemandState>, why: &'static str) -> Result<DemandState> {
    to.map_err(|error| Error::conflict(error.code(), why))
}

impl Model {
    /// The enterprise edits.
    ///
    /// # Errors
    /// `demands.wrong_state`; the other actions fail alike outside their states.
    pub(super) fn edit(&self) -> Result<DemandState> {
        worded(self.state.edit(), "只有草稿、退回补正和未成功的需求可以修改")
    }

    /// The enterprise submits it for review.
    pub(super) fn submit(&self) -> Result<DemandState> {
        worded(self.state.submit(), "只有草稿、退回补正和未成功的需求可以提交")
    }

    /// The enterprise takes it back.
    ///
    /// # Errors
    /// `demands.already_accepted` once an offer has been accepted.
    pub(crate) fn withdraw(&self) -> Result<DemandState> {
        let why = "已接受授信或已结束的需求不能撤回";
        let to = worded(self.state.withdraw(), why)?;
        let accepted = self.accepted_amount > Money::ZERO;
        if accepted { Err(Error::conflict("demands.already_accepted", why)) } else { Ok(to) }
    }

    /// The enterprise takes no further offers.
    ///
    /// # Errors
    /// `demands.nothing_accepted` before an offer has been accepted.
    pub(crate) fn complete(&self) -> Result<DemandState> {
        let why = "接受至少一家机构的授信后，才能停止接受其他报价";
        let to = worded(self.state.complete(), why)?;
        let accepted = self.accepted_amount > Money::ZERO;
        if accepted { Ok(to) } else { Err(Error::conflict("demands.nothing_accepted", why)) }
    }

    /// The enterprise begins a new demand with its content.
    pub(super) fn copy(&self) -> Result<DemandState> {
        let ended = self.state.ended() || self.state == DemandState::ClosedUnmatched;
        if ended {
            Ok(self.state)
        } else {
            Err(Error::conflict("demands.wrong_state", "需求结束后可以复制为新的需求"))
        }
    }
}

/// Every action on `demand`.
pub fn actions(demand: &Model) -> Vec<DemandAction> {
    use DemandActionKind::{Complete, Copy, Edit, Submit, Withdraw};
    let entry = |action, to: Result<DemandState>| {
        let why = to.err().map(|error| error.message().to_owned());
        DemandAction { action, allowed: why.is_none(), why }
    };
    vec![
        entry(Edit, demand.edit()),
        entry(Submit, demand.submit()),
        entry(Withdraw, demand.withdraw()),
        entry(Complete, demand.complete()),
        entry(Copy, demand.copy()),
    ]
}

/// Notes that the operator saw a demand with its enterprise: a sensitive view.
///
/// # Errors
/// When the note cannot be written; then the demand must not be shown.
pub async fn viewed(db: &Db, actor: &Actor, id: DemandId) -> Result<()> {
    db.viewed(Intent::by(actor, "demands.view").on(id)).await
}

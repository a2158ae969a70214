//! States of a notice of change, pure.

use jinqiao_kernel::{Action, Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a notice stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AdjustmentState {
    /// 待处理: no operator has it in hand.
    Reported,
    /// 处理中.
    Taken,
    /// 事项已更新: the department has published a newer version.
    Renewed,
    /// 已发布说明: the item's page explains it.
    Explained,
    /// 说明已撤下: it stands on no page any more.
    Recalled,
    /// 已退回: nothing of the portal has to change, or the notice cannot be understood.
    Returned,
}

fn wrong() -> Error {
    Error::conflict("adjustments.wrong_state", "通知当前状态不允许此操作")
}

impl AdjustmentState {
    /// An operator takes it in hand, also from a colleague.
    ///
    /// # Errors
    /// `adjustments.wrong_state` once it has ended; the other steps fail alike outside their states.
    pub fn take(self) -> Result<Self> {
        if self.waits() { Ok(Self::Taken) } else { Err(wrong()) }
    }

    /// Its items are published anew.
    ///
    /// # Errors
    /// Unless taken.
    pub fn renew(self) -> Result<Self> {
        if self == Self::Taken { Ok(Self::Renewed) } else { Err(wrong()) }
    }

    /// An explanation stands on the pages of its items.
    ///
    /// # Errors
    /// Unless taken.
    pub fn explain(self) -> Result<Self> {
        if self == Self::Taken { Ok(Self::Explained) } else { Err(wrong()) }
    }

    /// Its explanation is taken down again.
    ///
    /// # Errors
    /// Unless it is explained.
    pub fn recall(self) -> Result<Self> {
        if self == Self::Explained { Ok(Self::Recalled) } else { Err(wrong()) }
    }

    /// It goes back to the department.
    ///
    /// # Errors
    /// Unless taken.
    pub fn give_back(self) -> Result<Self> {
        if self == Self::Taken { Ok(Self::Returned) } else { Err(wrong()) }
    }

    /// The operator still has to act.
    pub fn waits(self) -> bool {
        matches!(self, Self::Reported | Self::Taken)
    }
}

/// Transitions of a notice, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Notice of a changed policy (政策调整通知)",
    transitions: || {
        let actions: &[Action<AdjustmentState>] = &[
            ("take", AdjustmentState::take),
            ("confirm the new versions", AdjustmentState::renew),
            ("explain", AdjustmentState::explain),
            ("take the explanation down", AdjustmentState::recall),
            ("return", AdjustmentState::give_back),
        ];
        transitions_of(AdjustmentState::iter(), actions)
    },
};

#[cfg(test)]
mod tests {
    use super::AdjustmentState::{Explained, Recalled, Renewed, Reported, Returned, Taken};

    #[test]
    fn a_notice_is_taken_before_it_ends_and_ends_once() {
        for (state, take, ends) in [
            (Reported, Some(Taken), false),
            (Taken, Some(Taken), true),
            (Renewed, None, false),
            (Explained, None, false),
            (Recalled, None, false),
            (Returned, None, false),
        ] {
            assert_eq!(state.take().ok(), take, "{state:?}");
            assert_eq!(state.renew().ok(), ends.then_some(Renewed), "{state:?}");
            assert_eq!(state.explain().ok(), ends.then_some(Explained), "{state:?}");
            assert_eq!(state.give_back().ok(), ends.then_some(Returned), "{state:?}");
            assert_eq!(state.recall().ok(), (state == Explained).then_some(Recalled), "{state:?}");
        }
    }
}

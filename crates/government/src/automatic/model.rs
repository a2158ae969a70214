//! States of a list and of its entries, pure.

use jinqiao_kernel::{Action, Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AutomaticState {
    /// 待核对: another person looks at it.
    Checking,
    /// 已通知: the firms named have been asked.
    Notified,
    /// 已作废.
    Dropped,
}

/// Where a firm of a list stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum AutomaticEntryState {
    /// 拟享受.
    Eligible,
    /// 未列入: it fails a condition, cannot be told, or has it already.
    LeftOut,
    /// 核对剔除.
    Struck,
    /// 待企业确认.
    Notified,
    /// 已确认: it goes on as an application.
    Confirmed,
    /// 企业放弃.
    Declined,
    /// 逾期未确认: silence is no consent.
    Lapsed,
}

fn wrong() -> Error {
    Error::conflict("automatic.wrong_state", "名单当前状态不允许此操作")
}

impl AutomaticState {
    /// Another person has checked it; the firms are asked.
    ///
    /// # Errors
    /// `automatic.wrong_state` unless it waits for the check; the other one fails alike.
    pub fn notify(self) -> Result<Self> {
        if self == Self::Checking { Ok(Self::Notified) } else { Err(wrong()) }
    }

    /// It is given up.
    ///
    /// # Errors
    /// As for [`AutomaticState::notify`].
    pub fn drop_it(self) -> Result<Self> {
        if self == Self::Checking { Ok(Self::Dropped) } else { Err(wrong()) }
    }
}

impl AutomaticEntryState {
    /// The check strikes it.
    ///
    /// # Errors
    /// `automatic.wrong_state` unless it was to have it; the others fail alike outside their states.
    pub fn strike(self) -> Result<Self> {
        if self == Self::Eligible { Ok(Self::Struck) } else { Err(wrong()) }
    }

    /// The firm is asked.
    ///
    /// # Errors
    /// Unless it was to have it.
    pub fn notify(self) -> Result<Self> {
        if self == Self::Eligible { Ok(Self::Notified) } else { Err(wrong()) }
    }

    /// The firm confirms account and commitment.
    ///
    /// # Errors
    /// Unless it was asked.
    pub fn confirm(self) -> Result<Self> {
        if self == Self::Notified { Ok(Self::Confirmed) } else { Err(wrong()) }
    }

    /// The firm does not want it.
    ///
    /// # Errors
    /// Unless it was asked.
    pub fn decline(self) -> Result<Self> {
        if self == Self::Notified { Ok(Self::Declined) } else { Err(wrong()) }
    }

    /// It did not answer in time.
    ///
    /// # Errors
    /// Unless it was asked.
    pub fn lapse(self) -> Result<Self> {
        if self == Self::Notified { Ok(Self::Lapsed) } else { Err(wrong()) }
    }
}

/// Transitions of a list, for the documents.
pub const MACHINE: Machine = Machine {
    name: "List of 免申即享 (免申即享名单)",
    transitions: || {
        let actions: &[Action<AutomaticState>] =
            &[("check", AutomaticState::notify), ("drop", AutomaticState::drop_it)];
        transitions_of(AutomaticState::iter(), actions)
    },
};

/// Transitions of an entry, for the documents.
pub const ENTRY_MACHINE: Machine = Machine {
    name: "Firm of a list of 免申即享 (名单企业)",
    transitions: || {
        let actions: &[Action<AutomaticEntryState>] = &[
            ("strike", AutomaticEntryState::strike),
            ("notify", AutomaticEntryState::notify),
            ("confirm", AutomaticEntryState::confirm),
            ("decline", AutomaticEntryState::decline),
            ("limit over", AutomaticEntryState::lapse),
        ];
        transitions_of(AutomaticEntryState::iter(), actions)
    },
};

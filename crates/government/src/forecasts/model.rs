//! States of a forecast, pure.

use jinqiao_kernel::{Action, Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a forecast stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ForecastState {
    /// 编辑中.
    Draft,
    /// 已发布: everybody reads it, and it may still change.
    Published,
    /// 已转为事项: the item that it announced is published.
    Opened,
    /// 已撤销: it does not come.
    Withdrawn,
}

fn wrong() -> Error {
    Error::conflict("forecasts.wrong_state", "预告当前状态不允许此操作")
}

impl ForecastState {
    /// The department writes.
    ///
    /// # Errors
    /// `forecasts.wrong_state` once it has ended; the other steps fail alike outside their states.
    pub fn edit(self) -> Result<Self> {
        if self.running() { Ok(self) } else { Err(wrong()) }
    }

    /// Everybody may read it.
    ///
    /// # Errors
    /// Unless it is a draft.
    pub fn publish(self) -> Result<Self> {
        if self == Self::Draft { Ok(Self::Published) } else { Err(wrong()) }
    }

    /// Its item is published.
    ///
    /// # Errors
    /// Unless it is published itself.
    pub fn open(self) -> Result<Self> {
        if self == Self::Published { Ok(Self::Opened) } else { Err(wrong()) }
    }

    /// It does not come.
    ///
    /// # Errors
    /// Once it has ended.
    pub fn withdraw(self) -> Result<Self> {
        if self.running() { Ok(Self::Withdrawn) } else { Err(wrong()) }
    }

    /// It has not ended.
    pub fn running(self) -> bool {
        matches!(self, Self::Draft | Self::Published)
    }
}

/// Transitions of a forecast, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Forecast of a policy item (政策预告)",
    transitions: || {
        let actions: &[Action<ForecastState>] = &[
            ("edit", ForecastState::edit),
            ("publish", ForecastState::publish),
            ("its item is published", ForecastState::open),
            ("withdraw", ForecastState::withdraw),
        ];
        transitions_of(ForecastState::iter(), actions)
    },
};

#[cfg(test)]
mod tests {
    use super::ForecastState::{Draft, Opened, Published, Withdrawn};

    #[test]
    fn a_forecast_ends_once() {
        for (state, edit, publish, open, withdraw) in [
            (Draft, Some(Draft), Some(Published), None, Some(Withdrawn)),
            (Published, Some(Published), None, Some(Opened), Some(Withdrawn)),
            (Opened, None, None, None, None),
            (Withdrawn, None, None, None, None),
        ] {
            assert_eq!(state.edit().ok(), edit, "{state:?}");
            assert_eq!(state.publish().ok(), publish, "{state:?}");
            assert_eq!(state.open().ok(), open, "{state:?}");
            assert_eq!(state.withdraw().ok(), withdraw, "{state:?}");
        }
    }
}

//! States of a draw, kinds of repayments, stages of what is late (domain 2.2, 贷后).

use jinqiao_kernel::{Error, Machine, Result, transitions_by, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a draw stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum DrawState {
    /// 待企业确认: the institution recorded a further draw.
    Recorded,
    /// 还款中.
    Running,
    /// 已结清.
    Settled,
    /// 企业认为有误: it counts for nothing; the institution records it anew.
    Rejected,
    /// 机构已撤回.
    Withdrawn,
}

use DrawState::{Recorded, Rejected, Running, Settled, Withdrawn};

/// What can be done with a draw.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DrawActionKind {
    /// Enterprise: the figures are right.
    Confirm,
    /// Enterprise: they are not.
    Reject,
    /// Institution: take a draw back that is not confirmed.
    Withdraw,
    /// Institution: record a repayment.
    Collect,
    /// Institution: strike a repayment that was recorded by mistake.
    Reverse,
    /// Institution: nothing is owed any more, whatever the plan says of interest.
    Settle,
    /// Institution: note what the money was used for.
    Check,
}

use DrawActionKind::{Check, Collect, Confirm, Reject, Reverse, Settle, Withdraw};

fn wrong_state() -> Error {
    Error::conflict("servicing.wrong_state", "贷款当前状态不允许此操作")
}

impl DrawState {
    /// The state that `action` leads to.
    ///
    /// # Errors
    /// `servicing.wrong_state`.
    pub fn after(self, action: DrawActionKind) -> Result<Self> {
        match (action, self) {
            (Confirm, Recorded) | (Collect | Check, Running) | (Reverse, Running | Settled) => Ok(Running),
            (Reject, Recorded) => Ok(Rejected),
            (Withdraw, Recorded) => Ok(Withdrawn),
            (Settle, Running) => Ok(Settled),
            _ => Err(wrong_state()),
        }
    }

    /// The enterprise did not answer in time: what was recorded holds.
    ///
    /// # Errors
    /// `servicing.wrong_state` where nothing waits.
    pub fn expire(self) -> Result<Self> {
        self.after(Confirm)
    }

    /// All is repaid.
    ///
    /// # Errors
    /// `servicing.wrong_state` where nothing is owed.
    pub fn repaid(self) -> Result<Self> {
        self.after(Settle)
    }

    /// Its amount counts as paid out.
    pub fn counts(self) -> bool {
        matches!(self, Recorded | Running | Settled)
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Draw (借据)",
    transitions: || {
        let by_people = transitions_by(DrawState::iter(), DrawActionKind::iter(), DrawState::after);
        let by_itself = [("limit over", DrawState::expire as fn(_) -> _), ("all repaid", DrawState::repaid)];
        by_people.into_iter().chain(transitions_of(DrawState::iter(), &by_itself)).collect()
    },
};

/// Kind of a repayment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ReceiptKind {
    /// 按期还款: what the plan says, late or not.
    #[default]
    Planned,
    /// 提前还款: principal before it is due; the plan is computed anew.
    Early,
}

/// How long something has been late (逾期阶段).
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema,
)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum OverdueStage {
    /// 逾期 1–30 天.
    #[sea_orm(string_value = "days1_30")]
    #[serde(rename = "days1_30")]
    Early,
    /// 逾期 31–90 天.
    #[sea_orm(string_value = "days31_90")]
    #[serde(rename = "days31_90")]
    Middle,
    /// 逾期 90 天以上.
    #[sea_orm(string_value = "over90")]
    #[serde(rename = "over90")]
    Long,
}

impl OverdueStage {
    /// Of something that is `days` late.
    pub fn of(days: i64) -> Self {
        match days {
            ..=30 => Self::Early,
            31..=90 => Self::Middle,
            _ => Self::Long,
        }
    }

    /// On which day of being late it begins.
    pub fn begins(self) -> i64 {
        match self {
            Self::Early => 1,
            Self::Middle => 31,
            Self::Long => 91,
        }
    }

    /// In words.
    pub fn text(self) -> &'static str {
        match self {
            Self::Early => "逾期 1–30 天",
            Self::Middle => "逾期 31–90 天",
            Self::Long => "逾期 90 天以上",
        }
    }
}

/// What a check of the use of funds found (用途核查).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum UseFinding {
    /// 与约定用途一致.
    Agreed,
    /// 部分一致.
    Partly,
    /// 与约定用途不符.
    Other,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_state_and_action() {
        let allowed = [
            (Confirm, Recorded, Running),
            (Reject, Recorded, Rejected),
            (Withdraw, Recorded, Withdrawn),
            (Collect, Running, Running),
            (Check, Running, Running),
            (Reverse, Running, Running),
            (Reverse, Settled, Running),
            (Settle, Running, Settled),
        ];
        for state in DrawState::iter() {
            for action in DrawActionKind::iter() {
                let want = allowed.iter().find(|(a, from, _)| *a == action && *from == state).map(|(_, _, to)| *to);
                assert_eq!(state.after(action).ok(), want, "{state:?} {action:?}");
            }
        }
    }

    #[test]
    fn stages_begin_at_1_31_and_91_days() {
        for (days, want) in [(1, OverdueStage::Early), (30, OverdueStage::Early), (31, OverdueStage::Middle)] {
            assert_eq!(OverdueStage::of(days), want, "{days}");
        }
        assert_eq!((OverdueStage::of(90), OverdueStage::of(91)), (OverdueStage::Middle, OverdueStage::Long));
        for stage in OverdueStage::iter() {
            assert_eq!(OverdueStage::of(stage.begins()), stage);
            assert!(stage.begins() == 1 || OverdueStage::of(stage.begins() - 1) < stage);
        }
    }
}

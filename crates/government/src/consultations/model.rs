//! States of a consultation, pure.

use jinqiao_kernel::{Action, Error, Machine, Result, transitions_of};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Departments that are asked about one application at a time.
pub const MOST_ASKED: usize = 3;

/// Where the question to one department stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ConsultationState {
    /// 会商中.
    Open,
    /// 逾期未答复: it may still be answered while the second review goes on.
    Overdue,
    /// 已答复.
    Answered,
    /// 已结束: the second review has ended without an answer.
    Closed,
}

/// What the department thinks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum ConsultationVerdict {
    /// 无异议.
    NoObjection,
    /// 有异议.
    Objection,
}

use ConsultationState::{Answered, Closed, Open, Overdue};

fn wrong() -> Error {
    Error::conflict("consultations.wrong_state", "该会商已答复或已结束")
}

impl ConsultationState {
    /// It is not answered yet.
    pub fn waits(self) -> bool {
        matches!(self, Open | Overdue)
    }

    /// The department answers.
    ///
    /// # Errors
    /// `consultations.wrong_state` unless it waits; the others fail alike outside their states.
    pub fn answer(self) -> Result<Self> {
        if self.waits() { Ok(Answered) } else { Err(wrong()) }
    }

    /// Its days are over.
    ///
    /// # Errors
    /// Unless it is open.
    pub fn expire(self) -> Result<Self> {
        if self == Open { Ok(Overdue) } else { Err(wrong()) }
    }

    /// The second review has ended.
    ///
    /// # Errors
    /// Unless it waits.
    pub fn close(self) -> Result<Self> {
        if self.waits() { Ok(Closed) } else { Err(wrong()) }
    }
}

impl ConsultationVerdict {
    /// As people read it.
    pub fn text(self) -> &'static str {
        match self {
            Self::NoObjection => "无异议",
            Self::Objection => "有异议",
        }
    }
}

/// Its transitions, for the documents.
pub const MACHINE: Machine = Machine {
    name: "Consultation (会商)",
    transitions: || {
        let actions: &[Action<ConsultationState>] = &[
            ("answer", ConsultationState::answer),
            ("limit over", ConsultationState::expire),
            ("second review ends", ConsultationState::close),
        ];
        transitions_of(ConsultationState::iter(), actions)
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_late_answer_counts_and_an_ended_one_stays() {
        for (from, answered, expired, closed) in [
            (Open, true, true, true),
            (Overdue, true, false, true),
            (Answered, false, false, false),
            (Closed, false, false, false),
        ] {
            let found = (from.answer().is_ok(), from.expire().is_ok(), from.close().is_ok());
            assert_eq!(found, (answered, expired, closed), "{from:?}");
        }
    }
}

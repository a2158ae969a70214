//! 时限 of a complaint: frozen at its opening, and when each state is due. Pure.

use super::{
    ComplaintKind, ComplaintState,
    entity::Model,
    model::Limits,
    parameters::{COMPLAINT_ANSWER_DAYS, COMPLAINT_ASSIGN_DAYS, COMPLAINT_CONFIRM_DAYS, OBJECTION_DAYS},
};
use chrono::TimeDelta;
use jinqiao_db::Reading;
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar},
    permissions::Parameters,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

impl Limits {
    /// As the operator has set them now.
    pub async fn now(conn: &impl Reading) -> Result<Self> {
        let set = Parameters::now(conn).await?;
        Ok(Self {
            assign: set.days(COMPLAINT_ASSIGN_DAYS)?,
            answer: set.days(COMPLAINT_ANSWER_DAYS)?,
            confirm: set.days(COMPLAINT_CONFIRM_DAYS)?,
            objection: set.days(OBJECTION_DAYS)?,
        })
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ComplaintTurn {
    /// The operator has to assign, answer, or see to what was found.
    Operator,
    /// The complainant has to confirm or reopen.
    Complainant,
}

/// Whose turn it is in a state; nobody's when it is closed.
pub fn turn(state: ComplaintState) -> Option<ComplaintTurn> {
    use ComplaintState::{Answered, Assigned, Closed, Confirmed, Open, Reopened};
    match state {
        Open | Assigned | Reopened | Confirmed => Some(ComplaintTurn::Operator),
        Answered => Some(ComplaintTurn::Complainant),
        Closed => None,
    }
}

/// When `row` is due after it has gone `from` one state, or from none at its opening, `to` another at `now`. What stays in its state
/// keeps its end.
pub fn due(
    calendar: &WorkCalendar,
    row: &Model,
    from: Option<ComplaintState>,
    to: ComplaintState,
    now: DateTime,
) -> Option<DateTime> {
    use ComplaintState::{Answered, Assigned, Open, Reopened};
    let limits = row.limits.0;
    let objection = row.kind == ComplaintKind::Objection;
    match to {
        _ if from == Some(to) => row.due_at,
        Open => Some(calendar.due(now, limits.assign)),
        // The whole limit of an objection runs from its opening, or from its reopening.
        Assigned if objection && from == Some(Open) => Some(row.opened_at + TimeDelta::days(limits.objection.into())),
        Assigned if objection => row.due_at,
        Reopened if objection => Some(now + TimeDelta::days(limits.objection.into())),
        Assigned | Reopened => Some(calendar.due(now, limits.answer)),
        Answered => Some(calendar.due(now, limits.confirm)),
        _ => None,
    }
}

/// How long before its end a limit is called to mind, minutes of working time.
pub fn remind_before(state: ComplaintState) -> i64 {
    if state == ComplaintState::Open { WORKING_DAY / 2 } else { WORKING_DAY }
}

//! What a reader may do with an application now, and why not.

use super::{
    ApplicationActionKind, ApplicationState,
    entity::{Application, seat},
    grants::{APPLICATIONS_OWN, APPLICATIONS_REVIEW},
    seats::NOBODY_LEFT,
};
use jinqiao_kernel::{Actor, DateTime, OrgKind};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An action, and whether it is allowed now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ApplicationAction {
    action: ApplicationActionKind,
    allowed: bool,
    /// Why not, in Chinese.
    why: Option<String>,
}

fn of_enterprise() -> [ApplicationActionKind; 6] {
    use ApplicationActionKind::{Appeal, CorrectPayee, Resubmit, Save, Submit, Withdraw};
    [Save, Submit, Resubmit, CorrectPayee, Withdraw, Appeal]
}

/// What a department can do in a state; actions that make no sense there are left out.
fn of_department(row: &Application) -> Vec<ApplicationActionKind> {
    use ApplicationActionKind::{
        Accept, Claim, Correct, DismissAppeal, DismissObjection, NotAccept, PassFirst, PassSecond, Recover,
        RefuseFirst, RefuseSecond, Release, Revoke, SendBack, UpholdAppeal, UpholdObjection,
    };
    let claim = if row.claimed_by.is_some() { Release } else { Claim };
    match row.state {
        ApplicationState::Submitted => vec![Accept, NotAccept, claim],
        ApplicationState::FirstReview => vec![PassFirst, Correct, RefuseFirst, claim],
        ApplicationState::SecondReview => vec![PassSecond, SendBack, RefuseSecond, claim],
        ApplicationState::Objection => vec![DismissObjection, UpholdObjection, claim],
        ApplicationState::Appealing => vec![UpholdAppeal, DismissAppeal, claim],
        ApplicationState::Approved => vec![Revoke],
        ApplicationState::Paid => vec![Recover],
        _ => vec![],
    }
}

/// What the answer depends on beside the application and its seats.
pub struct Known {
    /// End of the days in which a refused one can be appealed.
    pub appeal_until: Option<DateTime>,
    pub now: DateTime,
    /// Nobody else of the department is free for what has to be decided.
    pub nobody_left: bool,
}

/// Every action that concerns the reader.
pub fn actions(actor: &Actor, row: &Application, seats: &[seat::Model], known: &Known) -> Vec<ApplicationAction> {
    let standing = actor.standing();
    let enterprise = actor.org_kind == OrgKind::Enterprise;
    let (kinds, permission) = if enterprise {
        (of_enterprise().to_vec(), APPLICATIONS_OWN)
    } else {
        (of_department(row), APPLICATIONS_REVIEW)
    };
    if !standing.may_write(permission) {
        return vec![];
    }
    let why = |action: ApplicationActionKind| {
        if let Err(error) = row.state.after(action, row.course()) {
            return Some(error.message().to_owned());
        }
        let claims = action == ApplicationActionKind::Claim;
        let wanted = if claims { row.state.seat() } else { action.seat() };
        let other = |one: &seat::Model| one.account_id == actor.account && wanted.is_some_and(|s| s != one.seat);
        if seats.iter().any(other) {
            let text = if known.nobody_left {
                NOBODY_LEFT
            } else {
                "您已参与本申请的其他环节，须由其他人员办理"
            };
            return Some(text.to_owned());
        }
        let held = row.claimed_by.is_some_and(|holder| holder != actor.account) && row.in_pool;
        if held && !enterprise && !(action == ApplicationActionKind::Release && actor.primary) {
            return Some("该申请已由其他人员领取".to_owned());
        }
        let late = action == ApplicationActionKind::Appeal && known.appeal_until.is_none_or(|end| end < known.now);
        late.then(|| "申诉期限已过".to_owned())
    };
    let entry = |action| {
        let why = why(action);
        ApplicationAction { action, allowed: why.is_none(), why }
    };
    // The enterprise sees what it may do; a button that never applies is noise.
    kinds.into_iter().map(entry).filter(|one| one.allowed || !enterprise).collect()
}

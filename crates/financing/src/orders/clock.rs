//! The clock of an order: when the limit of the state that it enters ends (domain 2.2). Pure.

use super::{OrderState, entity::Model};
use jinqiao_kernel::{DateTime, NaiveDate};
use jinqiao_platform::calendar::{WORKING_DAY, WorkCalendar};

/// Where an order goes, and what with it.
pub struct Entering {
    /// Where it was; none at its opening.
    pub from: Option<OrderState>,
    /// The new state.
    pub to: OrderState,
    /// Since when the enterprise owes materials, afterwards.
    pub awaiting: Option<DateTime>,
    /// Until when a grant may be accepted, if this step makes one.
    pub valid_until: Option<NaiveDate>,
    /// For how long the enterprise may take for the materials, minutes of working time, if this step asks for them.
    pub wait: Option<i64>,
}

/// The ends of an order's limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    /// Of the state it is in; none when nothing is due any more.
    pub due_at: Option<DateTime>,
    /// Of the decision, counted from the confirmation; it stands still while the enterprise owes materials.
    pub decide_by: Option<DateTime>,
}

/// Until when the enterprise confirms the payment's figures, from `now` on.
pub fn confirm_by(calendar: &WorkCalendar, order: &Model, now: DateTime) -> DateTime {
    calendar.due(now, order.limits.as_ref().map(|limits| limits.0).unwrap_or_default().confirm)
}

/// The clock of `order` after it has entered a state `now`. What stays in its state keeps its end.
pub fn clock(calendar: &WorkCalendar, order: &Model, entering: &Entering, now: DateTime) -> Clock {
    use OrderState::{
        Applied, Contacting, Contracting, CreditReview, Disbursed, DueDiligence, Grabbed, Invited, Offered,
    };
    let limits = order.limits();
    let Entering { from, to, awaiting, valid_until, wait } = *entering;
    let decide_by = match (from == Some(to), order.awaiting_since, awaiting) {
        // A joint credit has one limit to decide for all its members, kept there.
        _ if order.joint_id.is_some() => order.decide_by,
        (false, ..) if to == Contacting => Some(calendar.due(now, order.decision_wd.unwrap_or(10))),
        // What was left when the materials were asked for is left again.
        (_, Some(since), None) => order.decide_by.map(|end| calendar.after(now, calendar.between(since, end))),
        _ => order.decide_by,
    };
    let stays = from == Some(to) && order.awaiting_since == awaiting;
    let due_at = match to {
        _ if stays => order.due_at,
        Invited => Some(calendar.due(now, limits.dispatch)),
        Applied => Some(calendar.due(now, limits.take_on)),
        Grabbed => Some(calendar.due(now, limits.choose)),
        Contacting => Some(calendar.due(now, limits.contact)),
        DueDiligence => match awaiting {
            Some(since) => Some(calendar.after(since, wait.unwrap_or(i64::from(limits.materials) * WORKING_DAY))),
            None => decide_by,
        },
        CreditReview => decide_by,
        Offered => valid_until.map(|day| calendar.closes(day)),
        Contracting => Some(calendar.due(now, order.disburse_wd.unwrap_or(20))),
        Disbursed => Some(confirm_by(calendar, order, now)),
        _ => None,
    };
    Clock { due_at, decide_by }
}

/// The clock of `order` when it goes on `now`, after one side was suspended: what was left then is left again. The decision's
/// limit stood still already while the enterprise owed materials.
pub fn shifted_clock(calendar: &WorkCalendar, order: &Model, now: DateTime) -> Clock {
    let Some(since) = order.held_since else { return Clock { due_at: order.due_at, decide_by: order.decide_by } };
    let later = |end: DateTime| calendar.shift_deadline(end, since, now);
    let decides = order.decide_by.filter(|_| order.awaiting_since.is_none());
    Clock { due_at: order.due_at.map(later), decide_by: decides.map(later).or(order.decide_by) }
}

//! 时限: what is due when an order enters a state, in working days frozen at its opening (domain 2.2). Pure.

use super::{OrderState, entity::Model};
use crate::{
    calendar::{WORKING_DAY, WorkCalendar},
    permissions::{Parameter, days_of},
};
use jinqiao_kernel::{DateTime, NaiveDate, Result};
use sea_orm::ConnectionTrait;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Limits of an order, working days, as the operator had set them when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// The institution takes an application on.
    pub take_on: i32,
    /// The enterprise answers an offer.
    pub choose: i32,
    /// The institution makes contact.
    pub contact: i32,
    /// The enterprise provides materials.
    pub materials: i32,
    /// The enterprise confirms the payment's figures.
    pub confirm: i32,
}

impl Default for Limits {
    /// Of domain 2.2; for orders that were opened before limits were kept.
    fn default() -> Self {
        Self { take_on: 1, choose: 3, contact: 2, materials: 5, confirm: 5 }
    }
}

impl Limits {
    /// As the operator has set them now.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn now(conn: &impl ConnectionTrait) -> Result<Self> {
        Ok(Self {
            take_on: days_of(conn, Parameter::TakeOnDays).await?,
            choose: days_of(conn, Parameter::ChooseDays).await?,
            contact: days_of(conn, Parameter::ContactDays).await?,
            materials: days_of(conn, Parameter::MaterialDays).await?,
            confirm: days_of(conn, Parameter::ConfirmPaymentDays).await?,
        })
    }
}

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Turn {
    /// The enterprise has to answer.
    Enterprise,
    /// The institution has to act.
    Institution,
}

/// Whose turn it is in a state; nobody's when it has ended.
pub fn turn(state: OrderState, awaiting: bool) -> Option<Turn> {
    use OrderState::{Applied, Contacting, Contracting, CreditReview, Disbursed, DueDiligence, Grabbed, Offered};
    match state {
        DueDiligence if awaiting => Some(Turn::Enterprise),
        Grabbed | Offered | Disbursed => Some(Turn::Enterprise),
        Applied | Contacting | DueDiligence | CreditReview | Contracting => Some(Turn::Institution),
        _ => None,
    }
}

/// How long before its end a limit is called to mind, minutes of working time (domain 2.2).
pub fn remind_before(state: OrderState, awaiting: bool) -> i64 {
    match state {
        OrderState::Applied => WORKING_DAY / 2,
        OrderState::Contacting => 4 * 60,
        OrderState::CreditReview | OrderState::Contracting => 2 * WORKING_DAY,
        OrderState::DueDiligence if !awaiting => 2 * WORKING_DAY,
        OrderState::Offered => 3 * WORKING_DAY,
        _ => WORKING_DAY,
    }
}

/// Where an order goes, and what with it.
pub struct Entering {
    /// The new state.
    pub to: OrderState,
    /// Since when the enterprise owes materials, afterwards.
    pub awaiting: Option<DateTime>,
    /// Until when a grant may be accepted, if this step makes one.
    pub valid_until: Option<NaiveDate>,
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
    use OrderState::{Applied, Contacting, Contracting, CreditReview, Disbursed, DueDiligence, Grabbed, Offered};
    let limits = order.limits.as_ref().map(|limits| limits.0).unwrap_or_default();
    let Entering { to, awaiting, valid_until } = *entering;
    let decide_by = match (order.state == to, order.awaiting_since, awaiting) {
        (false, ..) if to == Contacting => Some(calendar.due(now, order.decision_wd.unwrap_or(10))),
        // What was left when the materials were asked for is left again.
        (_, Some(since), None) => order.decide_by.map(|end| calendar.after(now, calendar.between(since, end))),
        _ => order.decide_by,
    };
    let stays = order.state == to && order.awaiting_since == awaiting;
    let due_at = match to {
        _ if stays => order.due_at,
        Applied => Some(calendar.due(now, limits.take_on)),
        Grabbed => Some(calendar.due(now, limits.choose)),
        Contacting => Some(calendar.due(now, limits.contact)),
        DueDiligence => awaiting.map_or(decide_by, |since| Some(calendar.due(since, limits.materials))),
        CreditReview => decide_by,
        Offered => valid_until.map(|day| calendar.closes(day)),
        Contracting => Some(calendar.due(now, order.disburse_wd.unwrap_or(20))),
        Disbursed => Some(confirm_by(calendar, order, now)),
        _ => None,
    };
    Clock { due_at, decide_by }
}

//! 时限: the limits of an order, in working days frozen at its opening, and whose turn it is (domain 2.2). Pure.

use super::{
    OrderState,
    parameters::{
        CHOOSE_DAYS, CONFIRM_PAYMENT_DAYS, CONTACT_DAYS, DISPATCH_DAYS, MATERIAL_DAYS, PAUSE_DAYS, STOP_DAYS,
        TAKE_ON_DAYS,
    },
};
use jinqiao_kernel::Result;
use jinqiao_platform::{calendar::WORKING_DAY, permissions::Parameters};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Limits of an order, working days, as the operator had set them when it was opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Limits {
    /// The institution takes what was dispatched to it.
    pub dispatch: i32,
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
    /// For how long the clock may stand still altogether.
    pub pause: i32,
    /// How late a decision may be before the order is void.
    pub stop: i32,
}

impl Default for Limits {
    /// Of domain 2.2; for orders that were opened before limits were kept.
    fn default() -> Self {
        Self { dispatch: 1, take_on: 1, choose: 3, contact: 2, materials: 5, confirm: 5, pause: 10, stop: 12 }
    }
}

impl Limits {
    /// As the operator has set them.
    pub fn of(set: &Parameters) -> Result<Self> {
        Ok(Self {
            dispatch: set.days(DISPATCH_DAYS)?,
            take_on: set.days(TAKE_ON_DAYS)?,
            choose: set.days(CHOOSE_DAYS)?,
            contact: set.days(CONTACT_DAYS)?,
            materials: set.days(MATERIAL_DAYS)?,
            confirm: set.days(CONFIRM_PAYMENT_DAYS)?,
            pause: set.days(PAUSE_DAYS)?,
            stop: set.days(STOP_DAYS)?,
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
    use OrderState::{
        Applied, Contacting, Contracting, CreditReview, Disbursed, DueDiligence, Grabbed, Invited, Offered,
    };
    match state {
        DueDiligence if awaiting => Some(Turn::Enterprise),
        Grabbed | Offered | Disbursed => Some(Turn::Enterprise),
        Invited | Applied | Contacting | DueDiligence | CreditReview | Contracting => Some(Turn::Institution),
        _ => None,
    }
}

/// How long before its end a limit is called to mind, minutes of working time (domain 2.2).
pub fn remind_before(state: OrderState, awaiting: bool) -> i64 {
    match state {
        OrderState::Invited | OrderState::Applied => WORKING_DAY / 2,
        OrderState::Contacting => 4 * 60,
        OrderState::CreditReview | OrderState::Contracting => 2 * WORKING_DAY,
        OrderState::DueDiligence if !awaiting => 2 * WORKING_DAY,
        OrderState::Offered => 3 * WORKING_DAY,
        _ => WORKING_DAY,
    }
}

/// The levels of the escalation (domain 2.2): how many working days after the end of a limit it is told of again, and
/// after how many the state ends by itself. What ends at once is told by its ending.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Escalation {
    /// Ascending; 0 is the end of the limit itself.
    pub late: Vec<i32>,
    /// None where nothing ends by itself.
    pub ends: Option<i32>,
}

/// The escalation of a state.
pub fn escalation(state: OrderState, awaiting: bool, limits: &Limits) -> Escalation {
    use OrderState::{Contacting, Contracting, CreditReview, DueDiligence};
    match state {
        Contacting => Escalation { late: vec![0, 1, 2], ends: Some(2) },
        DueDiligence | CreditReview if !awaiting => {
            let late = (0..=5).filter(|days| *days < limits.stop).chain([limits.stop]).collect();
            Escalation { late, ends: Some(limits.stop) }
        }
        Contracting => Escalation { late: vec![0, 1, 3], ends: None },
        _ => Escalation { late: vec![0], ends: Some(0) },
    }
}

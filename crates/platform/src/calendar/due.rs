//! What is due: the end of a limit, and how much working time is left until it.

use super::WorkCalendar;
use jinqiao_kernel::DateTime;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The end of a limit, as it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, ToSchema)]
pub struct Due {
    /// When it ends.
    at: DateTime,
    /// Working days left, to a tenth; negative when it is over.
    days_left: f64,
}

impl Due {
    /// `at`, seen `now`.
    pub fn new(calendar: &WorkCalendar, at: DateTime, now: DateTime) -> Self {
        Self { at, days_left: calendar.days_between(now, at) }
    }
}

//! When the limit of a state ends (domain 2.7), in working time.

use super::{
    ApplicationState,
    entity::Application,
    parameters::{ACCEPT_DAYS, CORRECTION_DAYS, FIRST_REVIEW_DAYS, OBJECTION_DAYS, PAYING_DAYS, SECOND_REVIEW_DAYS},
};
use jinqiao_db::Tx;
use jinqiao_kernel::{DateTime, Result};
use jinqiao_platform::{
    calendar::{WORKING_DAY, WorkCalendar},
    permissions::days_of,
};

/// When the limit of `to` ends for an application that enters it now; none where it has none.
pub async fn due(
    tx: &Tx,
    calendar: &WorkCalendar,
    row: &Application,
    to: ApplicationState,
) -> Result<Option<DateTime>> {
    use ApplicationState::{
        Appealing, Approved, Correction, FirstReview, Objection, Paying, Publicity, SecondReview, Submitted,
    };
    let days = match to {
        Submitted => ACCEPT_DAYS,
        // What was left when the enterprise had to correct, and a day at least.
        FirstReview if row.state == Correction => {
            let left = row.left_minutes.unwrap_or_default().max(WORKING_DAY);
            return Ok(Some(calendar.after(tx.now(), left)));
        }
        FirstReview => FIRST_REVIEW_DAYS,
        Correction => CORRECTION_DAYS,
        SecondReview => SECOND_REVIEW_DAYS,
        // An objection that was wrong costs the others who may object nothing: a day at least is left.
        Publicity => {
            let whole = calendar.due(tx.now(), if row.public_until.is_some() { 1 } else { row.publicity_days });
            return Ok(Some(row.public_until.map_or(whole, |until| until.max(whole))));
        }
        Objection | Appealing => OBJECTION_DAYS,
        Approved => PAYING_DAYS,
        // The list has its own office; the limit of the payment goes on.
        Paying => return Ok(row.due_at),
        _ => return Ok(None),
    };
    Ok(Some(calendar.due(tx.now(), days_of(tx.conn(), days).await?)))
}

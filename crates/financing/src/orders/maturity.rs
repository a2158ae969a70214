//! The end of a loan: when it is, and that both sides are reminded of it in time to renew, and to repay (domain 2.5).

use super::{OrderFact, OrderStep, entity::Model};
use jinqiao_kernel::{DateTime, NaiveDate};
use jinqiao_platform::calendar::WorkCalendar;

/// Days before the end at which a renewal is called to mind.
const REMIND: [(i64, OrderStep); 3] =
    [(60, OrderStep::MaturityNear), (30, OrderStep::MaturityClose), (7, OrderStep::MaturityNext)];

/// When the loan of `order` ends, with every extension; none while nothing was paid out.
pub fn matures_on(order: &Model) -> Option<NaiveDate> {
    order.matures_on.or_else(|| order.disbursement.as_ref().map(|paid| paid.0.matures_on()))
}

/// The first working minute of the day that lies `days` before `end`, or of the next working day.
fn reminder(calendar: &WorkCalendar, end: NaiveDate, days: i64) -> DateTime {
    calendar.begins(calendar.opens(end - chrono::TimeDelta::days(days)))
}

/// The reminders of a loan that ends at `end`; `entered` is the order's last fact.
pub fn reminders(calendar: &WorkCalendar, entered: &OrderFact, end: NaiveDate) -> [(DateTime, OrderFact); 3] {
    REMIND.map(|(days, step)| {
        let fact = OrderFact {
            step,
            from: Some(entered.to),
            amount: None,
            reason: Some(format!("贷款到期日 {end}")),
            turn: None,
            handed: None,
            ..entered.clone()
        };
        (reminder(calendar, end, days), fact)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reminder_comes_when_people_work() {
        let calendar = WorkCalendar::default();
        let day = |text: &str| text.parse().expect("a day");
        for (end, days, want) in [
            // A Friday, and a Sunday that goes to Monday.
            ("2027-11-23", 60, "2027-09-24T01:00:00Z"),
            ("2027-11-23", 30, "2027-10-25T01:00:00Z"),
        ] {
            assert_eq!(reminder(&calendar, day(end), days), want.parse::<DateTime>().expect("a time"), "{end} {days}");
        }
    }
}

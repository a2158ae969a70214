//! Months of a loan and the days on which they end: the day of payment, a month later each time. Pure.

use crate::loans::{LoanChange, LoanChangeKind};
use chrono::Months;
use jinqiao_kernel::NaiveDate;

/// Longer than any loan.
const MOST: i32 = 720;

/// The day on which the month `month` of a loan paid on `paid_on` ends; the payment itself for 0.
pub fn day(paid_on: NaiveDate, month: i32) -> NaiveDate {
    paid_on.checked_add_months(Months::new(month.unsigned_abs())).unwrap_or(paid_on)
}

/// How many months a loan runs until `end`, and the part of the last one.
pub fn length(paid_on: NaiveDate, end: NaiveDate) -> (i32, f64) {
    let month = (1..MOST).find(|month| day(paid_on, *month) >= end).unwrap_or(MOST);
    (month, share(paid_on, month, end))
}

/// The change on `on`: what happens on the day on which a month ends comes after its instalment.
pub fn change(paid_on: NaiveDate, on: NaiveDate, kind: LoanChangeKind) -> LoanChange {
    let month = (1..MOST).find(|month| day(paid_on, *month) > on).unwrap_or(MOST);
    LoanChange { month, part: share(paid_on, month, on), kind }
}

/// How much of `month` has gone by on `on`.
fn share(paid_on: NaiveDate, month: i32, on: NaiveDate) -> f64 {
    let (begins, ends) = (day(paid_on, month - 1), day(paid_on, month));
    let days = |from: NaiveDate, to: NaiveDate| f64::from(i32::try_from((to - from).num_days()).unwrap_or_default());
    (days(begins, on) / days(begins, ends)).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    #[test]
    fn months_end_on_the_day_of_payment_or_the_last_of_the_month() {
        for (month, want) in [(0, "2026-01-31"), (1, "2026-02-28"), (2, "2026-03-31"), (12, "2027-01-31")] {
            assert_eq!(day(on("2026-01-31"), month), on(want), "{month}");
        }
    }

    #[test]
    fn a_change_lies_in_a_month_and_after_the_instalment_of_its_day() {
        let of = |text| change(on("2026-04-01"), on(text), LoanChangeKind::Term(1, 1.0));
        assert_eq!((of("2026-04-01").month, of("2026-04-16").month, of("2026-05-01").month), (1, 1, 2));
        assert!((of("2026-04-16").part - 0.5).abs() < 1e-9 && of("2026-05-01").part == 0.0);
    }

    #[test]
    fn a_loan_may_end_between_two_months() {
        assert_eq!(length(on("2026-04-01"), on("2027-04-01")), (12, 1.0));
        let (months, part) = length(on("2026-04-01"), on("2026-05-16"));
        assert!(months == 2 && (part - 15.0 / 31.0).abs() < 1e-9);
    }
}

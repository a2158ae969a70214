//! How long an institution took, read from an order's facts: working time since the confirmation, without what was spent
//! waiting for the enterprise's materials, or while one side was suspended. Pure.

use jinqiao_financing::orders::{OrderFact, OrderStep};
use jinqiao_kernel::DateTime;
use jinqiao_platform::calendar::WorkCalendar;

/// A step of an order and its moment.
pub type Moment = (OrderStep, DateTime);

/// The steps of an order among its facts, as far as fact number `until`.
///
/// # Errors
/// When a stored fact is not an order's.
pub fn moments(facts: &[jinqiao_db::Fact], until: i64) -> jinqiao_kernel::Result<Vec<Moment>> {
    let known = facts.iter().filter(|fact| fact.seq <= until && fact.kind.starts_with("orders."));
    known.map(|fact| Ok((fact.decode::<OrderFact>()?.step, fact.at))).collect()
}

/// Minutes of working time from the last of `begins` to `end`; none where it never began.
pub fn minutes_since(calendar: &WorkCalendar, steps: &[Moment], begins: &[OrderStep], end: DateTime) -> Option<i64> {
    let start = steps.iter().rposition(|(step, _)| begins.contains(step))?;
    let (mut minutes, mut here) = (0, steps[start].1);
    let (mut waiting, mut held) = (false, false);
    for (step, at) in &steps[start..] {
        if !waiting && !held {
            minutes += calendar.between(here, *at);
        }
        here = *at;
        match step {
            OrderStep::MaterialsRequested => waiting = true,
            OrderStep::MaterialsProvided | OrderStep::MaterialsRecalled | OrderStep::MaterialsLapsed => waiting = false,
            OrderStep::Held => held = true,
            OrderStep::Released => held = false,
            _ => {}
        }
    }
    // Who refuses while waiting did not work on it meanwhile either.
    if !waiting && !held {
        minutes += calendar.between(here, end);
    }
    Some(minutes.max(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use OrderStep::{
        Confirmed, Contacted, Grabbed, Held, MaterialsLapsed, MaterialsProvided, MaterialsRecalled, MaterialsRequested,
        Released, TakenOn,
    };

    fn at(text: &str) -> DateTime {
        format!("2026-11-{text}:00+08:00").parse::<chrono::DateTime<chrono::FixedOffset>>().expect("a moment").to_utc()
    }

    #[test]
    fn working_time_without_waiting() {
        // Monday the 23rd to Friday the 27th, days of nine hours.
        let calendar = WorkCalendar::default();
        let confirmed = vec![(Grabbed, at("23T09:00")), (Confirmed, at("23T10:00"))];
        let with = |more: &[Moment]| confirmed.iter().chain(more).copied().collect::<Vec<_>>();
        for (steps, end, want) in [
            (confirmed.clone(), "23T14:00", Some(240)),
            (confirmed.clone(), "24T10:00", Some(540)),
            (vec![(TakenOn, at("23T17:00"))], "24T09:30", Some(90)),
            (vec![(Grabbed, at("23T09:00"))], "24T09:30", None),
            // A day of waiting, and one that was recalled after an hour.
            (
                with(&[(MaterialsRequested, at("24T10:00")), (MaterialsProvided, at("25T10:00"))]),
                "26T10:00",
                Some(1_080),
            ),
            (
                with(&[
                    (Contacted, at("23T11:00")),
                    (MaterialsRequested, at("24T10:00")),
                    (MaterialsProvided, at("25T10:00")),
                    (MaterialsRequested, at("25T11:00")),
                    (MaterialsRecalled, at("25T12:00")),
                ]),
                "26T10:00",
                Some(1_020),
            ),
            (with(&[(MaterialsRequested, at("24T10:00")), (MaterialsLapsed, at("25T10:00"))]), "26T10:00", Some(1_080)),
            // A day on which one side was suspended, and one on which the enterprise owed materials besides.
            (with(&[(Held, at("24T10:00")), (Released, at("25T10:00"))]), "26T10:00", Some(1_080)),
            (
                with(&[
                    (MaterialsRequested, at("24T10:00")),
                    (Held, at("24T11:00")),
                    (MaterialsProvided, at("25T09:00")),
                    (Released, at("25T10:00")),
                ]),
                "26T10:00",
                Some(1_080),
            ),
            // Still waiting at the end.
            (with(&[(MaterialsRequested, at("24T10:00"))]), "26T10:00", Some(540)),
        ] {
            assert_eq!(minutes_since(&calendar, &steps, &[Confirmed, TakenOn], at(end)), want, "{end} {steps:?}");
        }
    }
}

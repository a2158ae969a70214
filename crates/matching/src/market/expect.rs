//! How many matches are to be expected.

use super::{Assignment, Load};
use std::collections::BTreeMap;

/// How likely an institution with this capacity takes up one of `load` demands: `1 / (1 + load/capacity)`. What it takes up in
/// all, `load · acceptance`, grows ever more slowly and never reaches its capacity, as in a queue that people leave.
/// Without capacity it takes up nothing.
pub fn acceptance(load: u32, capacity: u32) -> f64 {
    if capacity == 0 { 0.0 } else { f64::from(capacity) / (f64::from(capacity) + f64::from(load)) }
}

/// The expected number of demands with at least one match: a demand's institutions decide by themselves, each agrees with
/// probability `score/100 · acceptance` at its load after everything was placed.
pub fn expected_matches<D, I: Ord>(assignment: &Assignment<D, I>, loads: &BTreeMap<I, Load>) -> f64 {
    let mut counts: BTreeMap<&I, u32> = BTreeMap::new();
    for candidate in assignment.placed.iter().flat_map(|placed| &placed.list) {
        *counts.entry(&candidate.institution).or_default() += 1;
    }
    let none = |placed: &super::Placed<D, I>| -> f64 {
        let refuses = placed.list.iter().map(|candidate| {
            let load = loads.get(&candidate.institution).copied().unwrap_or_default();
            let placed = counts.get(&candidate.institution).copied().unwrap_or_default();
            let taken = acceptance(load.already.saturating_add(placed), load.capacity);
            1.0 - f64::from(candidate.score.clamp(0, 100)) / 100.0 * taken
        });
        refuses.product()
    };
    assignment.placed.iter().map(|placed| 1.0 - none(placed)).sum()
}

#[cfg(test)]
mod tests {
    use super::super::{Candidate, Placed};
    use super::*;

    #[test]
    fn two_demands_at_one_institution_and_one_at_two() {
        let candidate = |institution, score| Candidate { institution, score };
        let placed = |demand, list| Placed { demand, list, adjustments: vec![] };
        let assignment = Assignment {
            placed: vec![placed(1, vec![candidate("a", 80)]), placed(2, vec![candidate("a", 60), candidate("b", 50)])],
        };
        let loads = BTreeMap::from([("a", Load { capacity: 2, already: 0 }), ("b", Load { capacity: 1, already: 0 })]);
        // a has two demands and takes each up with 1/2, b one with 1/2: 0.4, and 1 − 0.7 · 0.75.
        assert!((expected_matches(&assignment, &loads) - (0.4 + 0.475)).abs() < 1e-12);
    }

    #[test]
    fn what_is_taken_up_never_reaches_the_capacity() {
        assert_eq!(acceptance(7, 0), 0.0);
        assert!((1..1_000).all(|load| f64::from(load) * acceptance(load, 10) < 10.0));
    }
}

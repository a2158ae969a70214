//! The two-sided market, made up: more matches than by score alone, no share above the cap, and every change explained.

use jinqiao_kernel::BasisPoints;
use jinqiao_matching::market::{Assignment, Candidate, Demand, Load, Policy, Reason, assign, expected_matches, naive};
use jinqiao_matching::network::Seeded;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Loads = BTreeMap<u32, Load>;

/// Institutions of which the first are a little better for nearly everybody, as big names are.
fn market(demands: u32, institutions: u32, seeded: &mut Seeded) -> (Vec<Demand<u32, u32>>, Loads) {
    let loads = (0..institutions).map(|one| {
        let capacity = 20 + seeded.below(30) as u32;
        (one, Load { capacity, already: 0 })
    });
    let loads: Loads = loads.collect();
    let demand = |key, seeded: &mut Seeded| {
        let mut candidates = vec![];
        for institution in 0..institutions {
            let fame = 25 - (25 * institution / institutions) as i32;
            let noise = seeded.below(31) as i32;
            if seeded.below(3) > 0 {
                candidates.push(Candidate { institution, score: 40 + fame + noise });
            }
        }
        Demand { key, candidates }
    };
    ((0..demands).map(|key| demand(key, seeded)).collect(), loads)
}

fn counts(assignment: &Assignment<u32, u32>) -> BTreeMap<u32, u32> {
    let mut counts = BTreeMap::new();
    for candidate in assignment.placed.iter().flat_map(|placed| &placed.list) {
        *counts.entry(candidate.institution).or_default() += 1;
    }
    counts
}

#[test]
fn more_matches_are_to_be_expected_than_by_score_alone() {
    for seed in 1..=5 {
        let (demands, loads) = market(120, 12, &mut Seeded::new(seed));
        let policy = Policy { share_cap: BasisPoints(1_500), margin: 100, per_demand: 3 };
        let placed = assign(&demands, &loads, policy);
        let (ours, theirs) =
            (expected_matches(&placed, &loads), expected_matches(&naive(&demands, policy.per_demand), &loads));
        // Read with `--nocapture` for docs/matching.md.
        println!("seed {seed}: {ours:.1} instead of {theirs:.1} of 120, +{:.1} %", 100.0 * (ours / theirs - 1.0));
        assert!(ours > 1.03 * theirs, "{ours} {theirs}");
        let most = counts(&placed).into_values().max().unwrap();
        assert!(most * 10_000 <= 120 * 3 * 1_500, "{most}");
        for (institution, count) in counts(&placed) {
            assert!(count <= loads[&institution].capacity);
        }
        assert!(placed.placed.iter().all(|placed| placed.list.len() == 3));
    }
}

#[test]
fn each_change_of_a_rank_says_why() {
    let candidate = |institution, score| Candidate { institution, score };
    let demand = |key, candidates: &[Candidate<u32>]| Demand { key, candidates: candidates.to_vec() };
    let policy = Policy { share_cap: BasisPoints(6_000), margin: 10, per_demand: 1 };
    let load = |capacity, already| Load { capacity, already };
    // 1 is full; 2 has 6 of 10 dispatches, and with the one to come 60 % of 11 are 6.
    let loads = BTreeMap::from([(1, load(4, 4)), (2, load(100, 6)), (3, load(100, 0))]);
    let all = [candidate(1, 90), candidate(2, 80), candidate(3, 75)];
    let placed = &assign(&[demand(1, &all)], &loads, policy).placed[0];
    assert_eq!(placed.list, [candidate(3, 75)]);
    assert_eq!(placed.adjustments.len(), 1, "only who would have been used is told of");
    let change = &placed.adjustments[0];
    assert_eq!((change.institution, change.from, change.to, change.reason), (1, 1, 3, Reason::Capacity));
    assert_eq!(change.text, "本期可承接 4 件，已派 4 件，已满，不再派单");
    let change = &assign(&[demand(1, &all[1..])], &loads, policy).placed[0].adjustments[0];
    assert_eq!((change.institution, change.reason), (2, Reason::Share));
    assert_eq!(change.text, "本期已派 6 件，再派将超过占比上限 60.00%，让位于其他机构");
    // Better by more than the margin, or alone: it keeps its place.
    for candidates in
        [&[candidate(2, 86), candidate(3, 75)][..], &[candidate(2, 50)], &[candidate(2, 50), candidate(1, 90)]]
    {
        assert_eq!(assign(&[demand(1, candidates)], &loads, policy).placed[0].list[0].institution, 2);
    }
    // Nothing is at its limit, but 1 is busy: (10/15)² of 80 is less than 75.
    let loads = BTreeMap::from([(1, load(10, 5)), (3, load(10, 0)), (9, load(90, 90))]);
    let placed = &assign(&[demand(1, &[candidate(1, 80), candidate(3, 75)])], &loads, policy).placed[0];
    assert_eq!((placed.list[0].institution, placed.adjustments[0].reason), (3, Reason::Busy));
}

#[test]
fn without_capacities_candidates_or_demands_nothing_is_placed() {
    let policy = Policy::default();
    assert_eq!(assign::<u32, u32>(&[], &BTreeMap::new(), policy).placed, []);
    let alone = Demand { key: 1, candidates: vec![Candidate { institution: 1, score: i32::MAX }] };
    assert_eq!(assign(std::slice::from_ref(&alone), &BTreeMap::new(), policy).placed[0].list, []);
    let loads = BTreeMap::from([(1, Load { capacity: u32::MAX, already: u32::MAX - 1 })]);
    assert_eq!(assign(&[alone], &loads, policy).placed[0].list.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_input_does_not_matter(seed in any::<u64>(), cap in 0..12_000i32, margin in -5..50i32) {
        let mut seeded = Seeded::new(seed);
        let (mut demands, loads) = market(12, 5, &mut seeded);
        let policy = Policy { share_cap: BasisPoints(cap), margin, per_demand: 2 };
        let one = assign(&demands, &loads, policy);
        seeded.shuffle(&mut demands);
        demands.iter_mut().for_each(|demand| seeded.shuffle(&mut demand.candidates));
        prop_assert_eq!(one, assign(&demands, &loads, policy));
    }
}

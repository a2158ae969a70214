//! Who had how much, and whether scores justify it (domain 2.11.5).

use super::share::beyond_cap;
use jinqiao_kernel::BasisPoints;
use std::collections::BTreeMap;

/// One dispatch of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dispatch<I> {
    /// To whom.
    pub institution: I,
    /// Its score.
    pub score: i32,
    /// The score of the best institution that the demand did not go to; none if there was no other.
    pub best_other: Option<i32>,
}

/// An institution's part of the period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share<I> {
    /// Whose.
    pub institution: I,
    /// How many dispatches.
    pub count: usize,
    /// Of all, in basis points, rounded down.
    pub share: BasisPoints,
    /// Dispatches for which it was better than the best other one by more than the margin, or the only one.
    pub justified: usize,
    /// Above the cap, and for less than half of its dispatches better than the others.
    pub flagged: bool,
}

/// Shares of all institutions, greatest first, equal ones by key. One is flagged when its share is above `cap` and fewer than
/// half of its dispatches are justified by their scores.
pub fn report<I: Ord + Clone>(dispatches: &[Dispatch<I>], cap: BasisPoints, margin: i32) -> Vec<Share<I>> {
    let mut counts: BTreeMap<&I, (usize, usize)> = BTreeMap::new();
    for dispatch in dispatches {
        let (count, justified) = counts.entry(&dispatch.institution).or_default();
        *count += 1;
        if dispatch.best_other.is_none_or(|other| dispatch.score.saturating_sub(other) > margin) {
            *justified += 1;
        }
    }
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    let all = number(dispatches.len());
    let mut list: Vec<_> = counts
        .into_iter()
        .map(|(institution, (count, justified))| {
            let flagged = beyond_cap(number(count), all, cap).is_some() && 2 * justified < count;
            Share {
                institution: institution.clone(),
                count,
                share: BasisPoints::of(number(count), all),
                justified,
                flagged,
            }
        })
        .collect();
    list.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.institution.cmp(&b.institution)));
    list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn above_the_cap_is_flagged_unless_scores_justify_it() {
        let dispatch = |institution, score, best_other| Dispatch { institution, score, best_other };
        let mut all = vec![dispatch("a", 80, Some(79)); 10];
        all.extend(vec![dispatch("b", 90, Some(60)); 8]);
        all.extend(vec![dispatch("c", 50, None); 2]);
        let list = report(&all, BasisPoints(3_000), 20);
        let short: Vec<_> = list.iter().map(|one| (one.institution, one.share, one.justified, one.flagged)).collect();
        assert_eq!(
            short,
            [
                ("a", BasisPoints(5_000), 0, true),
                ("b", BasisPoints(4_000), 8, false),
                ("c", BasisPoints(1_000), 2, false)
            ]
        );
        assert!(!report(&all, BasisPoints(5_000), 20)[0].flagged, "at the cap is not above it");
        assert_eq!(report::<u8>(&[], BasisPoints(0), 0), []);
    }
}

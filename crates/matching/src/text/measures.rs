//! Measures of likeness of sequences and bags. Those of sequences are quadratic and meant for short ones.

use super::read::Bag;
use std::ops::Range;

/// Walks two bags that are sorted by key.
pub(crate) fn together(a: &Bag, b: &Bag, mut see: impl FnMut(u64, f32, f32)) {
    let (mut i, mut j) = (0, 0);
    while i < a.len() || j < b.len() {
        let (x, y) = (a.get(i).map_or(u64::MAX, |one| one.0), b.get(j).map_or(u64::MAX, |one| one.0));
        let key = x.min(y);
        let left = if x == key && i < a.len() { a[i].1 } else { 0.0 };
        let right = if y == key && j < b.len() { b[j].1 } else { 0.0 };
        see(key, left, right);
        i += usize::from(x == key);
        j += usize::from(y == key);
    }
}

/// How much of two bags is common, each key weighing `weight`.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Overlap {
    /// Cosine of the weighted counts.
    pub(crate) cosine: f32,
    /// Weighted Jaccard.
    pub(crate) jaccard: f32,
    /// Weight of the common part by that of each side.
    pub(crate) covered: [f32; 2],
    /// Weight of what is common.
    pub(crate) common: f32,
    /// Weight that only one side has.
    pub(crate) alone: [f32; 2],
    /// Heaviest key that only one side has.
    pub(crate) heaviest: [f32; 2],
}

/// See [`Overlap`]. Two empty bags are alike, an empty and a full one are not.
pub(crate) fn overlap(a: &Bag, b: &Bag, weight: impl Fn(u64) -> f32) -> Overlap {
    let (mut dot, mut norms, mut common, mut union, mut sums) = (0.0, [0.0; 2], 0.0, 0.0, [0.0; 2]);
    let (mut alone, mut heaviest) = ([0.0_f32; 2], [0.0_f32; 2]);
    together(a, b, |key, x, y| {
        let w = weight(key);
        dot += x * y * w * w;
        norms[0] += x * x * w * w;
        norms[1] += y * y * w * w;
        common += x.min(y) * w;
        union += x.max(y) * w;
        sums[0] += x * w;
        sums[1] += y * w;
        for (side, own, other) in [(0, x, y), (1, y, x)] {
            if own > other {
                alone[side] += (own - other) * w;
                heaviest[side] = heaviest[side].max(w);
            }
        }
    });
    if a.is_empty() && b.is_empty() {
        return Overlap { cosine: 1.0, jaccard: 1.0, covered: [1.0; 2], ..Overlap::default() };
    }
    let part = |of: f32, whole: f32| if whole > 0.0 { (of / whole).clamp(0.0, 1.0) } else { 0.0 };
    Overlap {
        cosine: part(dot, (norms[0] * norms[1]).sqrt()),
        jaccard: part(common, union),
        covered: [part(common, sums[0]), part(common, sums[1])],
        common,
        alone,
        heaviest,
    }
}

/// A stretch in which two sequences differ; one side may be empty.
pub(crate) type Gap = (Range<usize>, Range<usize>);

/// Length of the longest common subsequence and the stretches between its matches, in order.
pub(crate) fn align<T: PartialEq>(a: &[T], b: &[T]) -> (usize, Vec<Gap>) {
    let width = b.len() + 1;
    let mut best = vec![0_u16; (a.len() + 1) * width];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            best[i * width + j] = if a[i] == b[j] {
                best[(i + 1) * width + j + 1] + 1
            } else {
                best[(i + 1) * width + j].max(best[i * width + j + 1])
            };
        }
    }
    let (mut i, mut j, mut from, mut gaps) = (0, 0, (0, 0), vec![]);
    while i < a.len() && j < b.len() {
        if a[i] == b[j] {
            if from != (i, j) {
                gaps.push((from.0..i, from.1..j));
            }
            i += 1;
            j += 1;
            from = (i, j);
        } else if best[(i + 1) * width + j] >= best[i * width + j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    if from != (a.len(), b.len()) {
        gaps.push((from.0..a.len(), from.1..b.len()));
    }
    (usize::from(best[0]), gaps)
}

/// Length of the longest common subsequence alone, as [`align`] finds it.
pub(crate) fn common_letters(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0_u16; b.len() + 1];
    for x in a {
        let (mut before, mut left) = (0, 0);
        for (y, cell) in b.iter().zip(&mut row[1..]) {
            let above = *cell;
            left = if x == y { before + 1 } else { above.max(left) };
            (*cell, before) = (left, above);
        }
    }
    row.last().copied().map_or(0, usize::from)
}

/// Length of the longest common run.
pub(crate) fn longest_run<T: PartialEq>(a: &[T], b: &[T]) -> usize {
    let (mut row, mut longest) = (vec![0; b.len() + 1], 0);
    for x in a {
        for j in (0..b.len()).rev() {
            row[j + 1] = if *x == b[j] { row[j] + 1 } else { 0 };
            longest = longest.max(row[j + 1]);
        }
    }
    longest
}

/// Levenshtein distance where changing a symbol costs the greater of both costs.
pub(crate) fn edit<T: PartialEq>(a: &[T], b: &[T], cost: impl Fn(&T) -> f32) -> f32 {
    let costs: Vec<f32> = b.iter().map(&cost).collect();
    let mut row: Vec<f32> = std::iter::once(0.0)
        .chain(costs.iter().scan(0.0, |sum, c| {
            *sum += c;
            Some(*sum)
        }))
        .collect();
    for x in a {
        let own = cost(x);
        let mut diagonal = row[0];
        row[0] += own;
        for j in 0..b.len() {
            let change = diagonal + if *x == b[j] { 0.0 } else { own.max(costs[j]) };
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + costs[j]).min(diagonal + own);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn by_hand() {
        let (a, b): (Vec<char>, Vec<char>) = ("abcde".chars().collect(), "axcdy".chars().collect());
        assert_eq!(align(&a, &b), (3, vec![(1..2, 1..2), (4..5, 4..5)]));
        assert_eq!(longest_run(&a, &b), 2);
        assert!((edit(&a, &b, |_| 1.0) - 2.0).abs() < 1e-6);
        let found = overlap(&vec![(1, 1.0), (2, 1.0)], &vec![(2, 1.0), (3, 2.0)], |_| 1.0);
        assert!((found.cosine - 1.0 / (2.0_f32 * 5.0).sqrt()).abs() < 1e-6);
        assert!((found.jaccard - 0.25).abs() < 1e-6);
        assert!((found.covered[1] - 1.0 / 3.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn ranges_and_symmetry(a in prop::collection::vec(0u8..4, 0..20), b in prop::collection::vec(0u8..4, 0..20)) {
            let (common, gaps) = align(&a, &b);
            prop_assert_eq!(common, align(&b, &a).0);
            prop_assert!(common >= longest_run(&a, &b));
            prop_assert_eq!(gaps.iter().map(|(x, _)| x.len()).sum::<usize>() + common, a.len());
            prop_assert_eq!(gaps.iter().map(|(_, y)| y.len()).sum::<usize>() + common, b.len());
            let distance = edit(&a, &b, |_| 1.0);
            prop_assert!((distance - edit(&b, &a, |_| 1.0)).abs() < 1e-6);
            prop_assert!(distance <= a.len().max(b.len()) as f32);
            prop_assert!(distance + 1e-6 >= a.len().abs_diff(b.len()) as f32);
        }
    }
}

//! Scores of different methods on one scale, per user, over the items the user does not have.

use super::History;
use serde::{Deserialize, Serialize};

/// How one user's scores are made comparable with those of another method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Norm {
    /// `(s − mean) / deviation`: the few great scores stand out, which decides the top of the list.
    Standard,
    /// The place in the list, evenly from −√3 for the last to √3 for the first (mean 0, variance 1 as above; equal scores
    /// share the mean of their places), which spreads the long tail, where scores hardly differ.
    Rank,
}

/// Memory for sorting.
#[derive(Clone, Debug, Default)]
pub struct Sorting {
    keys: Vec<u64>,
    spare: Vec<u64>,
}

/// The lowest and highest value of [`Norm::Rank`].
pub const SPREAD: f64 = 1.732_050_807_568_877_2;

/// Mean and inverse deviation over the items that are not in `history`; an inverse of 0 where all are equal.
pub fn moments(scores: &[f32], history: &History) -> (f64, f64) {
    let own = || history.iter().filter_map(|(item, _)| scores.get(*item as usize)).map(|score| f64::from(*score));
    let left = scores.len() - own().count();
    if left == 0 {
        return (0.0, 0.0);
    }
    let mean = (scores.iter().map(|score| f64::from(*score)).sum::<f64>() - own().sum::<f64>()) / left as f64;
    let square = |score: f64| (score - mean) * (score - mean);
    let sum = scores.iter().map(|score| square(f64::from(*score))).sum::<f64>() - own().map(square).sum::<f64>();
    let deviation = (sum.max(0.0) / left as f64).sqrt();
    // Below this what differs is rounding.
    (mean, if deviation > 1e-7 * mean.abs().max(1e-30) { deviation.recip() } else { 0.0 })
}

impl Norm {
    /// Replaces `scores` by their normalised values. Those of the user's own items mean nothing afterwards. `sorting` is
    /// memory that is used again.
    pub fn apply(self, scores: &mut [f32], history: &History, sorting: &mut Sorting) {
        match self {
            Self::Standard => {
                let (mean, inverse) = moments(scores, history);
                let (mean, inverse) = (mean as f32, inverse as f32);
                scores.iter_mut().for_each(|score| *score = (*score - mean) * inverse);
            }
            Self::Rank => rank(scores, history, sorting),
        }
    }
}

/// Bits of a score that count for its place: sign, exponent and 13 of the fraction. Scores that agree to one part in 8,000
/// share a place, so that rounding, which differs between platforms and orders of summation, decides nothing.
const BITS: u32 = 22;

/// The first bits of a float in the order of the numbers.
fn ordered(value: f32) -> u32 {
    // −0 and 0 are one number.
    let bits = (value + 0.0).to_bits();
    let bits = if bits >> 31 == 1 { !bits } else { bits | 1 << 31 };
    bits >> (32 - BITS)
}

/// One digit of a key.
const DIGIT: usize = 1 << (BITS / 2);

/// The lower and the upper digit of a key.
fn digits(key: u64) -> [usize; 2] {
    let bits = (key >> 32) as usize;
    [bits & (DIGIT - 1), bits >> (BITS / 2) & (DIGIT - 1)]
}

/// Sorts by the upper half, keeping the order of equal ones: two passes over eleven bits each, several times faster than
/// comparing for the ten thousand numbers of a page.
fn sort(keys: &mut Vec<u64>, spare: &mut Vec<u64>) {
    spare.resize(keys.len(), 0);
    let mut starts = [[0u32; DIGIT + 1]; 2];
    for key in keys.iter() {
        let [lower, upper] = digits(*key);
        starts[0][lower + 1] += 1;
        starts[1][upper + 1] += 1;
    }
    for (pass, starts) in starts.iter_mut().enumerate() {
        let mut sum = 0;
        for start in starts.iter_mut() {
            sum += *start;
            *start = sum;
        }
        for key in keys.iter() {
            let start = &mut starts[digits(*key)[pass]];
            spare[*start as usize] = *key;
            *start += 1;
        }
        std::mem::swap(keys, spare);
    }
}

fn rank(scores: &mut [f32], history: &History, sorting: &mut Sorting) {
    let keys = &mut sorting.keys;
    keys.clear();
    let mut own = history.iter().map(|(item, _)| *item).peekable();
    for (item, score) in (0u32..).zip(scores.iter()) {
        if own.next_if_eq(&item).is_none() {
            keys.push(u64::from(ordered(*score)) << 32 | u64::from(item));
        }
    }
    sort(keys, &mut sorting.spare);
    let keys = &sorting.keys;
    let step = 2.0 * SPREAD / keys.len() as f64;
    let mut first = 0;
    while first < keys.len() {
        let value = keys[first] >> 32;
        let end = first + keys[first..].iter().take_while(|key| *key >> 32 == value).count();
        // Places from 0: the middle of a run of equal ones, the middle of its slot.
        let place = (first + end) as f64 / 2.0;
        for key in &keys[first..end] {
            scores[(key & 0xffff_ffff) as usize] = (place * step - SPREAD) as f32;
        }
        first = end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_are_even_and_equal_scores_share_theirs() {
        let mut scores = [5.0, -1.0, 9.0, 5.0, 7.0];
        Norm::Rank.apply(&mut scores, &[(2, 1.0)], &mut Sorting::default());
        let of = |place: f64| (place / 4.0 * 2.0 * SPREAD - SPREAD) as f32;
        assert_eq!((scores[1], scores[0], scores[3], scores[4]), (of(0.5), of(2.0), of(2.0), of(3.5)));
    }

    #[test]
    fn equal_scores_and_no_candidates_are_all_zero() {
        let mut scores = [3.0; 4];
        Norm::Standard.apply(&mut scores, &[(0, 1.0)], &mut Sorting::default());
        assert_eq!(scores, [0.0; 4]);
        let mut scores = [3.0; 4];
        Norm::Rank.apply(&mut scores, &[], &mut Sorting::default());
        assert_eq!(scores, [0.0; 4]);
        let mut scores = [1.0];
        Norm::Standard.apply(&mut scores, &[(0, 1.0)], &mut Sorting::default());
        assert_eq!(scores, [0.0]);
    }

    proptest! {
        #[test]
        fn both_have_mean_zero_and_keep_the_order(scores in prop::collection::vec(-1e3..1e3f32, 2..40), own in 0..40u32) {
            let history = [(own, 1.0)];
            for norm in [Norm::Standard, Norm::Rank] {
                let mut values = scores.clone();
                norm.apply(&mut values, &history, &mut Sorting::default());
                let left: Vec<_> = (0..scores.len()).filter(|at| *at != own as usize).collect();
                let mean = left.iter().map(|at| f64::from(values[*at])).sum::<f64>() / left.len() as f64;
                prop_assert!(mean.abs() < 1e-3);
                for pair in left.windows(2) {
                    let before = scores[pair[0]].total_cmp(&scores[pair[1]]);
                    prop_assert!(values[pair[0]].total_cmp(&values[pair[1]]) == before || values[pair[0]] == values[pair[1]]);
                }
                if norm == Norm::Rank {
                    prop_assert!(left.iter().all(|at| f64::from(values[*at]).abs() <= SPREAD));
                }
            }
        }
    }
}

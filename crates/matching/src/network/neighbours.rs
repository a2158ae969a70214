//! The rows of a table cut down to the neighbours that matter, with what is cut off replaced by an average.

use super::Fitted;
use std::cmp::Reverse;

/// How many of the strongest items make up the average row.
const SAMPLE: usize = 256;

/// Each row is `share · average + difference`. The average row is common to all, the share makes the sums of both equal, and
/// of the difference the greatest entries are kept. With the rows simply cut off, every item outside of them
/// would score nothing, and the long tail would be in no order at all; so it is in that of the average.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbours {
    average: Vec<f32>,
    shares: Vec<f32>,
    starts: Vec<usize>,
    targets: Vec<u32>,
    values: Vec<f32>,
}

/// The mean row of the strongest items, each counted by its strength, as it occurs in histories.
fn average(fitted: &Fitted) -> Vec<f64> {
    let side = fitted.side();
    let mut strongest: Vec<usize> = (0..side.len()).collect();
    strongest.sort_by(|&a, &b| side.strength(b).total_cmp(&side.strength(a)).then(a.cmp(&b)));
    strongest.truncate(SAMPLE);
    let (mut row, mut sums) = (vec![0.0; side.len()], vec![0.0; side.len()]);
    let total: f64 = strongest.iter().map(|item| side.strength(*item)).sum();
    for item in strongest {
        fitted.row(item, &mut row);
        let factor = if total > 0.0 { side.strength(item) / total } else { 0.0 };
        sums.iter_mut().zip(&row).for_each(|(sum, value)| *sum += factor * value);
    }
    sums
}

impl Neighbours {
    /// The rows of `fitted` with `most` neighbours each.
    pub fn new(fitted: &Fitted, most: usize) -> Self {
        let items = fitted.items();
        let average = average(fitted);
        let total: f64 = average.iter().sum();
        let (mut shares, mut starts, mut targets, mut values) = (vec![], vec![0], vec![], vec![]);
        let (mut row, mut kept) = (vec![0.0; items], vec![]);
        for item in 0..items {
            fitted.row(item, &mut row);
            // What an item gives to itself is never asked for.
            row[item] = 0.0;
            let share = if total.abs() > 1e-12 { row.iter().sum::<f64>() / total } else { 0.0 };
            row.iter_mut().zip(&average).for_each(|(value, average)| *value -= share * average);
            best(&row, item, most, &mut kept);
            targets.extend_from_slice(&kept);
            values.extend(kept.iter().map(|&other| row[other as usize] as f32));
            starts.push(targets.len());
            shares.push(share as f32);
        }
        Self { average: average.into_iter().map(|value| value as f32).collect(), shares, starts, targets, values }
    }

    /// Adds `factor` times the difference of the row of `item` to `scores`; returns how much of the average is to be added.
    pub fn add(&self, item: usize, factor: f32, scores: &mut [f32]) -> f32 {
        let range = self.starts[item]..self.starts[item + 1];
        for (&other, value) in self.targets[range.clone()].iter().zip(&self.values[range]) {
            scores[other as usize] += factor * value;
        }
        factor * self.shares[item]
    }

    /// Adds the average `share` times.
    pub fn add_average(&self, share: f32, scores: &mut [f32]) {
        scores.iter_mut().zip(&self.average).for_each(|(score, average)| *score += share * average);
    }

    /// What `past` gives to `item`.
    pub fn weight(&self, past: usize, item: usize) -> f64 {
        let range = self.starts[past]..self.starts[past + 1];
        let wanted = u32::try_from(item).unwrap_or(u32::MAX);
        let difference =
            self.targets[range.clone()].binary_search(&wanted).map_or(0.0, |at| self.values[range.start + at]);
        f64::from(self.shares[past]) * f64::from(self.average[item]) + f64::from(difference)
    }

    /// What `past` gives to all items together.
    pub fn sum(&self, past: usize) -> f64 {
        let differences = &self.values[self.starts[past]..self.starts[past + 1]];
        let average: f64 = self.average.iter().map(|value| f64::from(*value)).sum();
        f64::from(self.shares[past]) * average + differences.iter().map(|value| f64::from(*value)).sum::<f64>()
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        (self.average.len() + self.shares.len()) * 4 + self.starts.len() * 8 + self.targets.len() * 8
    }
}

/// The `most` entries of `row` that are greatest by amount, by number; equal ones the first first, never `item` itself.
fn best(row: &[f64], item: usize, most: usize, kept: &mut Vec<u32>) {
    kept.clear();
    let own = |other: u32| other as usize == item;
    kept.extend((0..).zip(row).filter(|(other, value)| **value != 0.0 && !own(*other)).map(|(other, _)| other));
    if kept.len() > most {
        // Floats that are not negative are in the order of their bits.
        kept.select_nth_unstable_by_key(most, |&other| (Reverse(row[other as usize].abs().to_bits()), other));
        kept.truncate(most);
        kept.sort_unstable();
    }
}

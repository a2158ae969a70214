//! Item-to-item weights of a fitted method, computed once and read for every user.

use super::{Fitted, History, Method};
use std::cmp::Reverse;

/// How much of each row a table keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Everything: for evaluation.
    All,
    /// The greatest weights of each row, and EASE among the strongest items only: for a running platform.
    Best {
        /// Neighbours kept for each item.
        neighbours: usize,
        /// Items among which EASE is fitted.
        core: usize,
    },
}

/// A method's weights. 32 bits are enough for an order and halve the memory.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    method: Method,
    items: usize,
    base: Option<Vec<f32>>,
    rows: Rows,
}

#[derive(Clone, Debug, PartialEq)]
enum Rows {
    None,
    Dense(Vec<f32>),
    Sparse { starts: Vec<usize>, targets: Vec<u32>, values: Vec<f32> },
}

impl Table {
    /// Computes the table of a fitted method.
    pub fn new(fitted: &Fitted, keep: Keep) -> Self {
        let items = fitted.items();
        let base = fitted.base().map(|base| base.into_iter().map(|value| value as f32).collect());
        let mut row = vec![0.0; items];
        let rows = match keep {
            _ if base.is_some() => Rows::None,
            Keep::All => {
                let mut all = Vec::with_capacity(items * items);
                for item in 0..items {
                    fitted.row(item, &mut row);
                    all.extend(row.iter().map(|value| *value as f32));
                }
                Rows::Dense(all)
            }
            Keep::Best { neighbours, .. } => {
                let (mut starts, mut targets, mut values) = (vec![0], vec![], vec![]);
                let mut kept: Vec<u32> = vec![];
                for item in 0..items {
                    fitted.row(item, &mut row);
                    best(&row, item, neighbours, &mut kept);
                    targets.extend_from_slice(&kept);
                    values.extend(kept.iter().map(|&other| row[other as usize] as f32));
                    starts.push(targets.len());
                }
                Rows::Sparse { starts, targets, values }
            }
        };
        Self { method: fitted.method(), items, base, rows }
    }

    /// Which method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// Fills `scores` with the score of every item for a user with this history; items that do not exist give nothing.
    pub fn score(&self, history: &History, scores: &mut [f32]) {
        match &self.base {
            Some(base) => scores.copy_from_slice(base),
            None => scores.fill(0.0),
        }
        let scale = Fitted::scale(self.method, history);
        for &(item, weight) in history.iter().filter(|(item, _)| (*item as usize) < self.items) {
            let factor = (weight * scale) as f32;
            match &self.rows {
                Rows::None => {}
                Rows::Dense(all) => {
                    let row = &all[item as usize * self.items..][..self.items];
                    scores.iter_mut().zip(row).for_each(|(score, value)| *score += factor * value);
                }
                Rows::Sparse { starts, targets, values } => {
                    let range = starts[item as usize]..starts[item as usize + 1];
                    for (&other, value) in targets[range.clone()].iter().zip(&values[range]) {
                        scores[other as usize] += factor * value;
                    }
                }
            }
        }
    }

    /// What `item` has without regard to the user.
    pub fn base(&self, item: usize) -> f64 {
        self.base.as_ref().and_then(|base| base.get(item)).map_or(0.0, |value| f64::from(*value))
    }

    /// What having `past` gives to each item, as far as the table keeps it.
    pub fn row(&self, past: usize) -> Vec<(u32, f64)> {
        match &self.rows {
            _ if past >= self.items => vec![],
            Rows::None => vec![],
            Rows::Dense(all) => {
                (0..).zip(all[past * self.items..][..self.items].iter().map(|v| f64::from(*v))).collect()
            }
            Rows::Sparse { starts, targets, values } => {
                let range = starts[past]..starts[past + 1];
                targets[range.clone()].iter().copied().zip(values[range].iter().map(|v| f64::from(*v))).collect()
            }
        }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let rows = match &self.rows {
            Rows::None => 0,
            Rows::Dense(all) => all.len() * 4,
            Rows::Sparse { starts, targets, .. } => starts.len() * 8 + targets.len() * 8,
        };
        rows + self.base.as_ref().map_or(0, |base| base.len() * 4)
    }
}

/// The `most` greatest entries of `row` other than `item` itself, which no user with `item` can be given, by number;
/// equal ones the first first.
fn best(row: &[f64], item: usize, most: usize, kept: &mut Vec<u32>) {
    kept.clear();
    let own = |other: u32| other as usize == item;
    kept.extend((0..).zip(row).filter(|(other, value)| **value != 0.0 && !own(*other)).map(|(other, _)| other));
    if kept.len() > most {
        // Non-negative floats are in the order of their bits.
        kept.select_nth_unstable_by_key(most, |&other| (Reverse(row[other as usize].abs().to_bits()), other));
        kept.truncate(most);
        kept.sort_unstable();
    }
}

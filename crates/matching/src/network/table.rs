//! Item-to-item weights of a fitted method, computed once and read for every user.

use super::neighbours::Neighbours;
use super::{Fitted, History, Method};

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
    Sparse(Neighbours),
}

impl Table {
    /// Computes the table of a fitted method.
    pub fn new(fitted: &Fitted, keep: Keep) -> Self {
        let items = fitted.items();
        let base: Option<Vec<f32>> = fitted.base().map(|base| base.into_iter().map(|value| value as f32).collect());
        let rows = match keep {
            _ if base.is_some() => Rows::None,
            Keep::All => {
                let mut row = vec![0.0; items];
                let mut all = Vec::with_capacity(items * items);
                for item in 0..items {
                    fitted.row(item, &mut row);
                    all.extend(row.iter().map(|value| *value as f32));
                }
                Rows::Dense(all)
            }
            Keep::Best { neighbours, .. } => Rows::Sparse(Neighbours::new(fitted, neighbours)),
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
        let mut share = 0.0;
        for &(item, weight) in history.iter().filter(|(item, _)| (*item as usize) < self.items) {
            let factor = (weight * scale) as f32;
            match &self.rows {
                Rows::None => {}
                Rows::Dense(all) => {
                    let row = &all[item as usize * self.items..][..self.items];
                    scores.iter_mut().zip(row).for_each(|(score, value)| *score += factor * value);
                }
                Rows::Sparse(rows) => share += rows.add(item as usize, factor, scores),
            }
        }
        if let Rows::Sparse(rows) = &self.rows {
            rows.add_average(share, scores);
        }
    }

    /// What `item` has without regard to the user.
    pub fn base(&self, item: usize) -> f64 {
        self.base.as_ref().and_then(|base| base.get(item)).map_or(0.0, |value| f64::from(*value))
    }

    /// What having `past` once gives to `item`.
    pub fn weight(&self, past: usize, item: usize) -> f64 {
        match &self.rows {
            _ if past >= self.items || item >= self.items => 0.0,
            Rows::None => 0.0,
            Rows::Dense(all) => f64::from(all[past * self.items + item]),
            Rows::Sparse(rows) => rows.weight(past, item),
        }
    }

    /// What having `past` once gives to all items that are not in `history`, together.
    pub fn sum(&self, past: usize, history: &History) -> f64 {
        let all = match &self.rows {
            _ if past >= self.items => 0.0,
            Rows::None => 0.0,
            Rows::Dense(all) => all[past * self.items..][..self.items].iter().map(|value| f64::from(*value)).sum(),
            Rows::Sparse(rows) => rows.sum(past),
        };
        all - history.iter().map(|(own, _)| self.weight(past, *own as usize)).sum::<f64>()
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        let rows = match &self.rows {
            Rows::None => 0,
            Rows::Dense(all) => all.len() * 4,
            Rows::Sparse(rows) => rows.bytes(),
        };
        rows + self.base.as_ref().map_or(0, |base| base.len() * 4)
    }
}

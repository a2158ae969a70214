//! Item-to-item weights of a fitted method, computed once and read for every user.

use super::neighbours::{Neighbours, Patterns};
use super::{Fitted, Graph, History, Method};

/// How much of each row a table keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Everything: for evaluation.
    All,
    /// The greatest weights of each row, and EASE among the strongest items only: for a running platform.
    Best {
        /// Neighbours kept for each item.
        neighbours: usize,
        /// Patterns in which the rest of a row is put.
        patterns: usize,
        /// Items among which EASE is fitted.
        core: usize,
    },
}

impl Keep {
    /// What is used on the platform. On made-up data it loses nothing against all weights (docs/matching.md).
    pub const COMPACT: Self = Self::Best { neighbours: 50, patterns: 32, core: 2_000 };

    /// Fits `method`, EASE within the core.
    pub fn fit(self, method: Method, graph: &Graph) -> Fitted<'_> {
        match self {
            Self::All => Fitted::new(method, graph),
            Self::Best { core, .. } => Fitted::within(method, graph, core),
        }
    }

    /// What tables of one graph share; nothing where everything is kept.
    pub(super) fn patterns(self, graph: &Graph) -> Patterns {
        match self {
            Self::All => Patterns::new(&Graph::default(), 0),
            Self::Best { patterns, .. } => Patterns::new(graph, patterns),
        }
    }
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
        Self::with(fitted, keep, &keep.patterns(fitted.graph()))
    }

    /// The same with patterns that several tables share.
    pub(super) fn with(fitted: &Fitted, keep: Keep, patterns: &Patterns) -> Self {
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
            Keep::Best { neighbours, .. } => Rows::Sparse(Neighbours::new(fitted, patterns, neighbours)),
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
        let known = history.iter().filter(|(item, _)| (*item as usize) < self.items);
        let past = known.map(|&(item, weight)| (item as usize, (weight * scale) as f32));
        match &self.rows {
            Rows::None => {}
            Rows::Dense(all) => past.for_each(|(item, factor)| {
                let row = &all[item * self.items..][..self.items];
                scores.iter_mut().zip(row).for_each(|(score, value)| *score += factor * value);
            }),
            Rows::Sparse(rows) => rows.score(past, scores),
        }
    }

    /// What `item` has without regard to the user; none for methods that go by the user alone.
    pub fn base(&self, item: usize) -> Option<f64> {
        Some(f64::from(*self.base.as_ref()?.get(item)?))
    }

    /// What having `past` once gives to each item; nothing for methods that go by the base alone.
    pub fn row(&self, past: usize) -> Vec<f32> {
        match &self.rows {
            _ if past >= self.items => vec![],
            Rows::None => vec![],
            Rows::Dense(all) => all[past * self.items..][..self.items].to_vec(),
            Rows::Sparse(rows) => rows.row(past),
        }
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

//! Gradient-boosted trees (Friedman, 2001; histograms and second-order gains as in Chen and Guestrin, 2016) for a hundred
//! dense columns and some ten thousand rows. Logistic loss; labels may lie between 0 and 1.

use super::keys::Chance;
use super::logistic::{loss, sigmoid};

/// Bins of a column.
const BINS: usize = 64;
const DEPTH: usize = 4;
const RATE: f64 = 0.05;
/// Share of rows and of columns that a tree sees.
const ROWS: f64 = 0.7;
const COLUMNS: f64 = 0.4;
/// Penalty of a leaf's weight and the least curvature in a leaf.
const PENALTY: f64 = 10.0;
const LEAST: f64 = 15.0;
const MOST_TREES: usize = 600;
/// Trees without a better loss on the held-out rows before it ends.
const PATIENCE: usize = 50;

/// Columns cut into bins at quantiles of the training rows.
#[derive(Clone, Debug)]
pub(crate) struct Cuts(Vec<Vec<f32>>);

impl Cuts {
    /// At most [`BINS`] bins a column.
    pub(crate) fn of(rows: &[Vec<f32>]) -> Self {
        let width = rows.first().map_or(0, Vec::len);
        Self(
            (0..width)
                .map(|column| {
                    let mut values: Vec<f32> = rows.iter().map(|row| row[column]).collect();
                    values.sort_by(f32::total_cmp);
                    let mut cuts: Vec<f32> = (1..BINS).map(|bin| values[bin * values.len() / BINS]).collect();
                    cuts.dedup();
                    cuts
                })
                .collect(),
        )
    }

    /// The bins of a row.
    pub(crate) fn bins(&self, row: &[f32]) -> Vec<u8> {
        let bin = |(cuts, value): (&Vec<f32>, &f32)| {
            u8::try_from(cuts.partition_point(|cut| cut <= value)).unwrap_or(u8::MAX)
        };
        self.0.iter().zip(row).map(bin).collect()
    }
}

/// A node: rows whose bin of `column` is at most `bin` go to `left`, others to the one after it.
#[derive(Clone, Debug)]
enum Node {
    Split { column: usize, bin: u8, left: usize },
    Leaf(f64),
}

#[derive(Clone, Debug)]
struct Tree(Vec<Node>);

impl Tree {
    fn value(&self, row: &[u8]) -> f64 {
        let mut at = 0;
        loop {
            match &self.0[at] {
                Node::Leaf(value) => return *value,
                Node::Split { column, bin, left } => at = left + usize::from(row[*column] > *bin),
            }
        }
    }
}

/// A sum of trees.
#[derive(Clone, Debug)]
pub(crate) struct Boosted {
    base: f64,
    trees: Vec<Tree>,
    /// Loss on the held-out rows without trees, with one, and so on.
    losses: Vec<f64>,
}

/// Rows cut into bins, with their labels.
pub(crate) struct Data<'a> {
    pub(crate) rows: &'a [Vec<u8>],
    pub(crate) labels: &'a [f64],
}

impl Boosted {
    /// Fits on the rows `train` until the loss on the rows `held` no longer falls; see [`agree_on_length`].
    pub(crate) fn fit(data: &Data, train: &[usize], held: &[usize], seed: u64) -> Self {
        let mut chance = Chance(seed);
        let mean = train.iter().map(|at| data.labels[*at]).sum::<f64>() / train.len().max(1) as f64;
        let mean = mean.clamp(0.01, 0.99);
        let mut model = Self { base: (mean / (1.0 - mean)).ln(), trees: vec![], losses: vec![] };
        let mut logits = vec![model.base; data.rows.len()];
        let width = data.rows.first().map_or(0, Vec::len);
        let lost = |logits: &[f64]| held.iter().map(|at| loss(logits[*at], data.labels[*at])).sum::<f64>();
        model.losses.push(lost(&logits));
        let (mut best, mut kept) = (model.losses[0], 0);
        for _ in 0..MOST_TREES {
            let slopes: Vec<(f64, f64)> = logits
                .iter()
                .zip(data.labels)
                .map(|(logit, label)| {
                    let chance = sigmoid(*logit);
                    (label - chance, (chance * (1.0 - chance)).max(1e-6))
                })
                .collect();
            let mut rows = train.to_vec();
            chance.shuffle(&mut rows);
            rows.truncate(((ROWS * rows.len() as f64) as usize).max(1));
            let mut columns: Vec<usize> = (0..width).collect();
            chance.shuffle(&mut columns);
            columns.truncate(((COLUMNS * width as f64) as usize).max(4));
            columns.sort_unstable();
            let tree = grow(data.rows, &slopes, rows, &columns);
            logits.iter_mut().zip(data.rows).for_each(|(logit, row)| *logit += tree.value(row));
            model.trees.push(tree);
            let now = lost(&logits);
            model.losses.push(now);
            if now < best - 1e-9 {
                (best, kept) = (now, model.trees.len());
            } else if model.trees.len() >= kept + PATIENCE {
                break;
            }
        }
        model
    }

    /// The logit of a row.
    pub(crate) fn logit(&self, row: &[u8]) -> f64 {
        self.base + self.trees.iter().map(|tree| tree.value(row)).sum::<f64>()
    }
}

/// Cuts the models of all folds to the one number of trees at which the sum of their held-out losses is lowest. A number for
/// each fold would fit the accidents of its held-out rows.
pub(crate) fn agree_on_length(models: &mut [Boosted]) {
    let longest = models.iter().map(|model| model.trees.len()).max().unwrap_or_default();
    let at = |model: &Boosted, length: usize| model.losses[length.min(model.trees.len())];
    let sum = |length: usize| models.iter().map(|model| at(model, length)).sum::<f64>();
    let best = (0..=longest).min_by(|a, b| sum(*a).total_cmp(&sum(*b))).unwrap_or_default();
    models.iter_mut().for_each(|model| model.trees.truncate(best));
}

fn grow(rows: &[Vec<u8>], slopes: &[(f64, f64)], all: Vec<usize>, columns: &[usize]) -> Tree {
    let mut nodes = vec![Node::Leaf(0.0)];
    let mut open = vec![(0, all, 0)];
    while let Some((place, here, depth)) = open.pop() {
        let sums = here.iter().fold((0.0, 0.0), |sum, at| (sum.0 + slopes[*at].0, sum.1 + slopes[*at].1));
        let found = if depth < DEPTH { split(rows, slopes, &here, columns, sums) } else { None };
        match found {
            Some((column, bin)) => {
                let left = nodes.len();
                nodes.extend([Node::Leaf(0.0), Node::Leaf(0.0)]);
                nodes[place] = Node::Split { column, bin, left };
                let (less, more): (Vec<_>, Vec<_>) = here.into_iter().partition(|at| rows[*at][column] <= bin);
                open.push((left, less, depth + 1));
                open.push((left + 1, more, depth + 1));
            }
            None => nodes[place] = Node::Leaf(RATE * sums.0 / (sums.1 + PENALTY)),
        }
    }
    Tree(nodes)
}

/// The split that gains most; of equal ones the first.
fn split(
    rows: &[Vec<u8>],
    slopes: &[(f64, f64)],
    here: &[usize],
    columns: &[usize],
    sums: (f64, f64),
) -> Option<(usize, u8)> {
    let gain = |slope: f64, curve: f64| slope * slope / (curve + PENALTY);
    let (mut best, mut found) = (gain(sums.0, sums.1) + 1e-3, None);
    for column in columns {
        let mut bins = [(0.0, 0.0); BINS + 1];
        for at in here {
            let bin = &mut bins[usize::from(rows[*at][*column])];
            bin.0 += slopes[*at].0;
            bin.1 += slopes[*at].1;
        }
        let mut left = (0.0, 0.0);
        for (bin, number) in bins.iter().zip(0_u8..) {
            left = (left.0 + bin.0, left.1 + bin.1);
            let right = (sums.0 - left.0, sums.1 - left.1);
            if left.1 < LEAST || right.1 < LEAST {
                continue;
            }
            let both = gain(left.0, left.1) + gain(right.0, right.1);
            if both > best {
                (best, found) = (both, Some((*column, number)));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learns_what_no_line_can() {
        let mut chance = Chance(1);
        let rows: Vec<Vec<f32>> = (0..600).map(|_| (0..3).map(|_| chance.signed() as f32).collect()).collect();
        let labels: Vec<f64> = rows.iter().map(|row| f64::from(u8::from((row[0] > 0.0) != (row[1] > 0.0)))).collect();
        let cuts = Cuts::of(&rows);
        let bins: Vec<_> = rows.iter().map(|row| cuts.bins(row)).collect();
        let data = Data { rows: &bins, labels: &labels };
        let (train, held): (Vec<usize>, Vec<usize>) = ((0..400).collect(), (400..600).collect());
        let mut models = [Boosted::fit(&data, &train, &held, 3)];
        agree_on_length(&mut models);
        let [model] = models;
        let right = held.iter().filter(|at| (model.logit(&bins[**at]) > 0.0) == (labels[**at] > 0.5)).count();
        assert!(right > 175, "{right} of 200");
    }
}

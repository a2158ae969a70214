//! The rows of a table cut down to the neighbours that matter, with what is cut off replaced by a few common patterns.

use super::Fitted;
use super::spectral::Spectral;
use std::cmp::Reverse;
use std::sync::Arc;

/// Each row is `coordinates · patterns + difference`, and of the difference the greatest entries are kept. With the rows
/// simply cut off, every item outside of them would score nothing and the long tail would be in no order at all.
///
/// The patterns are the first singular vectors of the normalised graph, as every method here is made of the
/// same walks on it: `W_αβ ≈ reach_α · Σ_r c_βr V_αr` with `reach_α = to_α √k_α`. As V is orthonormal,
/// `c_βr = Σ_α V_αr W_αβ / reach_α` fits each row best.
#[derive(Clone, Debug, PartialEq)]
pub struct Neighbours {
    rank: usize,
    /// V by vectors, each over all items.
    patterns: Arc<Vec<f32>>,
    reach: Vec<f32>,
    coordinates: Vec<f32>,
    /// The greatest amount in each row, before patterns and differences cancel.
    sizes: Vec<f32>,
    starts: Vec<usize>,
    targets: Vec<u32>,
    values: Vec<f32>,
}

/// The part of what is summed up below which a sum of 32-bit numbers means nothing.
const NOISE: f32 = 1e-5;

/// The common patterns of a graph, by vectors.
#[derive(Clone, Debug)]
pub struct Patterns {
    rank: usize,
    vectors: Arc<Vec<f32>>,
}

impl Patterns {
    /// Those of the graph of a fitted method; at most `rank`.
    pub fn new(graph: &super::Graph, rank: usize) -> Self {
        let (rank, vectors) = Spectral::fit(graph, rank).by_vectors();
        Self { rank, vectors: Arc::new(vectors.into_iter().map(|value| value as f32).collect()) }
    }

    /// Bytes on the heap.
    pub fn bytes(&self) -> usize {
        self.vectors.len() * 4
    }
}

impl Neighbours {
    /// The rows of `fitted` with `most` neighbours each.
    pub fn new(fitted: &Fitted, patterns: &Patterns, most: usize) -> Self {
        let (items, rank) = (fitted.items(), patterns.rank);
        let reach: Vec<f64> = (0..items).map(|item| fitted.reach(item)).collect();
        let inverse: Vec<f64> = reach.iter().map(|reach| if *reach > 0.0 { reach.recip() } else { 0.0 }).collect();
        let (mut coordinates, mut starts, mut targets, mut values) = (vec![], vec![0], vec![], vec![]);
        let mut sizes = vec![];
        let (mut row, mut scaled, mut kept) = (vec![0.0; items], vec![0.0f32; items], vec![]);
        for item in 0..items {
            fitted.row(item, &mut row);
            scaled
                .iter_mut()
                .zip(row.iter().zip(&inverse))
                .for_each(|(to, (value, inverse))| *to = (value * inverse) as f32);
            let own: Vec<f32> =
                patterns.vectors.chunks_exact(items.max(1)).map(|pattern| dot(pattern, &scaled)).collect();
            scaled.fill(0.0);
            add_patterns(&patterns.vectors, &own, &mut scaled);
            let mut size = 0.0f64;
            row.iter_mut().zip(scaled.iter().zip(&reach)).for_each(|(value, (part, reach))| {
                let part = f64::from(*part) * reach;
                *value -= part;
                size = size.max(part.abs()).max(value.abs());
            });
            sizes.push(size as f32);
            best(&row, item, most, &mut kept);
            targets.extend_from_slice(&kept);
            values.extend(kept.iter().map(|&other| row[other as usize] as f32));
            starts.push(targets.len());
            coordinates.extend(own);
        }
        let reach = reach.into_iter().map(|value| value as f32).collect();
        Self { rank, patterns: patterns.vectors.clone(), reach, coordinates, sizes, starts, targets, values }
    }

    /// Sets `scores` to the sum of the rows of `past`, each with its factor; to nothing but zeros where no other item has
    /// more than what rounding leaves behind, as for a user who shares no item with anybody.
    pub fn score(&self, past: impl Iterator<Item = (usize, f32)>, scores: &mut [f32]) {
        let past: Vec<(usize, f32)> = past.collect();
        let mut sums = vec![0.0f32; self.rank];
        for &(item, factor) in &past {
            let own = &self.coordinates[item * self.rank..][..self.rank];
            sums.iter_mut().zip(own).for_each(|(sum, value)| *sum += factor * value);
        }
        add_patterns(&self.patterns, &sums, scores);
        scores.iter_mut().zip(&self.reach).for_each(|(score, reach)| *score *= reach);
        let mut size = 0.0f32;
        for &(item, factor) in &past {
            size += factor.abs() * self.sizes[item];
            let range = self.starts[item]..self.starts[item + 1];
            for (&other, value) in self.targets[range.clone()].iter().zip(&self.values[range]) {
                scores[other as usize] += factor * value;
            }
        }
        past.iter().for_each(|(item, _)| scores[*item] = 0.0);
        if scores.iter().all(|score| score.abs() < NOISE * size) {
            scores.fill(0.0);
        }
    }

    /// What `past` gives to every item.
    pub fn row(&self, past: usize) -> Vec<f32> {
        let mut row = vec![0.0; self.reach.len()];
        self.score(std::iter::once((past, 1.0)), &mut row);
        row
    }

    /// Bytes on the heap without the patterns, which tables share.
    pub fn bytes(&self) -> usize {
        (self.reach.len() + self.coordinates.len() + self.sizes.len()) * 4
            + self.starts.len() * 8
            + self.targets.len() * 8
    }
}

/// Adds the patterns, each by its factor, four at a time so that `scores` is passed through less often.
fn add_patterns(patterns: &[f32], factors: &[f32], scores: &mut [f32]) {
    let items = scores.len().max(1);
    for (patterns, factors) in patterns.chunks(4 * items).zip(factors.chunks(4)) {
        if let &[a, b, c, d] = factors {
            let (first, second) = patterns.split_at(2 * items);
            let (p, q) = first.split_at(items);
            let (r, s) = second.split_at(items);
            for ((score, (p, q)), (r, s)) in scores.iter_mut().zip(p.iter().zip(q)).zip(r.iter().zip(s)) {
                *score += a * p + b * q + c * r + d * s;
            }
        } else {
            for (pattern, factor) in patterns.chunks_exact(items).zip(factors) {
                scores.iter_mut().zip(pattern).for_each(|(score, value)| *score += factor * value);
            }
        }
    }
}

/// A dot product in eight lanes, which a processor adds side by side.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut lanes = [0.0f32; 8];
    let (whole_a, rest_a) = a.as_chunks::<8>();
    let (whole_b, rest_b) = b.as_chunks::<8>();
    for (a, b) in whole_a.iter().zip(whole_b) {
        for lane in 0..8 {
            lanes[lane] += a[lane] * b[lane];
        }
    }
    lanes.iter().sum::<f32>() + rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum::<f32>()
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

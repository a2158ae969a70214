//! The low-pass filter on the normalised graph; formula in `method.rs`.

use super::{Graph, Seeded, Side};

/// The strongest singular vectors of the normalised graph.
#[derive(Clone, Debug)]
pub struct Spectral {
    rank: usize,
    /// For each item its `rank` coordinates.
    vectors: Vec<f64>,
    /// √k of each item.
    roots: Vec<f64>,
}

/// Rounds of subspace iteration. The filter needs the subspace, not each vector, so that close singular values do no harm.
const ROUNDS: usize = 12;

fn roots(side: &Side) -> Vec<f64> {
    (0..side.len()).map(|node| side.strength(node).sqrt()).collect()
}

/// What lies on the nodes of `from`, carried over the links to the other side.
fn carry(from: &Side, inverse: &[f64], other: &[f64], values: &[f64], rank: usize) -> Vec<f64> {
    let mut carried = vec![0.0; other.len() * rank];
    for node in 0..from.len() {
        let own = &values[node * rank..][..rank];
        for &(to, weight) in from.of(node) {
            let factor = weight / (inverse[node] * other[to as usize]);
            carried[to as usize * rank..][..rank].iter_mut().zip(own).for_each(|(sum, value)| *sum += factor * value);
        }
    }
    carried
}

/// Makes the columns of `vectors` orthonormal (modified Gram and Schmidt); what is left of a dependent column is 0.
fn orthonormal(vectors: &mut [f64], rank: usize) {
    for column in 0..rank {
        for before in 0..column {
            let dot: f64 = vectors.chunks_exact(rank).map(|row| row[column] * row[before]).sum();
            vectors.chunks_exact_mut(rank).for_each(|row| row[column] -= dot * row[before]);
        }
        let norm = vectors.chunks_exact(rank).map(|row| row[column] * row[column]).sum::<f64>().sqrt();
        let inverse = if norm > 1e-9 { norm.recip() } else { 0.0 };
        vectors.chunks_exact_mut(rank).for_each(|row| row[column] *= inverse);
    }
}

impl Spectral {
    /// With at most `rank` vectors. The start of the iteration is always the same.
    pub fn fit(graph: &Graph, rank: usize) -> Self {
        let rank = rank.min(graph.items.len()).min(graph.users.len());
        let (users, items) = (roots(&graph.users), roots(&graph.items));
        let mut seeded = Seeded::new(1);
        let mut vectors: Vec<f64> = (0..items.len() * rank).map(|_| seeded.normal()).collect();
        if rank > 0 {
            for _ in 0..ROUNDS {
                let on_users = carry(&graph.items, &items, &users, &vectors, rank);
                vectors = carry(&graph.users, &users, &items, &on_users, rank);
                orthonormal(&mut vectors, rank);
            }
        }
        Self { rank, vectors, roots: items }
    }

    /// How many vectors, and their coordinates vector by vector.
    pub fn by_vectors(&self) -> (usize, Vec<f64>) {
        let vector = |at: usize| self.vectors.iter().skip(at).step_by(self.rank.max(1)).copied();
        (self.rank, (0..self.rank).flat_map(vector).collect())
    }

    /// Adds to `row` what `item` gives to each item.
    pub fn row(&self, item: usize, row: &mut [f64]) {
        let root = self.roots.get(item).copied().unwrap_or_default();
        if root == 0.0 || self.rank == 0 {
            return;
        }
        let own = &self.vectors[item * self.rank..][..self.rank];
        for ((value, other), to) in row.iter_mut().zip(self.vectors.chunks_exact(self.rank)).zip(&self.roots) {
            *value += own.iter().zip(other).map(|(a, b)| a * b).sum::<f64>() * to / root;
        }
    }
}

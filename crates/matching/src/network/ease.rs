//! EASE and EDLAE in closed form; formulas in `method.rs`.

use super::{Graph, cholesky};

/// Item-to-item weights among the items that have most links.
#[derive(Clone, Debug)]
pub struct Ease {
    /// The items it knows, ascending.
    core: Vec<u32>,
    /// The inverse of the regularised Gram matrix, by rows of `core`.
    inverse: Vec<f64>,
}

impl Ease {
    /// Among the `most` items with the greatest strength: time grows with the cube of their number, and what few have
    /// taken up says little under a ridge anyway. None if `lambda` is not above 0 or `dropout` not within [0, 1).
    pub fn fit(graph: &Graph, lambda: f64, dropout: f64, most: usize) -> Option<Self> {
        if !(lambda > 0.0 && lambda.is_finite() && (0.0..1.0).contains(&dropout)) {
            return None;
        }
        let items = graph.items.len();
        let mut core: Vec<u32> =
            (0..u32::try_from(items).ok()?).filter(|&i| graph.items.degree(i as usize) > 0).collect();
        let strength = |item: u32| graph.items.strength(item as usize);
        core.sort_by(|&a, &b| strength(b).total_cmp(&strength(a)).then(a.cmp(&b)));
        core.truncate(most);
        core.sort_unstable();
        let mut place = vec![usize::MAX; items];
        core.iter().enumerate().for_each(|(at, &item)| place[item as usize] = at);
        let n = core.len();
        let mut gram = vec![0.0; n * n];
        let mut own = vec![];
        for user in 0..graph.users.len() {
            own.clear();
            own.extend(graph.users.of(user).iter().map(|&(i, w)| (place[i as usize], w)).filter(|(at, _)| *at < n));
            for (end, &(row, one)) in own.iter().enumerate() {
                let row = &mut gram[row * n..(row + 1) * n];
                own[..=end].iter().for_each(|&(column, two)| row[column] += one * two);
            }
        }
        for at in 0..n {
            let diagonal = &mut gram[at * n + at];
            *diagonal += lambda + dropout / (1.0 - dropout) * *diagonal;
        }
        Some(Self { core, inverse: cholesky::inverse(gram, n)? })
    }

    /// Adds to `row` what `item` gives to each item: `B_ij = −P_ij / P_jj`, nothing to itself.
    pub fn row(&self, item: usize, row: &mut [f64]) {
        let n = self.core.len();
        let Some(at) = u32::try_from(item).ok().and_then(|item| self.core.binary_search(&item).ok()) else { return };
        for (column, &other) in self.core.iter().enumerate().filter(|(column, _)| *column != at) {
            row[other as usize] -= self.inverse[at * n + column] / self.inverse[column * n + column];
        }
    }
}

//! Made-up markets, for tests, benchmarks and a first look at the methods where no real data may be used.

use super::{Graph, Seeded, Weight};

/// Users choose items by quality, taste and era. The defaults have the size of MovieLens-100K (ratings of at least 3) and
/// its heavy tails: many users with few links and some with hundreds, a few items that everybody knows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Market {
    /// How many users.
    pub users: usize,
    /// How many items.
    pub items: usize,
    /// Links in all, about.
    pub links: usize,
    /// Kinds of items; users differ in which they like.
    pub kinds: usize,
    /// How much taste counts against quality.
    pub taste: f64,
    /// How much it counts that a user prefers the items of one time.
    pub era: f64,
    /// How unequal items are.
    pub tail: f64,
}

impl Default for Market {
    fn default() -> Self {
        Self { users: 943, items: 1_682, links: 82_520, kinds: 20, taste: 1.1, era: 5.0, tail: 2.7 }
    }
}

/// A standard Gumbel number: the greatest of `ln weight + Gumbel` is a choice in proportion to the weights, and the k
/// greatest are k such choices without repetition.
fn gumbel(seeded: &mut Seeded) -> f64 {
    -(-(seeded.unit().max(1e-12)).ln()).max(1e-12).ln()
}

impl Market {
    /// One market; the same for the same seed.
    pub fn graph(&self, seeded: &mut Seeded) -> Graph {
        let item = |seeded: &mut Seeded| {
            let kinds: Vec<f64> = (0..self.kinds)
                .map(|_| if seeded.below(6) == 0 { 1.0 } else { 0.0 } + 0.25 * seeded.normal())
                .collect();
            let year = seeded.unit().sqrt();
            (self.tail * seeded.normal(), year, kinds)
        };
        let items: Vec<_> = (0..self.items).map(|_| item(seeded)).collect();
        // Lengths of histories are log-normal: the mean is exp(σ²/2) times the median.
        let lengths: Vec<f64> = (0..self.users).map(|_| (1.0 * seeded.normal()).exp()).collect();
        let scale = self.links as f64 / lengths.iter().sum::<f64>().max(1e-9);
        let mut links = vec![];
        for (user, length) in (0u32..).zip(lengths) {
            let count = ((length * scale).round() as usize).clamp(self.items.min(8), self.items / 2);
            let tastes: Vec<f64> = (0..self.kinds).map(|_| self.taste * seeded.normal()).collect();
            let era = seeded.unit().sqrt();
            let mut chosen: Vec<(f64, u32)> = (0u32..)
                .zip(&items)
                .map(|(item, (quality, year, kinds))| {
                    let liking: f64 = tastes.iter().zip(kinds).map(|(taste, kind)| taste * kind).sum();
                    (quality + liking - self.era * (era - year).abs() + gumbel(seeded), item)
                })
                .collect();
            chosen.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            links.extend(chosen.into_iter().take(count).map(|(_, item)| (user, item, Weight::ONE)));
        }
        Graph::new(self.users, self.items, links)
    }
}

//! The diffusion methods and both kinds of collaborative filtering as one formula: item to users, users to items, with a
//! factor at each of the three stops.

use super::{Graph, Method};

/// `W_αβ = to_α · from_β · Σ_l a_lα a_lβ via_l`, and `W + second · W²` where `second` is not 0.
#[derive(Clone, Debug)]
pub struct Kernel {
    from: Vec<f64>,
    to: Vec<f64>,
    via: Vec<f64>,
    second: f64,
}

/// `base^exponent`, with 0 for nodes without links: they neither give nor take.
fn power(base: f64, exponent: f64) -> f64 {
    if base > 0.0 { base.powf(exponent) } else { 0.0 }
}

impl Kernel {
    /// None for the methods that are no diffusion.
    pub fn new(method: Method, graph: &Graph) -> Option<Self> {
        let (users, items) = (graph.users.len(), graph.items.len());
        let by_item = |exponent: f64| (0..items).map(|item| power(graph.items.strength(item), exponent)).collect();
        let by_user = |exponent: f64| (0..users).map(|user| power(graph.users.strength(user), exponent)).collect();
        let norms = |side: &super::Side| -> Vec<f64> {
            (0..side.len())
                .map(|node| power(side.of(node).iter().map(|(_, weight)| weight * weight).sum(), -0.5))
                .collect()
        };
        let ones = || vec![1.0; items];
        let hybrid = |lambda: f64, second| Self {
            from: by_item(-lambda),
            to: by_item(lambda - 1.0),
            via: by_user(-1.0),
            second,
        };
        Some(match method {
            Method::Popularity | Method::Ease { .. } | Method::Spectral { .. } => return None,
            Method::UserCf => Self { from: ones(), to: ones(), via: norms(&graph.users), second: 0.0 },
            Method::ItemCf => {
                Self { from: norms(&graph.items), to: norms(&graph.items), via: vec![1.0; users], second: 0.0 }
            }
            Method::ProbS => hybrid(1.0, 0.0),
            Method::HeatS => hybrid(0.0, 0.0),
            Method::Hybrid { lambda } => hybrid(lambda, 0.0),
            Method::Redundancy { a, lambda } => hybrid(lambda, a),
            Method::Preferential { epsilon } => {
                let to: Vec<f64> = by_item(epsilon);
                let share = |user| graph.users.of(user).iter().map(|&(item, w)| w * to[item as usize]).sum();
                let via = (0..users).map(|user| power(share(user), -1.0)).collect();
                Self { from: by_item(-1.0), to, via, second: 0.0 }
            }
        })
    }

    /// The factor at the end of a walk that leads to `item`.
    pub fn to(&self, item: usize) -> f64 {
        self.to.get(item).copied().unwrap_or_default()
    }

    /// Adds to `row` what `item` alone, linked once, gives to each item.
    pub fn row(&self, graph: &Graph, item: usize, row: &mut [f64]) {
        let start = self.from.get(item).copied().unwrap_or_default();
        for &(user, one) in graph.items.of(item) {
            let passed = start * one * self.via[user as usize];
            for &(other, two) in graph.users.of(user as usize) {
                row[other as usize] += passed * two;
            }
        }
        row.iter_mut().zip(&self.to).for_each(|(value, to)| *value *= to);
        if self.second != 0.0 {
            for (value, again) in self.spread(graph, row).into_iter().enumerate() {
                row[value] += self.second * again;
            }
        }
    }

    /// One more diffusion of what lies on the items: back to the users and from them to the items. Through the graph this
    /// costs two visits of every link, where the product W·W would cost the cube of the number of items.
    fn spread(&self, graph: &Graph, resource: &[f64]) -> Vec<f64> {
        let mut next = vec![0.0; resource.len()];
        for user in 0..graph.users.len() {
            let links = graph.users.of(user);
            let taken: f64 =
                links.iter().map(|&(item, w)| w * self.from[item as usize] * resource[item as usize]).sum();
            let passed = taken * self.via[user];
            if passed != 0.0 {
                links.iter().for_each(|&(item, w)| next[item as usize] += passed * w);
            }
        }
        next.iter_mut().zip(&self.to).for_each(|(value, to)| *value *= to);
        next
    }
}

//! A method fitted to a graph.

use super::ease::Ease;
use super::kernel::Kernel;
use super::spectral::Spectral;
use super::{Graph, History, Method};

/// A method with everything it needs to know of a graph. Each method here is linear in what the user did: the score of an
/// item is `base + scale(user) · Σ_past weight · row(past)`, which is why a score can be taken apart again.
#[derive(Clone, Debug)]
pub struct Fitted<'g> {
    method: Method,
    graph: &'g Graph,
    inner: Inner,
}

#[derive(Clone, Debug)]
enum Inner {
    Popularity,
    Kernel(Kernel),
    Ease(Option<Ease>),
    Spectral(Spectral),
}

impl<'g> Fitted<'g> {
    /// Fits `method` to all of `graph`.
    pub fn new(method: Method, graph: &'g Graph) -> Self {
        Self::within(method, graph, usize::MAX)
    }

    /// The same with EASE among the `most` strongest items only. Parameters out of their range give a method that knows
    /// nothing.
    pub fn within(method: Method, graph: &'g Graph, most: usize) -> Self {
        let inner = match method {
            Method::Ease { lambda, dropout } => Inner::Ease(Ease::fit(graph, lambda, dropout, most)),
            Method::Spectral { rank } => Inner::Spectral(Spectral::fit(graph, rank)),
            _ => Kernel::new(method, graph).map_or(Inner::Popularity, Inner::Kernel),
        };
        Self { method, graph, inner }
    }

    /// Which method.
    pub fn method(&self) -> Method {
        self.method
    }

    /// What it was fitted to.
    pub fn graph(&self) -> &'g Graph {
        self.graph
    }

    /// How many items it knows.
    pub fn items(&self) -> usize {
        self.graph.items.len()
    }

    /// How far the weights that lead to `item` grow with what it has: their scale in the normalised graph.
    pub(super) fn reach(&self, item: usize) -> f64 {
        let to = match &self.inner {
            Inner::Kernel(kernel) => kernel.to(item),
            _ => 1.0,
        };
        to * self.graph.items.strength(item).sqrt()
    }

    /// What each item has without regard to the user; none for methods that go by the user alone.
    pub fn base(&self) -> Option<Vec<f64>> {
        matches!(self.inner, Inner::Popularity)
            .then(|| (0..self.items()).map(|item| self.graph.items.strength(item)).collect())
    }

    /// Fills `row` with what having `item` once gives to every item.
    pub fn row(&self, item: usize, row: &mut [f64]) {
        row.fill(0.0);
        match &self.inner {
            Inner::Popularity | Inner::Ease(None) => {}
            Inner::Kernel(kernel) => kernel.row(self.graph, item, row),
            Inner::Ease(Some(ease)) => ease.row(item, row),
            Inner::Spectral(spectral) => spectral.row(item, row),
        }
    }

    /// The factor that belongs to the user: the length of the user's vector in a cosine. It changes no order.
    pub fn scale(method: Method, history: &History) -> f64 {
        match method {
            Method::UserCf if !history.is_empty() => {
                history.iter().map(|(_, weight)| weight * weight).sum::<f64>().sqrt().recip()
            }
            _ => 1.0,
        }
    }
}

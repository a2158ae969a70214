//! What a blend is made of.

use super::{Method, Norm};
use serde::{Deserialize, Serialize};

/// One method's part in a blend.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// Which method, with its parameters.
    pub method: Method,
    /// How its scores are made comparable.
    pub norm: Norm,
    /// How much it counts; popularity may count against.
    pub weight: f64,
}

/// A weighted sum of methods: `s = Σ weight · norm(score)`. It stays a sum of parts that can be shown one by one.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Blend {
    /// The parts.
    pub components: Vec<Component>,
}

impl Default for Blend {
    /// What is used until there is enough on the platform to choose by: about the mean of what was chosen on made-up
    /// markets, with the fewest components that do as well (docs/matching.md).
    fn default() -> Self {
        let part = |method, norm, weight| Component { method, norm, weight };
        Self {
            components: vec![
                part(Method::Popularity, Norm::Rank, -0.15),
                part(Method::Preferential { epsilon: -0.85 }, Norm::Standard, 0.2),
                part(Method::Redundancy { a: -0.75, lambda: 0.4 }, Norm::Rank, 0.25),
                part(Method::Ease { lambda: 300.0, dropout: 0.0 }, Norm::Standard, 0.1),
                part(Method::Ease { lambda: 300.0, dropout: 0.0 }, Norm::Rank, 0.2),
                part(Method::Spectral { rank: 32 }, Norm::Standard, 0.1),
            ],
        }
    }
}

impl Blend {
    /// A method alone.
    pub fn single(method: Method) -> Self {
        Self { components: vec![Component { method, norm: Norm::Standard, weight: 1.0 }] }
    }

    /// The sum of what its parts count, by amount.
    pub fn mass(&self) -> f64 {
        self.components.iter().map(|part| part.weight.abs()).sum()
    }

    /// A blended score as a share of one: 0.5 is the average item, and two deviations above it 0.95. Fit for the part that similar
    /// enterprises have in a score.
    pub fn share(&self) -> impl Fn(f32) -> f32 {
        let mass = self.mass() as f32;
        let slope = if mass > 0.0 { -1.5 / mass } else { 0.0 };
        move |score| if score.is_finite() { 1.0 / (1.0 + (slope * score).exp()) } else { 0.0 }
    }
}

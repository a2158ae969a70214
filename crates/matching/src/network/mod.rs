//! The complex-network part of matching (复杂网络匹配模型): enterprises and products as a bipartite graph of what came of
//! earlier orders, methods from the literature that spread what one enterprise did to others like it, their blend, its
//! evaluation, and the tables from which a page is served. Formulas, sources and figures: docs/matching.md.

mod blend;
mod cholesky;
mod choose;
mod ease;
mod edges;
mod evaluate;
mod explain;
mod fitted;
mod graph;
mod interactions;
mod kernel;
mod learn;
mod method;
mod model;
mod neighbours;
mod normal;
mod preferences;
mod seeded;
mod spectral;
mod split;
mod synthetic;
mod table;
mod weight;

pub use blend::{Blend, Component};
pub use choose::{Choice, Rule, Tried, choose};
pub use edges::{Edge, EdgeError, edges};
pub use evaluate::{Figures, LIST, measure};
pub use explain::{Cause, Explanation, PartOf};
pub use fitted::Fitted;
pub use graph::{Graph, Side};
pub use interactions::{Interactions, Network};
pub use learn::{Learned, Trial, Tuning, learn};
pub use method::Method;
pub use model::{Model, Scratch, cold_start};
pub use normal::Norm;
pub use preferences::{likings_of, preference_for};
pub use seeded::Seeded;
pub use split::{Split, split};
pub use synthetic::Market;
pub use table::{Keep, Table};
pub use weight::{Outcome, Weight, weight};

/// What a user did: items by their number with the weight of each link, ascending and without repetition.
pub type History = [(u32, f64)];

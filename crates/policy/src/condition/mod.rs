//! Conditions as data, answered in three values: holds, fails by how much, cannot be told since something is missing.
//!
//! `model` is how a condition is written, `read` checks it against a catalogue and makes a [`Requirement`] of it, `evaluate` gives
//! the verdict without allocating, `report` says why, and `plan` what would have to change.

mod distance;
mod evaluate;
mod model;
mod operand;
mod plan;
mod read;
mod report;
#[cfg(test)]
mod tests;
mod want;
mod words;

pub use distance::Distance;
pub use evaluate::Verdict;
pub use model::{Condition, MOST_DEPTH, MOST_PARTS, Operator, Side, Test, Window};
pub use plan::{Plan, PlanStep};
pub use read::Requirement;
pub use report::{Finding, Judged, Missing, Part, Report};

//! The two sides of the market: institutions can serve so many demands and no more, and popular ones must not take
//! everything. Ranked candidates are placed so that more matches are to be expected, and each change of a rank is explained.
//! The model, its sources and measured effects: docs/matching.md.

mod assign;
mod expect;
mod report;
mod share;

pub use assign::{Adjustment, Assignment, Candidate, Demand, Load, Placed, Policy, Reason, assign, naive};
pub use expect::{acceptance, expected_matches};
pub use report::{Dispatch, Share, report};
pub use share::beyond_cap;

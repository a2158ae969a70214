//! How much is paid (兑现标准): a formula of the sheet language or a table of tiers, then rounding, cap and floor, each step told in
//! words and figures. What is missing is named, never taken as zero.

mod compute;
mod model;
mod names;
mod read;
#[cfg(test)]
mod tests;
mod tiers;
mod trace;

pub use compute::{Calculation, State};
pub use model::{
    Below, Direction, Figure, FigureKind, Floor, Lines, Method, Rounding, Share, Standard, Tier, TierMode, Tiers,
};
pub use read::Amounts;
pub use trace::Step;

//! A loan.

use super::{Fee, Repayment};
use jinqiao_kernel::{Money, Rate};

/// A loan whose cost is wanted.
#[derive(Clone, Copy, Debug)]
pub struct Loan<'a> {
    /// Fen.
    pub amount: Money,
    /// Yearly, 0.001 %.
    pub rate: Rate,
    /// The term, up to 360.
    pub months: i32,
    /// Way of repaying.
    pub repayment: Repayment,
    /// Everything that is paid beside the interest, to whomever.
    pub fees: &'a [Fee],
}

impl Loan<'_> {
    /// The amount as a number with decimals; exact below 2^53 fen.
    #[expect(clippy::cast_precision_loss, reason = "amounts of loans are far below 2^53 fen")]
    pub(super) fn fen(&self) -> f64 {
        self.amount.0 as f64
    }
}

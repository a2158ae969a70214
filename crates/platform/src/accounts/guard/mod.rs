//! The one guard before every look at a secret. An attempt is counted first, which is cheap and decides at once: go, wait, or
//! bring a further proof; only then is a hash computed, in the bounded queue; and what was no failure is taken back.
//! ADR 26 says why it is so.

mod counts;
mod gate;
mod http;
mod model;
mod pass;
mod proof;

pub use gate::{Further, Gate};
pub use http::routes;
pub use pass::enter;
pub use proof::ProofPurpose;

use jinqiao_db::Tx;
use jinqiao_kernel::Result;

/// Forgets counts and used proofs that are of no weight any more; how many.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    Ok(counts::sweep(tx).await? + proof::sweep(tx).await?)
}

//! The one guard before every look at a secret. An attempt is counted first, which is cheap and decides at once: go, wait, or
//! bring a further proof; only then is a hash computed, in the bounded queue; and what was no failure is taken back.
//! ADR 26 says why it is so.

mod admit;
mod counts;
mod gate;
mod http;
mod model;
mod pass;
mod proof;

pub use admit::{admit_code, admit_code_try, admit_stranger_file};
pub use gate::Gate;
pub use http::routes;
pub use model::{place_of, request_key};
pub use pass::enter;
pub use proof::{ExtraProof, ProofPurpose};

use chrono::TimeDelta;
use counts::Counter;
use jinqiao_db::Tx;
use jinqiao_kernel::{AccountId, Result};
use model::Rule;

/// Wrong codes after the right password, of one account.
const WRONG_CODES: Rule = Rule::Limit { allowed: 10, window: TimeDelta::hours(1) };

fn wrong_codes(account: AccountId) -> Counter {
    gate::counter("factor", account, WRONG_CODES)
}

/// Somebody who knows the password has guessed at its codes too often.
pub async fn too_many_codes(tx: &Tx, account: AccountId) -> Result<bool> {
    let counter = wrong_codes(account);
    let row = counts::read(tx.conn(), std::slice::from_ref(&counter)).await?.remove(&counter.key);
    let Rule::Limit { allowed, .. } = WRONG_CODES else { return Ok(false) };
    Ok(row.is_some_and(|row| WRONG_CODES.holds_since(row.since, tx.real_now()) && row.failures >= allowed))
}

/// Counts a wrong code that came with the right password.
pub async fn count_code(tx: &Tx, account: AccountId) -> Result<()> {
    counts::add(tx, &wrong_codes(account)).await?;
    Ok(())
}

/// Forgets counts and used proofs that are of no weight any more; how many.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    Ok(counts::sweep(tx).await? + proof::sweep(tx).await?)
}

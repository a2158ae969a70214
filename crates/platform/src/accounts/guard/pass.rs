//! Letting an attempt in, and what is done with its count afterwards.

use super::{
    counts::{self, Counter},
    gate::{CODES, Gate, counter},
    model::{self, Rule},
    proof::{self, ExtraProof},
};
use crate::accounts::{
    passwords::{HashPlace, PasswordHasher},
    totp::{self, TotpSeed},
};
use chrono::TimeDelta;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{Error, Kind, Result, Sealed};

/// An attempt that was counted and may be looked at. Whoever drops it leaves it counted as a failure.
pub struct Pass(Vec<Counter>);

pub(super) fn wait(left: TimeDelta) -> Error {
    let seconds = u32::try_from((left.num_milliseconds() + 999) / 1000).unwrap_or(1);
    let words = if seconds < 60 { format!("{seconds} 秒") } else { format!("{} 分钟", seconds.div_ceil(60)) };
    Error::new(Kind::TooMany, "accounts.wait", format!("尝试次数过多，请 {words}后再试")).retry_after(seconds)
}

/// Lets an attempt in, counted, with a place in the queue for its hash.
///
/// # Errors
/// `accounts.wait` and `accounts.busy`, both with the seconds to wait; `accounts.proof_required`.
pub async fn enter(db: &Db, hasher: &PasswordHasher, gate: &Gate<'_>) -> Result<(Pass, HashPlace)> {
    // A look without a write: a flood of what is refused anyway costs nobody else the only writer.
    let now = db.world().real_now();
    let known = counts::read(db.read(), &gate.counters).await?;
    for counter in &gate.counters {
        let Some(row) = known.get(&counter.key).filter(|row| counter.rule.holds_since(row.since, now)) else {
            continue;
        };
        match counter.rule {
            Rule::Growing => model::left(row.locked_until, now).map_or(Ok(()), |left| Err(wait(left)))?,
            Rule::Limit { allowed, .. } if row.failures >= allowed && !gate.brings_more(now) => {
                return Err(proof::required());
            }
            Rule::Limit { .. } => {}
        }
    }
    let place = hasher.place()?;
    db.write(Intent::bookkeeping("accounts.count"), |tx| async move { count(&tx, gate).await }).await??;
    Ok((Pass(gate.counters.clone()), place))
}

/// The outer error counts nothing, the inner one keeps what was counted.
async fn count(tx: &Tx, gate: &Gate<'_>) -> Result<Result<()>> {
    let mut beyond = false;
    for counter in &gate.counters {
        let Some(count) = counts::add(tx, counter).await? else {
            let row = counts::read(tx.conn(), std::slice::from_ref(counter)).await?.remove(&counter.key);
            let left = model::left(row.and_then(|row| row.locked_until), tx.real_now());
            return Err(wait(left.unwrap_or(TimeDelta::seconds(1))));
        };
        beyond |= matches!(counter.rule, Rule::Limit { allowed, .. } if count > allowed);
    }
    let Some(further) = gate.further.as_ref().filter(|_| beyond) else { return Ok(Ok(())) };
    if let Some(given) = further.proof
        && proof::redeem(tx, further, given).await?
    {
        return Ok(Ok(()));
    }
    match further.code {
        Some((code, seed)) => right_code(tx, further, code, seed).await,
        None => Err(proof::required()),
    }
}

/// Whoever has the authenticator is no stranger, so a right code is a further proof. Wrong ones are counted, and few are looked
/// at: they are short enough to be guessed.
async fn right_code(
    tx: &Tx,
    further: &ExtraProof<'_>,
    code: &str,
    seed: Option<&Sealed<TotpSeed>>,
) -> Result<Result<()>> {
    let codes = counter("codes", further.subject, CODES);
    let Rule::Limit { allowed, .. } = CODES else { return Err(proof::required()) };
    if counts::add(tx, &codes).await?.is_none_or(|count| count > allowed) {
        return Err(proof::required());
    }
    let right = match seed {
        Some(seed) => totp::check(further.vault, seed, code, tx.real_now())?.is_some(),
        None => false,
    };
    if !right {
        return Ok(Err(proof::required()));
    }
    counts::take_back(tx, &codes).await?;
    Ok(Ok(()))
}

impl Pass {
    /// It succeeded: what was counted is taken back, and attempts in a row begin anew.
    pub async fn succeeded(&self, tx: &Tx) -> Result<()> {
        for counter in &self.0 {
            match counter.rule {
                Rule::Growing => counts::forget(tx, counter).await?,
                Rule::Limit { .. } => counts::take_back(tx, counter).await?,
            }
        }
        Ok(())
    }

    /// It was neither a success nor a failure, as when the code is still to come.
    pub async fn undone(&self, tx: &Tx) -> Result<()> {
        for counter in &self.0 {
            counts::take_back(tx, counter).await?;
        }
        Ok(())
    }
}

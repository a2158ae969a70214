//! The one guard before every look at a secret. An attempt is counted first, which is cheap and decides at once: go, wait, or
//! bring a further proof; only then is a hash computed, in the bounded queue; and what was no failure is taken back.
//! ADR 26 says why it is so.

mod counts;
mod http;
mod model;
mod proof;

pub use http::routes;
pub use proof::ProofPurpose;

use super::{
    passwords::{HashPlace, PasswordHasher},
    totp::{self, TotpSeed},
};
use chrono::TimeDelta;
use counts::Counter;
use jinqiao_db::{Db, Intent, Tx};
use jinqiao_kernel::{AccountId, DateTime, Error, Kind, OnceKey, Result, Sealed, Vault};
use model::Rule;
use uuid::Uuid;

/// Failures of one name, whoever tries.
const NAME: Rule = Rule::Limit { allowed: 10, window: TimeDelta::minutes(15) };
/// Failures from one address. Offices share one.
const PLACE: Rule = Rule::Limit { allowed: 20, window: TimeDelta::minutes(15) };
/// Failures from one network.
const NETWORK: Rule = Rule::Limit { allowed: 60, window: TimeDelta::minutes(15) };
/// Wrong codes of one name that were brought as a further proof.
const CODES: Rule = Rule::Limit { allowed: 20, window: TimeDelta::hours(1) };
/// Registrations from one address, and from one network.
const REGISTRATIONS: [Rule; 2] = [
    Rule::Limit { allowed: 5, window: TimeDelta::hours(1) },
    Rule::Limit { allowed: 20, window: TimeDelta::hours(1) },
];

/// A further proof, asked beyond the limits.
pub struct Further<'a> {
    /// The keys of this server.
    pub vault: &'a Vault,
    /// What it is for.
    pub purpose: ProofPurpose,
    /// The name that is tried; empty for a registration.
    pub subject: &'a str,
    /// A proof of work, if there is one.
    pub proof: Option<&'a str>,
    /// Under which key the request is sent again, if its outcome is unknown: it may bring the same proof again.
    pub once: Option<&'a OnceKey>,
    /// The code that came along, and the seed that it should fit, if there is such an account.
    pub code: Option<(&'a str, Option<&'a Sealed<TotpSeed>>)>,
}

/// What an attempt is counted under, and what it brings beside the secret.
pub struct Gate<'a> {
    counters: Vec<Counter>,
    further: Option<Further<'a>>,
}

/// An attempt that was counted and may be looked at. Whoever drops it leaves it counted as a failure.
pub struct Pass(Vec<Counter>);

fn counter(kind: &str, of: impl std::fmt::Display, rule: Rule) -> Counter {
    Counter { key: format!("{kind}:{of}"), rule }
}

fn of_login(login: &str, address: &str) -> Vec<Counter> {
    let place = model::place_of(address);
    vec![
        counter("pair", format!("{login}@{place}"), Rule::Growing),
        counter("login", login, NAME),
        counter("address", place, PLACE),
        counter("network", model::network_of(address), NETWORK),
    ]
}

fn of_registration(address: &str) -> Vec<Counter> {
    let [place, network] = REGISTRATIONS;
    vec![
        counter("register-address", model::place_of(address), place),
        counter("register-network", model::network_of(address), network),
    ]
}

impl<'a> Gate<'a> {
    /// A login from `address`. A known `device` keeps a count of its own, which strangers can neither fill nor share.
    pub fn login(address: &str, device: Option<Uuid>, further: Further<'a>) -> Self {
        let counters = match device {
            Some(device) => vec![counter("device", device, Rule::Growing)],
            None => of_login(further.subject, address),
        };
        Self { counters, further: Some(further) }
    }

    /// A registration from `address`.
    pub fn registration(address: &str, further: Further<'a>) -> Self {
        Self { counters: of_registration(address), further: Some(further) }
    }

    /// A secret asked once more in an open session of `account`.
    pub fn confirmation(account: AccountId) -> Self {
        Self { counters: vec![counter("confirm", account, Rule::Growing)], further: None }
    }

    /// Does it bring something that may serve as a further proof?
    fn brings_more(&self, now: DateTime) -> bool {
        let Some(further) = &self.further else { return false };
        further.code.is_some()
            || further.proof.is_some_and(|given| {
                proof::nonce_of(further.vault, now, further.purpose, further.subject, given).is_some()
            })
    }
}

fn wait(left: TimeDelta) -> Error {
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
    let now = db.world().now();
    let known = counts::read(db.read(), &gate.counters).await?;
    for counter in &gate.counters {
        let Some(row) = known.get(&counter.key).filter(|row| counter.rule.holds_since(row.since, now)) else { continue };
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
            let left = model::left(row.and_then(|row| row.locked_until), tx.now());
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
    further: &Further<'_>,
    code: &str,
    seed: Option<&Sealed<TotpSeed>>,
) -> Result<Result<()>> {
    let codes = counter("codes", further.subject, CODES);
    let Rule::Limit { allowed, .. } = CODES else { return Err(proof::required()) };
    if counts::add(tx, &codes).await?.is_none_or(|count| count > allowed) {
        return Err(proof::required());
    }
    let right = match seed {
        Some(seed) => totp::check(further.vault, seed, code, tx.now())?.is_some(),
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
    ///
    /// # Errors
    /// When the database fails.
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
    ///
    /// # Errors
    /// When the database fails.
    pub async fn undone(&self, tx: &Tx) -> Result<()> {
        for counter in &self.0 {
            counts::take_back(tx, counter).await?;
        }
        Ok(())
    }
}

/// How hard the next proof is, by what is counted for a login under `name` or a registration.
async fn bits(db: &Db, purpose: ProofPurpose, name: &str, address: &str) -> Result<u8> {
    let counters = match purpose {
        ProofPurpose::Login => of_login(name, address),
        ProofPurpose::Registration => of_registration(address),
    };
    let (known, now) = (counts::read(db.read(), &counters).await?, db.world().now());
    let of = |counter: &Counter| {
        let Rule::Limit { allowed, .. } = counter.rule else { return 0 };
        let row = known.get(&counter.key).filter(|row| counter.rule.holds_since(row.since, now));
        model::difficulty(row.map_or(0, |row| row.failures), allowed)
    };
    Ok(counters.iter().map(of).max().unwrap_or_default())
}

/// Forgets counts and used proofs that are of no weight any more; how many.
///
/// # Errors
/// When the database fails.
pub async fn sweep(tx: &Tx) -> Result<u64> {
    Ok(counts::sweep(tx).await? + proof::sweep(tx).await?)
}


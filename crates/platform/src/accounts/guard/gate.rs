//! What an attempt is counted under, from when on more is asked, and what may come along.

use super::{
    counts::{self, Counter},
    model::{self, Rule},
    proof::{self, ExtraProof, ProofPurpose},
};
use chrono::TimeDelta;
use jinqiao_db::Db;
use jinqiao_kernel::{AccountId, DateTime, Result};
use uuid::Uuid;

/// Failures of one name, whoever tries.
const NAME: Rule = Rule::Limit { allowed: 10, window: TimeDelta::minutes(15) };
/// Failures from one address. Offices share one.
const PLACE: Rule = Rule::Limit { allowed: 20, window: TimeDelta::minutes(15) };
/// Failures from one network.
const NETWORK: Rule = Rule::Limit { allowed: 60, window: TimeDelta::minutes(15) };
/// Wrong codes of one name that were brought as a further proof.
pub(super) const CODES: Rule = Rule::Limit { allowed: 20, window: TimeDelta::hours(1) };
/// Registrations from one address, and from one network.
const REGISTRATIONS: [Rule; 2] = [
    Rule::Limit { allowed: 10, window: TimeDelta::hours(1) },
    Rule::Limit { allowed: 20, window: TimeDelta::hours(1) },
];

/// What an attempt is counted under, and what it brings beside the secret.
pub struct Gate<'a> {
    pub(super) counters: Vec<Counter>,
    pub(super) further: Option<ExtraProof<'a>>,
}

pub(super) fn counter(kind: &str, of: impl std::fmt::Display, rule: Rule) -> Counter {
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
    pub fn login(address: &str, device: Option<Uuid>, further: ExtraProof<'a>) -> Self {
        let counters = match device {
            Some(device) => vec![counter("device", device, Rule::Growing)],
            None => of_login(further.subject, address),
        };
        Self { counters, further: Some(further) }
    }

    /// A registration from `address`.
    pub fn registration(address: &str, further: ExtraProof<'a>) -> Self {
        Self { counters: of_registration(address), further: Some(further) }
    }

    /// A secret asked once more in an open session of `account`.
    pub fn confirmation(account: AccountId) -> Self {
        Self { counters: vec![counter("confirm", account, Rule::Growing)], further: None }
    }

    /// Does it bring something that may serve as a further proof?
    pub(super) fn brings_more(&self, now: DateTime) -> bool {
        let Some(further) = &self.further else { return false };
        further.code.is_some()
            || further.proof.is_some_and(|given| {
                proof::nonce_of(further.vault, now, further.purpose, further.subject, given).is_some()
            })
    }
}

/// How hard the next proof is, by what is counted for a login under `name` or a registration.
pub(super) async fn bits(db: &Db, purpose: ProofPurpose, name: &str, address: &str) -> Result<u8> {
    let counters = match purpose {
        ProofPurpose::Login => of_login(name, address),
        ProofPurpose::Registration => of_registration(address),
    };
    let (known, now) = (counts::read(db.read(), &counters).await?, db.world().real_now());
    let of = |counter: &Counter| {
        let Rule::Limit { allowed, .. } = counter.rule else { return 0 };
        let row = known.get(&counter.key).filter(|row| counter.rule.holds_since(row.since, now));
        model::difficulty(row.map_or(0, |row| row.failures), allowed)
    };
    Ok(counters.iter().map(of).max().unwrap_or_default())
}

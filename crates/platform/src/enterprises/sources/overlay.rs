//! What counts of a profile: what registers and documents say, and beside it what the firm typed. Pure.

use super::{Facts, entity::evidence::Model as Evidence};
use crate::enterprises::{Origin, Origins, origins};
use jinqiao_kernel::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Of several pieces of evidence for a fact the newest counts; of one day that of a register before a document.
pub fn best(evidence: &[Evidence]) -> BTreeMap<&str, &Evidence> {
    let mut best: BTreeMap<&str, &Evidence> = BTreeMap::new();
    for one in evidence {
        let rank = |of: &Evidence| (of.as_of, of.source.is_register(), of.taken_at);
        if best.get(one.key.as_str()).is_none_or(|known| rank(one) > rank(known)) {
            best.insert(&one.key, one);
        }
    }
    best
}

fn origin(evidence: &Evidence) -> Origin {
    Origin {
        source: evidence.source,
        on: evidence.as_of,
        expires_on: Some(evidence.expires_on),
        verifier: Some(evidence.verifier.clone()),
    }
}

/// `facts` as the firm typed them, under `evidence`: with their origins, and what was typed beside what counts. `known` has the origins so far; what was typed anew is dated `today`.
pub fn overlaid(known: &Facts, mut facts: Facts, evidence: &[Evidence], today: NaiveDate) -> Facts {
    let mut own = origins::updated(&known.row, &facts.row, today);
    let mut typed = BTreeMap::new();
    let mut figures: BTreeMap<i32, Origins> = BTreeMap::new();
    for (key, evidence) in best(evidence) {
        let said = facts.get(key);
        // A title that the firm does not claim any more is not held against its will.
        if said.is_none() && key.starts_with("titles.") {
            continue;
        }
        if facts.set(key, &evidence.value.0).is_none() {
            continue;
        }
        if let Some(said) = said {
            typed.insert(key.to_owned(), said);
        }
        match key.strip_prefix("finance.").and_then(|rest| rest.split_once('.')) {
            Some((year, name)) => {
                let year = figures.entry(year.parse().unwrap_or_default()).or_default();
                year.insert(name.to_owned(), origin(evidence));
            }
            None => drop(own.insert(key.to_owned(), origin(evidence))),
        }
    }
    for year in &mut facts.years {
        year.origins = figures.remove(&year.year).unwrap_or_default();
    }
    facts.take_newest_revenue();
    if let Some(of_revenue) = facts.years.first().filter(|year| year.revenue.is_some()) {
        let revenue = of_revenue.origins.get("revenue").cloned();
        own.extend(revenue.map(|origin| ("revenue".to_owned(), origin)));
    }
    facts.row.origins.0 = own;
    facts.row.typed.0 = typed;
    facts
}

/// What the firm typed behind `shown`: where an input repeats what is shown, it says nothing new, so that what was typed before stays;
/// what came from evidence alone is typed by nobody.
pub fn restored(shown: &Facts, mut input: Facts, evidence: &[Evidence]) -> Facts {
    for key in best(evidence).into_keys() {
        if input.get(key) == shown.get(key) && !key.starts_with("titles.") {
            let before = shown.row.typed.0.get(key).cloned().unwrap_or(Value::Null);
            // Whether the fact exists was checked when the evidence was taken.
            let _ = input.set(key, &before);
        }
    }
    input
}

//! What would make an enterprise eligible: the fewest figures that would have to change, then the fewest that would have to be
//! known. What cannot be told is asked first, since the answer may be that nothing has to change.

use super::{
    evaluate::Verdict,
    read::{Check, Node, Requirement, What},
    want::Want,
};
use crate::catalogue::{Key, Record, Source, words_of};
use jinqiao_kernel::NaiveDate;
use serde::Serialize;
use std::collections::BTreeMap;

/// Ways that are followed at the same time; with more, the shortest so far.
const MOST_WAYS: usize = 8;

/// One thing to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyPlanStep))]
pub struct PlanStep<'a> {
    /// Code of the field.
    pub field: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Where it comes from.
    pub source: Source,
    /// It is not known: to be filled in rather than changed.
    pub missing: bool,
    /// What it is now, in words.
    pub value: Option<String>,
    /// What is asked of it.
    pub wanted: Vec<&'a str>,
    /// In a sentence: 请补充资产负债率，要求：资产负债率不高于 70%.
    pub told: String,
}

/// The shortest way to be eligible.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyPlan))]
pub struct Plan<'a> {
    /// Whether there is a way; the conditions contradict one another otherwise.
    pub possible: bool,
    /// What to do, missing figures first; empty for whoever is eligible.
    pub steps: Vec<PlanStep<'a>>,
}

/// What is asked of one field.
#[derive(Clone)]
struct Goal<'a> {
    low: i64,
    high: i64,
    tests: Vec<(&'a Check, bool)>,
    verdict: Verdict,
}

/// A way: what is asked of each field.
type Way<'a> = BTreeMap<Key, Goal<'a>>;

/// Figures to change, figures to fill in.
fn cost(way: &Way<'_>) -> (usize, usize) {
    let count = |verdict| way.values().filter(|goal| goal.verdict == verdict).count();
    (count(Verdict::Fails), count(Verdict::Unknown))
}

/// Both ways; none where they ask opposites of one field.
fn joined<'a>(a: &Way<'a>, b: &Way<'a>) -> Option<Way<'a>> {
    let mut way = a.clone();
    for (key, goal) in b {
        let Some(own) = way.get_mut(key) else {
            way.insert(*key, goal.clone());
            continue;
        };
        (own.low, own.high) = (own.low.max(goal.low), own.high.min(goal.high));
        if own.low > own.high {
            return None;
        }
        own.verdict = Verdict::all([own.verdict, goal.verdict]);
        own.tests.extend(goal.tests.iter().copied());
    }
    Some(way)
}

fn shortest(mut ways: Vec<Way<'_>>) -> Vec<Way<'_>> {
    ways.sort_by_cached_key(cost);
    ways.truncate(MOST_WAYS);
    ways
}

struct Search<'r> {
    record: &'r Record,
    day: NaiveDate,
}

impl Search<'_> {
    fn test<'a>(&self, check: &'a Check, flip: bool) -> Way<'a> {
        let as_written = check.verdict(self.record, self.day);
        let verdict = if flip { !as_written } else { as_written };
        let range = match (&check.want, check.outside != flip) {
            (want @ Want::Range(..), false) => want.range(self.day),
            // Outside of a range with one end is another such range.
            (want @ Want::Range(..), true) => want.range(self.day).and_then(|range| match range {
                (i64::MIN, high) => Some((high.saturating_add(1), i64::MAX)),
                (low, i64::MAX) => Some((i64::MIN, low.saturating_sub(1))),
                _ => None,
            }),
            _ => None,
        };
        let (low, high) = range.unwrap_or((i64::MIN, i64::MAX));
        Way::from([(check.key, Goal { low, high, tests: vec![(check, flip)], verdict })])
    }

    /// The shortest ways to make `node` hold, or with `flip` not hold.
    fn ways<'a>(&self, node: &'a Node, flip: bool) -> Vec<Way<'a>> {
        match (&node.what, flip) {
            (What::Test(check), flip) => vec![self.test(check, flip)],
            (What::Not(part), flip) => self.ways(part, !flip),
            (What::All(parts), false) | (What::Any(parts), true) => {
                let mut found = vec![Way::new()];
                for part in parts {
                    let further = self.ways(part, flip);
                    let pairs = found.iter().flat_map(|a| further.iter().map(move |b| (a, b)));
                    found = shortest(pairs.filter_map(|(a, b)| joined(a, b)).collect());
                }
                found
            }
            (What::Any(parts), false) | (What::All(parts), true) => {
                shortest(parts.iter().flat_map(|part| self.ways(part, flip)).collect())
            }
        }
    }
}

impl<'a> Goal<'a> {
    fn step(&self, record: &Record, day: NaiveDate) -> Option<PlanStep<'a>> {
        let (first, _) = *self.tests.first()?;
        let field = &first.field;
        let mut wanted: Vec<&'a str> = vec![];
        for (check, flip) in &self.tests {
            let sentence = check.sentence(*flip);
            // Of limits on the same side only the narrowest says something.
            let narrow = match check.want.range(day) {
                Some((low, high)) if check.outside == *flip => {
                    (low > i64::MIN && low == self.low) || (high < i64::MAX && high == self.high)
                }
                _ => true,
            };
            if narrow && !wanted.contains(&sentence) {
                wanted.push(sentence);
            }
        }
        let value = record.get(first.key).map(|known| words_of(field, &known.value));
        let missing = value.is_none();
        let asked = wanted.join("；");
        let told = match &value {
            None => format!("请补充{}，要求：{asked}", field.name),
            Some(value) => format!("{}现为 {value}，要求：{asked}", field.name),
        };
        Some(PlanStep { field: &field.code, name: &field.name, source: field.source, missing, value, wanted, told })
    }
}

impl Requirement {
    /// The shortest way to be eligible for an application of `day`.
    pub fn plan(&self, record: &Record, day: NaiveDate) -> Plan<'_> {
        let ways = Search { record, day }.ways(&self.root, false);
        let Some(way) = ways.first() else {
            return Plan { possible: false, steps: vec![] };
        };
        let open = way.values().filter(|goal| goal.verdict != Verdict::Holds);
        let mut steps: Vec<_> = open.filter_map(|goal| goal.step(record, day)).collect();
        steps.sort_by_key(|step| !step.missing);
        Plan { possible: true, steps }
    }
}

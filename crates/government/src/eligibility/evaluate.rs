//! One item for one record, and the order of many. Pure.

use super::ready::{Ready, ReadyItem};
use jinqiao_kernel::{Money, NaiveDate};
use jinqiao_policy::{
    catalogue::Record,
    condition::{Plan, Report, Verdict},
    standard::Calculation,
};
use serde_json::{Map, Value};
use std::cmp::Reverse;

/// What an item says to an enterprise.
pub struct Outcome<'a> {
    /// Holds for an item without a condition.
    pub verdict: Verdict,
    /// Every condition; none for an item without one, or whose condition cannot be read any more.
    pub report: Option<Report<'a>>,
    /// What would make the enterprise eligible; none where it is.
    pub plan: Option<Plan<'a>>,
    /// How much it would get; none where it is not about money.
    pub amount: Option<Calculation<'a>>,
}

impl Ready {
    /// What it says for `record` on `day`, with the figures that were typed for its standard.
    pub fn outcome(&self, record: &Record, day: NaiveDate, figures: &Map<String, Value>) -> Outcome<'_> {
        let report = self.requirement.as_ref().map(|requirement| requirement.report(record, day));
        let whole = if self.unreadable { Verdict::Unknown } else { Verdict::Holds };
        let verdict = report.as_ref().map_or(whole, |report| report.verdict);
        let asked = self.requirement.as_ref().filter(|_| verdict != Verdict::Holds);
        Outcome {
            verdict,
            report,
            plan: asked.map(|requirement| requirement.plan(record, day)),
            amount: self.amounts.as_ref().map(|amounts| amounts.compute(record, figures)),
        }
    }
}

impl Outcome<'_> {
    /// By what it is sorted: the eligible by their amount, then by how little would have to change, then what cannot be told by how
    /// little is missing, last what contradicts itself.
    fn rank(&self) -> (u8, usize, Reverse<Money>) {
        let amount = self.amount.as_ref().and_then(|amount| amount.amount).unwrap_or_default();
        let steps = self.plan.as_ref().map_or(0, |plan| plan.steps.len());
        let group = match (self.verdict, &self.plan) {
            (Verdict::Holds, _) => 0,
            (_, Some(plan)) if !plan.possible => 3,
            (Verdict::Fails, _) => 1,
            (Verdict::Unknown, _) => 2,
        };
        (group, steps, Reverse(amount))
    }
}

/// All `items` for `record` on `day`, those worth most at first.
pub fn sorted<'a>(items: &'a [ReadyItem], record: &Record, day: NaiveDate) -> Vec<(&'a ReadyItem, Outcome<'a>)> {
    let none = Map::new();
    let outcome = |item: &'a ReadyItem| (item, item.ready.outcome(record, day, &none));
    let mut found: Vec<_> = items.iter().map(outcome).collect();
    found.sort_by_key(|(_, outcome)| outcome.rank());
    found
}

//! What is told of a match.

use super::{
    evaluate::Outcome,
    ready::{Ready, ReadyItem},
};
use crate::policies::PolicyItem;
use jinqiao_kernel::Day;
use jinqiao_policy::{
    catalogue::{Catalogue, Field, Origin, Record, Source},
    condition::{Finding, Judged, Missing, Plan, Verdict},
    standard::{Calculation, Figure},
};
use serde::Serialize;
use utoipa::ToSchema;

/// A value that was used, or would be if it were known.
#[derive(Serialize, ToSchema)]
pub struct PolicyMatchValue<'a> {
    /// Code of the field.
    field: &'a str,
    /// Its name.
    name: &'a str,
    /// From which part of the profile it comes, where it is mended.
    source: Source,
    /// In words; none where it is not known.
    value: Option<String>,
    /// Who says so.
    origin: Option<Origin>,
    /// Of which day it is.
    date: Option<Day>,
}

/// What one item says to an enterprise.
#[derive(Serialize, ToSchema)]
pub struct PolicyMatch<'a> {
    #[serde(flatten)]
    item: PolicyItem,
    /// Number of the version in force.
    number: i32,
    /// The verdict of the whole.
    verdict: Verdict,
    /// What speaks against the enterprise, and by how much.
    failing: Vec<Finding<'a>>,
    /// What is missing to tell.
    missing: Vec<Missing<'a>>,
    /// The shortest way to be eligible; none for whoever is, or where nobody can tell.
    plan: Option<Plan<'a>>,
    /// How much it would get, and how that came about; none where it is not about money.
    amount: Option<Calculation<'a>>,
}

/// What all open items say to an enterprise.
#[derive(Serialize, ToSchema)]
pub struct PolicyMatches<'a> {
    /// The day for which it was looked.
    day: Day,
    /// The eligible first by amount, then those that lack least, then those that cannot be told.
    items: Vec<PolicyMatch<'a>>,
    /// There are more open items, which were not looked at.
    more: bool,
    /// What was used, in the order of the catalogue.
    values: Vec<PolicyMatchValue<'a>>,
}

/// What one item says to an enterprise, condition by condition.
#[derive(Serialize, ToSchema)]
pub struct PolicyMatchDetail<'a> {
    /// The day for which it was looked.
    day: Day,
    #[serde(flatten)]
    summary: PolicyMatch<'a>,
    /// Every group and condition; none of an item without any.
    parts: Vec<Judged<'a>>,
    /// The fields of the catalogue that it asks about.
    fields: Vec<&'a Field>,
    /// What is typed for the amount, since the platform cannot know it.
    figures: &'a [Figure],
    /// What was used, in the order of the catalogue.
    values: Vec<PolicyMatchValue<'a>>,
}

fn summary<'a>(item: &'a ReadyItem, outcome: Outcome<'a>) -> (PolicyMatch<'a>, Vec<Judged<'a>>) {
    let Outcome { verdict, report, plan, amount } = outcome;
    let failing = report.iter().flat_map(|report| report.failing()).cloned().collect();
    let (parts, missing) = report.map(|report| (report.parts, report.missing)).unwrap_or_default();
    (PolicyMatch { item: item.item.clone(), number: item.number, verdict, failing, missing, plan, amount }, parts)
}

/// Those of `items` in order, and what was used of `record`.
pub fn all<'a>(
    day: Day,
    catalogue: &'a Catalogue,
    record: &Record,
    found: Vec<(&'a ReadyItem, Outcome<'a>)>,
    more: bool,
) -> PolicyMatches<'a> {
    let values = values(catalogue, record, found.iter().map(|(item, _)| item.ready.as_ref()));
    let items = found.into_iter().map(|(item, outcome)| summary(item, outcome).0).collect();
    PolicyMatches { day, items, more, values }
}

/// One item with every condition.
pub fn one<'a>(
    day: Day,
    catalogue: &'a Catalogue,
    record: &Record,
    item: &'a ReadyItem,
    outcome: Outcome<'a>,
) -> PolicyMatchDetail<'a> {
    let (summary, parts) = summary(item, outcome);
    let figures = item.ready.amounts.as_ref().map_or(&[][..], |amounts| &amounts.standard().figures);
    let values = values(catalogue, record, std::iter::once(item.ready.as_ref()));
    let fields = catalogue.fields().filter(|(_, field)| values.iter().any(|value| value.field == field.code));
    let fields = fields.map(|(_, field)| field).collect();
    PolicyMatchDetail { day, summary, parts, fields, figures, values }
}

/// What `used` look at, with what is known of it.
fn values<'a>(
    catalogue: &'a Catalogue,
    record: &Record,
    used: impl Iterator<Item = &'a Ready>,
) -> Vec<PolicyMatchValue<'a>> {
    let codes: std::collections::HashSet<&str> =
        used.flat_map(Ready::fields).map(|field| field.code.as_str()).collect();
    let fields = catalogue.fields().filter(|(_, field)| codes.contains(field.code.as_str()));
    let value = |(key, field): (_, &'a Field)| {
        let known = record.get(key);
        PolicyMatchValue {
            field: &field.code,
            name: &field.name,
            source: field.source,
            value: known.map(|known| field.words(&known.value)),
            origin: known.map(|known| known.origin),
            date: known.and_then(|known| known.date).map(Into::into),
        }
    };
    fields.map(value).collect()
}

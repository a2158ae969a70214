//! What a profile says, with who says so.

use super::Said;
use jinqiao_kernel::{NaiveDate, local_date};
use jinqiao_platform::enterprises::{Enterprise, Origin as Proof, Source};
use jinqiao_policy::catalogue::{Origin, Value};
use serde::Serialize;

/// Who says so, in the words of policies.
pub fn origin(source: Source) -> Origin {
    match source {
        Source::Own => Origin::SelfDeclared,
        Source::Document => Origin::Platform,
        Source::Audit => Origin::Audit,
        Source::Business => Origin::Register,
        Source::Tax => Origin::Tax,
        Source::SocialInsurance => Origin::SocialSecurity,
        Source::IntellectualProperty => Origin::IntellectualProperty,
        Source::Judicial => Origin::Department,
    }
}

/// The code of a value of a dictionary, as it is stored.
fn code(value: impl Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

fn people(count: Option<i32>) -> Option<Value> {
    count.map(|count| Value::Count(count.into()))
}

fn picked(value: Option<impl Serialize>) -> Option<Value> {
    value.and_then(code).map(|code| Value::Picked(vec![code]))
}

/// The day of the last save.
fn saved_on(profile: &Enterprise) -> Option<NaiveDate> {
    profile.updated_at.map(local_date)
}

/// Who says what is kept under `field`, and of which day it is; what has no origin the firm has typed.
pub fn told(profile: &Enterprise, field: &str) -> (Origin, Option<NaiveDate>) {
    let known = profile.origins.0.get(field);
    known.map_or((Origin::SelfDeclared, saved_on(profile)), |proof| (origin(proof.source), Some(proof.on)))
}

/// Who says a list whose entries are proved one by one, as `titles.high_tech`: one that the firm only typed makes it the firm's; the day
/// is the oldest.
fn told_of_list(profile: &Enterprise, list: &str, codes: &[String]) -> (Origin, Option<NaiveDate>) {
    let proofs: Option<Vec<&Proof>> =
        codes.iter().map(|code| profile.origins.0.get(&format!("{list}.{code}"))).collect();
    let oldest = proofs.and_then(|proofs| proofs.into_iter().min_by_key(|proof| proof.on));
    oldest.map_or_else(|| told(profile, list), |proof| (origin(proof.source), Some(proof.on)))
}

fn list(profile: &Enterprise, name: &'static str, codes: Vec<String>) -> Said {
    let (origin, date) = told_of_list(profile, name, &codes);
    (name, Value::Picked(codes), origin, date)
}

/// What the profile says; nothing of a firm that has not written one.
pub fn said(profile: &Enterprise) -> Vec<Said> {
    if profile.version == 0 {
        return vec![];
    }
    let plain = [
        ("founded", "founded_on", profile.founded_on.map(Value::Date)),
        ("section", "industry_section", picked(profile.industry_section)),
        ("district", "district", profile.district.clone().map(Value::Text)),
        ("staff", "staff", people(profile.staff)),
        ("rd_staff", "rd_staff", people(profile.rd_staff)),
        ("tax_grade", "tax_grade", picked(profile.tax_grade)),
    ];
    let plain = plain.into_iter().filter_map(|(code, field, value)| {
        let (origin, date) = told(profile, field);
        Some((code, value?, origin, date))
    });
    let extras = &profile.extras.0;
    // The platform computes the size unless the firm claims another.
    let by = if extras.size_override.is_some() { Origin::SelfDeclared } else { Origin::Platform };
    let size = picked(profile.size).map(|size| ("size", size, by, saved_on(profile)));
    let lasting = extras.risks.iter().filter(|risk| risk.repaired_on.is_none());
    let mut risks: Vec<_> = lasting.filter_map(|risk| code(risk.kind)).collect();
    risks.sort();
    risks.dedup();
    let titles: Vec<_> = profile.titles.0.iter().filter_map(code).collect();
    plain.chain(size).chain([list(profile, "titles", titles), list(profile, "risks", risks)]).collect()
}

/// What the firm says of a first loan: a loan that it lists counts before the answer to the question.
pub fn first_loan(profile: &Enterprise) -> Option<Said> {
    let extras = &profile.extras.0;
    let (field, value) = match (extras.existing_loans.is_empty(), extras.first_loan) {
        (false, _) => ("existing_loans", false),
        (true, answer) => ("first_loan", answer?),
    };
    let (origin, date) = told(profile, field);
    Some(("first_loan", Value::YesNo(value), origin, date))
}

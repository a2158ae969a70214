//! The shared fixtures: conditions and forms with the verdicts that every implementation of the language has to give.

use jinqiao_policy::{
    Defect, Fault,
    catalogue::{Catalogue, Field, Origin, Record},
    condition::Condition,
    form::Form,
};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::{Map, Value as Json};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File<C, F> {
    day: chrono::NaiveDate,
    catalogue: Vec<Field>,
    cases: Vec<C>,
    faulty: Vec<F>,
}

#[derive(Deserialize, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[serde(deny_unknown_fields)]
struct At {
    path: String,
    code: String,
}

fn code(code: impl serde::Serialize) -> String {
    serde_json::to_value(code).ok().and_then(|code| code.as_str().map(str::to_owned)).unwrap_or_default()
}

fn faults(found: &[Fault]) -> Vec<At> {
    found.iter().map(|fault| At { path: fault.path.clone(), code: code(fault.code) }).collect()
}

fn defects(found: &[Defect]) -> Vec<At> {
    found.iter().map(|defect| At { path: defect.path.clone(), code: code(defect.code) }).collect()
}

fn read<C: DeserializeOwned, F: DeserializeOwned>(text: &str) -> (File<C, F>, Catalogue) {
    let file: File<C, F> = serde_json::from_str(text).expect("the fixtures are of this shape");
    let catalogue = Catalogue::new(file.catalogue.clone()).expect("the catalogue is sound");
    (file, catalogue)
}

/// Tells all that differ, rather than the first.
fn none(differ: &[String]) {
    assert!(differ.is_empty(), "{} differ:\n{}", differ.len(), differ.join("\n"));
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConditionCase {
    name: String,
    condition: Condition,
    figures: Map<String, Json>,
    verdict: String,
    day: Option<chrono::NaiveDate>,
    missing: Option<Vec<String>>,
    /// What is said of the tests at these places.
    told: Option<BTreeMap<String, String>>,
    /// The fields of the plan in order; `null` where there is no way.
    #[serde(default, deserialize_with = "given")]
    plan: Option<Option<Vec<String>>>,
}

/// Tells `null` from what is not there.
fn given<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Option<Vec<String>>>, D::Error> {
    Option::deserialize(deserializer).map(Some)
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultyCondition {
    name: String,
    condition: Condition,
    faults: Vec<At>,
}

#[test]
fn conditions_give_the_verdicts_of_the_fixtures() {
    let (file, catalogue) = read::<ConditionCase, FaultyCondition>(include_str!("../fixtures/conditions.json"));
    assert!(file.cases.len() >= 40);
    let mut differ = vec![];
    for case in &file.cases {
        let day = case.day.unwrap_or(file.day);
        let requirement = case.condition.check(&catalogue).expect(&case.name);
        let record = Record::read(&catalogue, &case.figures, Origin::SelfDeclared, None).expect(&case.name);
        let report = requirement.report(&record, day);
        let mut compare = |what: &str, found: String, want: String| {
            if found != want {
                differ.push(format!("{}: {what} is {found}, not {want}", case.name));
            }
        };
        compare("verdict", code(requirement.verdict(&record, day)), case.verdict.clone());
        compare("verdict of the report", code(report.verdict), case.verdict.clone());
        if let Some(missing) = &case.missing {
            let found: Vec<_> = report.missing.iter().map(|one| one.field).collect();
            compare("missing", format!("{found:?}"), format!("{missing:?}"));
        }
        for (path, told) in case.told.iter().flatten() {
            let part = report.parts.iter().find(|part| part.path == path);
            let found = part.and_then(|part| Some(part.finding.as_ref()?.told.clone()));
            compare(path, found.unwrap_or_default(), told.clone());
        }
        if let Some(plan) = &case.plan {
            let found = requirement.plan(&record, day);
            let fields: Vec<_> = found.steps.iter().map(|step| step.field.to_owned()).collect();
            compare("plan", format!("{:?}", found.possible.then_some(fields)), format!("{plan:?}"));
        }
    }
    none(&differ);
}

#[test]
fn faulty_conditions_are_refused_where_the_fixtures_say() {
    let (file, catalogue) = read::<ConditionCase, FaultyCondition>(include_str!("../fixtures/conditions.json"));
    let mut differ = vec![];
    for case in &file.faulty {
        let found = case.condition.check(&catalogue).map(|_| ()).err().unwrap_or_default();
        assert!(found.iter().all(|fault| !fault.text.is_empty()));
        if faults(&found) != case.faults {
            differ.push(format!("{}: {found:?}", case.name));
        }
    }
    none(&differ);
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FormCase {
    name: String,
    form: Form,
    values: Json,
    day: Option<chrono::NaiveDate>,
    defects: Vec<At>,
    /// The sentences of the defects.
    texts: Option<BTreeSet<String>>,
    submitted: Option<Map<String, Json>>,
    hidden: Option<Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FaultyForm {
    name: String,
    form: Json,
    faults: Vec<At>,
}

#[test]
fn forms_give_the_defects_of_the_fixtures() {
    let (file, catalogue) = read::<FormCase, FaultyForm>(include_str!("../fixtures/forms.json"));
    assert!(file.cases.len() >= 40);
    let mut differ = vec![];
    for case in file.cases {
        let day = case.day.unwrap_or(file.day);
        let form = case.form.check(&catalogue).expect(&case.name);
        let mut answers = form.answers(&case.values, day);
        assert!(answers.defects.iter().all(|defect| !defect.text.is_empty()));
        let told = answers.defects.clone();
        let mut want = case.defects;
        want.sort();
        let mut found = defects(&answers.defects);
        found.sort();
        if found != want {
            differ.push(format!("{}: {told:?}", case.name));
        }
        if case.submitted.as_ref().is_some_and(|submitted| *submitted != answers.submitted) {
            differ.push(format!("{}: submitted {:?}", case.name, answers.submitted));
        }
        let texts: BTreeSet<_> = told.iter().map(|defect| defect.text.clone()).collect();
        if case.texts.as_ref().is_some_and(|want| *want != texts) {
            differ.push(format!("{}: texts {texts:?}", case.name));
        }
        answers.hidden.sort();
        if case.hidden.as_ref().is_some_and(|hidden| *hidden != answers.hidden) {
            differ.push(format!("{}: hidden {:?}", case.name, answers.hidden));
        }
    }
    none(&differ);
}

#[test]
fn faulty_forms_are_refused_where_the_fixtures_say() {
    let (file, catalogue) = read::<FormCase, FaultyForm>(include_str!("../fixtures/forms.json"));
    let mut differ = vec![];
    for case in &file.faulty {
        let form = jinqiao_policy::read::<Form>(&case.form.to_string());
        let found = form.and_then(|form| form.check(&catalogue)).map(|_| ()).err().unwrap_or_default();
        assert!(found.iter().all(|fault| !fault.text.is_empty()));
        if faults(&found) != case.faults {
            differ.push(format!("{}: {found:?}", case.name));
        }
    }
    none(&differ);
}

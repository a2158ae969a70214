//! Why a condition says what it says: every group and test with its verdict, value, origin and day, and what is missing.

use super::{
    distance::Distance,
    evaluate::Verdict,
    read::{Check, Node, Requirement, What},
};
use crate::catalogue::{Field, Known, Origin, Record, Source, words_of};
use jinqiao_kernel::NaiveDate;
use serde::Serialize;

/// What a part of a condition is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyPart))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Each has to hold (须同时符合).
    All,
    /// One has to hold (符合其一即可).
    Any,
    /// It must not hold (不得).
    Not,
    /// One field.
    Test,
}

/// A figure that is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyMissing))]
pub struct Missing<'a> {
    /// Code of the field.
    pub field: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Where it would come from.
    pub source: Source,
}

impl<'a> Missing<'a> {
    pub(crate) fn of(field: &'a Field) -> Self {
        Self { field: &field.code, name: &field.name, source: field.source }
    }
}

/// What a test found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyFinding))]
pub struct Finding<'a> {
    /// Code of the field.
    pub field: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Which paper proves it.
    pub evidence: Option<&'a str>,
    /// What is asked for, the way round in which it is asked for here.
    pub sentence: &'a str,
    /// What is known, in words.
    pub value: Option<String>,
    /// Who says so.
    pub origin: Option<Origin>,
    /// Of which day it is.
    pub date: Option<NaiveDate>,
    /// By how much it fails.
    pub distance: Option<Distance>,
    /// In a sentence: 现为 75%，高出 5 个百分点; 缺少：资产负债率.
    pub told: String,
}

/// A group or test with its verdict. A test within a `not` is told the way round in which it counts, so that what is red is what
/// speaks against the enterprise; the `not` itself has the verdict of what it holds, told that way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyJudged))]
pub struct Judged<'a> {
    /// Where in the definition, as a JSON pointer.
    pub path: &'a str,
    /// Within how many groups.
    pub depth: u8,
    /// What it is; within a `not`, `all` and `any` change places, as what has to hold does.
    pub part: Part,
    /// What it says.
    pub verdict: Verdict,
    /// For a test, what it found.
    pub finding: Option<Finding<'a>>,
}

/// What a condition says of an enterprise, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyReport))]
pub struct Report<'a> {
    /// The verdict of the whole.
    pub verdict: Verdict,
    /// Every group and test, groups before what they hold.
    pub parts: Vec<Judged<'a>>,
    /// Where it cannot be told: every missing figure that could decide it.
    pub missing: Vec<Missing<'a>>,
}

impl Check {
    pub(super) fn sentence(&self, flip: bool) -> &str {
        &self.sentences[usize::from(flip)]
    }

    fn finding(&self, known: Option<&Known>, verdict: Verdict, flip: bool, day: NaiveDate) -> Finding<'_> {
        let value = known.map(|known| words_of(&self.field, &known.value));
        let distance = known.filter(|_| verdict == Verdict::Fails).map(|known| self.distance(&known.value, flip, day));
        // The other way round, a limit that was not enough is.
        let strict = self.strict != (flip && self.want.one_sided());
        let told = match (&value, &distance) {
            (None, _) => format!("缺少：{}", self.field.name),
            (Some(value), None) => format!("现为 {value}"),
            (Some(value), Some(distance)) => format!("现为 {value}，{}", distance.words(&self.field, strict)),
        };
        Finding {
            field: &self.field.code,
            name: &self.field.name,
            evidence: self.evidence.as_deref(),
            sentence: self.sentence(flip),
            value,
            origin: known.map(|known| known.origin),
            date: known.and_then(|known| known.date),
            distance,
            told,
        }
    }
}

impl Node {
    /// Notes this part and what it holds, told the way round that `flip` says; gives the verdict told that way.
    fn judge<'a>(
        &'a self,
        record: &Record,
        day: NaiveDate,
        (depth, flip): (u8, bool),
        found: &mut Vec<Judged<'a>>,
    ) -> Verdict {
        let place = found.len();
        let part = match (&self.what, flip) {
            (What::Test(_), _) => Part::Test,
            (What::Not(_), _) => Part::Not,
            (What::All(_), false) | (What::Any(_), true) => Part::All,
            (What::Any(_), false) | (What::All(_), true) => Part::Any,
        };
        found.push(Judged { path: &self.path, depth, part, verdict: Verdict::Unknown, finding: None });
        let verdict = match &self.what {
            What::Test(check) => {
                let as_written = check.verdict(record, day);
                let verdict = if flip { !as_written } else { as_written };
                found[place].finding = Some(check.finding(record.get(check.key), verdict, flip, day));
                verdict
            }
            What::Not(inner) => inner.judge(record, day, (depth + 1, !flip), found),
            What::All(parts) | What::Any(parts) => {
                let verdicts: Vec<_> =
                    parts.iter().map(|inner| inner.judge(record, day, (depth + 1, flip), found)).collect();
                if part == Part::All { Verdict::all(verdicts) } else { Verdict::any(verdicts) }
            }
        };
        found[place].verdict = verdict;
        verdict
    }

    /// The fields that could decide what cannot be told: those of parts that cannot be told, however deep.
    fn missing<'a>(&'a self, record: &Record, day: NaiveDate, found: &mut Vec<Missing<'a>>) {
        if self.verdict(record, day) != Verdict::Unknown {
            return;
        }
        match &self.what {
            What::Test(check) if !found.iter().any(|one| one.field == check.field.code) => {
                found.push(Missing::of(&check.field));
            }
            What::Test(_) => {}
            What::Not(part) => part.missing(record, day, found),
            What::All(parts) | What::Any(parts) => parts.iter().for_each(|part| part.missing(record, day, found)),
        }
    }
}

impl Requirement {
    /// What it says of an enterprise for an application of `day`, and why.
    pub fn report(&self, record: &Record, day: NaiveDate) -> Report<'_> {
        let (mut parts, mut missing) = (vec![], vec![]);
        let verdict = self.root.judge(record, day, (0, false), &mut parts);
        self.root.missing(record, day, &mut missing);
        Report { verdict, parts, missing }
    }
}

impl<'a> Report<'a> {
    /// The tests that speak against the enterprise: those that fail in groups that fail.
    pub fn failing(&self) -> Vec<&Finding<'a>> {
        let (mut found, mut passed) = (vec![], None);
        for part in &self.parts {
            // What stands within a group that does not fail decides nothing.
            if passed.is_some_and(|depth| part.depth > depth) {
                continue;
            }
            passed = (part.verdict != Verdict::Fails).then_some(part.depth);
            found.extend(part.finding.as_ref().filter(|_| passed.is_none()));
        }
        found
    }

    /// In one sentence: 符合, 不符合 with what fails, 无法判断 with what is missing.
    pub fn sentence(&self) -> String {
        match self.verdict {
            Verdict::Holds => "符合".into(),
            Verdict::Fails => {
                let told: Vec<_> = self.failing().into_iter().map(|finding| finding.sentence).collect();
                format!("不符合：{}", told.join("；"))
            }
            Verdict::Unknown => {
                let names: Vec<_> = self.missing.iter().map(|one| one.name).collect();
                format!("无法判断，缺少：{}", names.join("、"))
            }
        }
    }
}

//! A condition in sentences, as the portal tells it.

use super::fields::catalogue;
use jinqiao_kernel::NaiveDate;
use jinqiao_policy::{
    catalogue::{Catalogue, Record},
    condition::{Condition, Part},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A line of a condition: a test, or how the lines below it belong together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ConditionLine {
    /// Within how many groups it stands.
    pub depth: u8,
    /// What it is: a test has a sentence, a group says how many of its lines have to hold.
    pub part: LinePart,
    /// What has to hold, in words; for tests.
    pub sentence: Option<String>,
    /// Which paper proves it.
    pub evidence: Option<String>,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinePart {
    /// 须同时符合.
    All,
    /// 符合其一即可.
    Any,
    /// One test.
    Test,
}

/// `condition` line by line; nothing of one that cannot be read, as a draft's.
pub fn lines(condition: Option<&Condition>, day: NaiveDate) -> Vec<ConditionLine> {
    let read = |catalogue: &'static Catalogue| {
        let requirement = condition?.check(catalogue).ok()?;
        let report = requirement.report(&Record::new(catalogue), day);
        // A `not` has no line of its own: what it holds is told the other way round, and stands where it stood.
        let (mut nots, mut found) = (vec![], vec![]);
        for judged in &report.parts {
            nots.retain(|depth| *depth < judged.depth);
            let part = match judged.part {
                Part::All => LinePart::All,
                Part::Any => LinePart::Any,
                Part::Test => LinePart::Test,
                Part::Not => {
                    nots.push(judged.depth);
                    continue;
                }
            };
            let above = u8::try_from(nots.len()).unwrap_or_default();
            let sentence = judged.finding.as_ref().map(|finding| finding.sentence.to_owned());
            let evidence = judged.finding.as_ref().and_then(|finding| finding.evidence.map(str::to_owned));
            found.push(ConditionLine { depth: judged.depth.saturating_sub(above), part, sentence, evidence });
        }
        Some(found)
    };
    catalogue().ok().and_then(read).unwrap_or_default()
}

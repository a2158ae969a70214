//! The verdict, after Kleene's strong logic of three values: what is not known decides nothing, and never passes.

use super::read::{Check, Node, Requirement, What};
use crate::catalogue::Record;
use jinqiao_kernel::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a condition says of an enterprise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(as = PolicyVerdict))]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 符合.
    Holds,
    /// 不符合.
    Fails,
    /// 无法判断: something is missing.
    Unknown,
}

impl Verdict {
    /// From what is known.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Holds } else { Self::Fails }
    }

    /// Each has to hold: one that fails decides, else one that is unknown.
    pub fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut found = Self::Holds;
        for verdict in verdicts {
            match verdict {
                Self::Fails => return Self::Fails,
                Self::Unknown => found = Self::Unknown,
                Self::Holds => {}
            }
        }
        found
    }

    /// One has to hold: one that holds decides, else one that is unknown.
    pub fn any(verdicts: impl IntoIterator<Item = Self>) -> Self {
        !Self::all(verdicts.into_iter().map(|verdict| !verdict))
    }
}

/// The opposite; of what cannot be told, nothing can be told.
impl std::ops::Not for Verdict {
    type Output = Self;

    fn not(self) -> Self {
        match self {
            Self::Holds => Self::Fails,
            Self::Fails => Self::Holds,
            Self::Unknown => Self::Unknown,
        }
    }
}

impl Check {
    #[inline]
    pub(super) fn verdict(&self, record: &Record, day: NaiveDate) -> Verdict {
        match record.get(self.key) {
            None => Verdict::Unknown,
            Some(known) => Verdict::of(self.want.met(&known.value, day) != self.outside),
        }
    }
}

impl Node {
    pub(super) fn verdict(&self, record: &Record, day: NaiveDate) -> Verdict {
        match &self.what {
            What::Test(check) => check.verdict(record, day),
            What::All(parts) => Verdict::all(parts.iter().map(|part| part.verdict(record, day))),
            What::Any(parts) => Verdict::any(parts.iter().map(|part| part.verdict(record, day))),
            What::Not(part) => !part.verdict(record, day),
        }
    }
}

impl Requirement {
    /// What it says of an enterprise for an application of `day`. Nothing is allocated.
    pub fn verdict(&self, record: &Record, day: NaiveDate) -> Verdict {
        self.root.verdict(record, day)
    }
}

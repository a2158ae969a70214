//! What an edition is, and what one changes. Pure.

use crate::enterprises::{industries::Industries, sme::Sizes};
use chrono::Months;
use jinqiao_kernel::{Checks, Day, NaiveDate, Result, sheet};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use utoipa::ToSchema;

/// Which table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum StandardKind {
    /// The classification of industries (国民经济行业分类).
    Industries,
    /// The rules of size (企业划型标准).
    Sizes,
}

impl StandardKind {
    /// Its name, for people.
    pub(super) fn text(self) -> &'static str {
        match self {
            Self::Industries => "国民经济行业分类",
            Self::Sizes => "企业划型标准",
        }
    }

    /// The day from which the edition counts that the platform brings along.
    pub(super) fn first_day(self) -> NaiveDate {
        let day = match self {
            Self::Industries => NaiveDate::from_ymd_opt(2017, 10, 1),
            Self::Sizes => NaiveDate::from_ymd_opt(2017, 12, 28),
        };
        day.unwrap_or_default()
    }

    /// Where that edition comes from.
    pub(super) fn first_source(self) -> &'static str {
        match self {
            Self::Industries => "国民经济行业分类 GB/T 4754-2017",
            Self::Sizes => {
                "统计上大中小微型企业划分办法（2017）（国统字〔2017〕213号）、金融业企业划型标准规定（银发〔2015〕309号）"
            }
        }
    }
}

/// Codes that are named where an edition leaves some out.
pub(super) const MOST_NAMED: usize = 12;

/// A table that was read.
#[derive(Clone, Debug)]
pub(super) enum Table {
    Industries(Industries),
    Sizes(Sizes),
}

impl Table {
    /// The edition that the platform brings along.
    pub fn first(kind: StandardKind) -> Self {
        match kind {
            StandardKind::Industries => Self::Industries(Industries::first()),
            StandardKind::Sizes => Self::Sizes(Sizes::first()),
        }
    }

    /// Reads a sheet; the rules of size name industries of `known`.
    ///
    /// # Errors
    /// `validation` naming every line that is wrong.
    pub fn parse(kind: StandardKind, text: &str, known: &Industries) -> Result<Self> {
        Ok(match kind {
            StandardKind::Industries => Self::Industries(Industries::parse(text)?),
            StandardKind::Sizes => {
                let sizes = Sizes::parse(text, |code| known.section_of(code).is_some())?;
                check_covered(&sizes, known)?;
                Self::Sizes(sizes)
            }
        })
    }

    /// What each code stands for.
    pub fn entries(&self) -> BTreeMap<String, String> {
        match self {
            Self::Industries(table) => table.entries(),
            Self::Sizes(table) => table.entries(),
        }
    }

    /// As a sheet.
    pub fn text(&self) -> String {
        sheet::written(&match self {
            Self::Industries(table) => table.sheet(),
            Self::Sizes(table) => table.sheet(),
        })
    }
}

/// An edition of sizes names every industry that the first one names, by its own code or a wider one, or class by class: firms of
/// one that is left out would lose their size.
fn check_covered(sizes: &Sizes, known: &Industries) -> Result<()> {
    let first = Sizes::first();
    let classes = known.classes().iter().map(|class| (class.section, &class.code[..2], Some(class.code.as_str())));
    let divisions = known.classes().iter().map(|class| (class.section, &class.code[..2], None));
    let lost = classes.chain(divisions).filter(|industry| sizes.code_of(*industry).is_none());
    let missing: BTreeSet<_> = lost.filter_map(|industry| first.code_of(industry).map(str::to_owned)).collect();
    let named = missing.iter().take(MOST_NAMED).map(String::as_str).collect::<Vec<_>>().join("、");
    let more = if missing.len() > MOST_NAMED { "等" } else { "" };
    let message = format!("缺少行业代码 {named}{more} 的划型标准，这些行业的企业将没有规模；请列全");
    Checks::new().that("csv", missing.is_empty(), &message).done()
}

/// An edition to be imported.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EditionIn {
    /// The day from which it counts, today at the earliest.
    pub valid_from: Day,
    /// Where it comes from, 5 to 200 characters.
    #[schema(min_length = 5, max_length = 200)]
    pub source: String,
    /// The rows: `层级,门类,代码,名称`, or industry, what is counted, thresholds and rule, in lines.
    #[schema(min_length = 1, max_length = 80000)]
    pub csv: String,
}

impl EditionIn {
    /// Checks day and source of what is imported on `today`.
    ///
    /// # Errors
    /// `validation`.
    pub(super) fn check(&self, today: NaiveDate) -> Result<()> {
        let latest = today.checked_add_months(Months::new(60)).unwrap_or(today);
        let mut checks = Checks::new();
        checks.range("valid_from", *self.valid_from, today..=latest, "生效日期须在今天至五年之内");
        checks.line("source", &self.source, 5..=200);
        checks.done()
    }
}

/// An edition, for the operator.
#[derive(Serialize, Deserialize, ToSchema)]
pub(super) struct StandardEdition {
    pub kind: StandardKind,
    /// The day from which it counts.
    pub valid_from: NaiveDate,
    pub source: String,
    /// Rows of the sheet without its heading.
    pub rows: usize,
    /// It came with the platform.
    pub shipped: bool,
    /// It counts today.
    pub in_force: bool,
    /// It does not count yet and can be taken out.
    pub removable: bool,
}

/// What an import would change.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub(super) struct EditionPreview {
    /// Rows of the new edition.
    pub rows: usize,
    /// Codes that the edition before it does not have.
    pub added: usize,
    /// Codes that go …
    pub removed: usize,
    /// … the first of them; firms of those go by a wider code, or by none.
    pub removed_codes: Vec<String>,
    /// Codes that stand for something else.
    pub changed: usize,
    /// Enterprises whose size, or whose class or its name, would change.
    pub enterprises: usize,
    /// Those among them that would have no size any more.
    pub without_size: usize,
    /// Where the edition of the same day comes from, which would go.
    pub replaces: Option<String>,
}

/// How many codes come and change from `before` to `after`, and which go.
pub(super) fn difference(before: &Table, after: &Table) -> (usize, usize, Vec<String>) {
    let (before, after) = (before.entries(), after.entries());
    let added = after.keys().filter(|code| !before.contains_key(*code)).count();
    let changed = before.iter().filter(|(code, known)| after.get(*code).is_some_and(|new| new != *known)).count();
    let removed = before.into_keys().filter(|code| !after.contains_key(code)).collect();
    (added, changed, removed)
}

//! What a department writes into a forecast. A draft may be incomplete; what is there stays within its bounds.

use crate::policies::{PolicyClass, PolicyContact, PolicyLevel};
use chrono::Datelike as _;
use jinqiao_kernel::{Checks, Day, NaiveDate, Result};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Everything that a forecast says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(default, deny_unknown_fields)]
pub struct ForecastContent {
    /// What the item will be called.
    #[schema(max_length = 60)]
    pub title: String,
    /// Whose policy it will be.
    pub level: Option<PolicyLevel>,
    /// What it will give.
    pub class: Option<PolicyClass>,
    /// For whom, in words (惠及对象).
    #[schema(max_length = 500)]
    pub object: String,
    /// Month in which it is expected to open: any day of it, kept as its first.
    pub opens_month: Option<Day>,
    /// Month in which it is expected to close; none where that is not known.
    pub closes_month: Option<Day>,
    /// What is planned (预告内容).
    #[schema(max_length = 2000)]
    pub summary: String,
    /// What it will follow from, where there is something already (文号 or name).
    #[schema(max_length = 100)]
    pub basis: String,
    /// Whom to ask.
    pub contact: PolicyContact,
}

/// The first day of its month.
pub(super) fn first(day: Day) -> Day {
    day.with_day(1).map_or(day, Day::from)
}

impl ForecastContent {
    /// With months as their first days.
    #[must_use]
    pub fn by_month(mut self) -> Self {
        self.opens_month = self.opens_month.map(first);
        self.closes_month = self.closes_month.map(first);
        self
    }

    /// Checks that a draft stays within its bounds.
    ///
    /// # Errors
    /// `validation`.
    pub fn check(&self) -> Result<()> {
        let mut checks = Checks::new();
        checks.line("title", &self.title, 2..=60);
        self.checked(&mut checks, 0);
        checks.done()
    }

    /// Checks everything at once before everybody reads it: nothing is missing, and it is not expected for a month that is over.
    ///
    /// # Errors
    /// `validation` with every field.
    pub fn check_complete(&self, today: NaiveDate) -> Result<()> {
        let mut checks = Checks::new();
        checks.line("title", &self.title, 4..=60);
        self.checked(&mut checks, 1);
        let past = self.opens_month.is_some_and(|day| *day < *first(today.into()));
        checks
            .given("level", self.level.as_ref())
            .given("class", self.class.as_ref())
            .given("opens_month", self.opens_month.as_ref())
            .that("opens_month", !past, "预计开始的月份已过");
        checks.done()
    }

    fn checked(&self, checks: &mut Checks, least: usize) {
        checks.text("object", &self.object, (least * 5)..=500);
        checks.text("summary", &self.summary, (least * 10)..=2_000);
        checks.optional_line("basis", Some(&self.basis), 100);
        if let (Some(from), Some(to)) = (self.opens_month, self.closes_month) {
            checks.that("closes_month", from <= to, "预计截止的月份不能早于开始");
        }
        self.contact.check("contact", least, checks);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse::<NaiveDate>().expect("a day").into()
    }

    #[test]
    fn months_are_their_first_days_and_may_be_the_present_one() {
        let content = ForecastContent {
            title: "研发费用补助".into(),
            opens_month: Some(day("2026-11-20")),
            closes_month: Some(day("2026-11-05")),
            ..ForecastContent::default()
        };
        let content = content.by_month();
        assert_eq!((content.opens_month, content.closes_month), (Some(day("2026-11-01")), Some(day("2026-11-01"))));
        assert!(content.check().is_ok());
        let missing = |today| {
            let error = content.check_complete(*day(today)).expect_err("most is missing");
            error.fields().iter().map(|one| one.field.clone()).collect::<Vec<_>>()
        };
        let always = ["object", "summary", "contact.name", "contact.phone", "level", "class"];
        assert_eq!(missing("2026-11-30"), always);
        assert_eq!(missing("2026-12-01"), [&always[..], &["opens_month"]].concat());
    }
}

//! Figures of the last finance year and the one before it.

use super::{Said, profile, share};
use jinqiao_kernel::{Money, NaiveDate};
use jinqiao_platform::enterprises::{Enterprise, FinanceYear};
use jinqiao_policy::catalogue::{Origin, Value};

/// An older year is not the last one any more: its figures are missing rather than taken for it.
const OLDEST: i32 = 2;

/// The years that conditions speak of.
pub struct Finance<'a> {
    profile: &'a Enterprise,
    /// 上年度: the newest year that has ended.
    newest: Option<&'a FinanceYear>,
    /// 前一年度.
    before: Option<&'a FinanceYear>,
    /// No year was filled in at all.
    none: bool,
}

fn told(year: &FinanceYear, figure: &str) -> Origin {
    year.origins.get(figure).map_or(Origin::SelfDeclared, |proof| profile::origin(proof.source))
}

/// What a year says of its last day.
fn figure(year: Option<&FinanceYear>, code: &'static str, of: Of) -> Option<Said> {
    let year = year?;
    let value = (of.1)(year)?;
    Some((code, Value::Money(value), told(year, of.0), last_day(year)))
}

fn last_day(year: &FinanceYear) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year.year, 12, 31)
}

type Of = (&'static str, fn(&FinanceYear) -> Option<Money>);

const REVENUE: Of = ("revenue", |year| year.revenue);
const RD_EXPENSE: Of = ("rd_expense", |year| year.rd_expense);
const LIABILITIES: Of = ("liabilities", |year| year.liabilities);
const ASSETS: Of = ("assets", |year| year.assets);

impl<'a> Finance<'a> {
    /// The years of a firm in `this_year`.
    pub fn of(profile: &'a Enterprise, years: &'a [FinanceYear], this_year: i32) -> Self {
        let ended = years.iter().filter(|year| (this_year - OLDEST..this_year).contains(&year.year));
        let newest = ended.max_by_key(|year| year.year);
        let before = newest.and_then(|newest| years.iter().find(|year| year.year == newest.year - 1));
        Self { profile, newest, before, none: years.is_empty() }
    }

    /// A ratio of two figures of the newest year; who typed one of them has typed it.
    fn ratio(&self, part: Of, whole: Of, code: &'static str) -> Option<Said> {
        let year = self.newest?;
        let value = share((part.1)(year)?, (whole.1)(year)?)?;
        let (of_part, of_whole) = (told(year, part.0), told(year, whole.0));
        let origin = if of_part == of_whole { of_part } else { Origin::SelfDeclared };
        Some((code, Value::Rate(value), origin, last_day(year)))
    }

    /// Revenue as the profile says it in one figure, where no year was filled in.
    fn revenue_of_profile(&self) -> Option<Said> {
        let revenue = self.profile.revenue.filter(|_| self.none)?;
        let (origin, date) = profile::told(self.profile, "revenue");
        Some(("revenue", Value::Money(revenue), origin, date))
    }

    /// Everything that the years say.
    pub fn said(&self) -> Vec<Said> {
        let newest = |code, of: Of| figure(self.newest, code, of);
        [
            newest("revenue", REVENUE).or_else(|| self.revenue_of_profile()),
            figure(self.before, "revenue_before", REVENUE),
            newest("profit", ("profit", |year| year.profit)),
            newest("tax_paid", ("tax_paid", |year| year.tax_paid)),
            newest("rd_expense", RD_EXPENSE),
            self.ratio(RD_EXPENSE, REVENUE, "rd_ratio"),
            self.ratio(LIABILITIES, ASSETS, "debt_ratio"),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

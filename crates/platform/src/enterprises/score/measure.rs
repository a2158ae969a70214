//! From what an enterprise says of itself to the values of the indicators, each with its source and day. Pure.

use super::Indicator;
use crate::enterprises::{Enterprise, FinanceYear, Origin, Source};
use jinqiao_kernel::{Money, NaiveDate};

/// A value, and where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Fen, basis points or pieces; none when it is not known.
    pub value: Option<i64>,
    /// Where it comes from.
    pub source: Option<Source>,
    /// The day for which the source speaks; of what the firm typed, the day it was last changed.
    pub dated: Option<NaiveDate>,
    /// A register or a document says so, and not too long ago.
    pub verified: bool,
    /// It was verified once, but too long ago.
    pub expired: bool,
}

/// `part` of `whole` in basis points; none without a whole.
fn share(part: i64, whole: i64) -> Option<i64> {
    if whole <= 0 {
        return None;
    }
    i64::try_from(i128::from(part) * 10_000 / i128::from(whole)).ok()
}

/// What `now` is above `before`, in basis points of `before`.
fn growth(now: Option<Money>, before: Option<Money>) -> Option<i64> {
    let (now, before) = (now?, before?);
    share(now.0.checked_sub(before.0)?, before.0)
}

struct Known<'a> {
    profile: &'a Enterprise,
    newest: Option<&'a FinanceYear>,
    before: Option<&'a FinanceYear>,
    today: NaiveDate,
}

impl Known<'_> {
    /// A value made of figures of these origins, none being what was typed only: verified where all of them are, and as old as the oldest.
    fn made_of(&self, value: i64, origins: &[Option<&Origin>]) -> Measured {
        let verified = origins.iter().all(|origin| origin.is_some_and(|origin| origin.verified(self.today)));
        let own = |origin: &Option<&Origin>| origin.is_none_or(|origin| origin.source == Source::Own);
        let typed = origins.iter().any(own);
        let source = origins.iter().flatten().map(|origin| origin.source).next().filter(|_| !typed);
        Measured {
            value: Some(value),
            source: Some(source.unwrap_or(Source::Own)),
            dated: origins
                .iter()
                .flatten()
                .filter(|origin| !typed || origin.source == Source::Own)
                .map(|origin| origin.on)
                .min(),
            verified,
            expired: !verified && !typed,
        }
    }

    /// A value made of these figures of the newest year and, for a growth, of the year before.
    fn of_years(&self, value: Option<i64>, names: &[&str], growing: bool) -> Measured {
        let Some(value) = value else { return Measured::default() };
        let years = [self.newest, self.before.filter(|_| growing)];
        let of = |year: &'_ FinanceYear| names.iter().map(|name| year.origins.get(*name).cloned()).collect::<Vec<_>>();
        let origins: Vec<Option<Origin>> = years.into_iter().flatten().flat_map(of).collect();
        self.made_of(value, &origins.iter().map(Option::as_ref).collect::<Vec<_>>())
    }

    /// A value made of the facts of the profile that are kept under `fields`.
    fn of_profile(&self, fields: &[&str], value: Option<i64>) -> Measured {
        let Some(value) = value else { return Measured::default() };
        let origins: Vec<_> = fields.iter().map(|field| self.profile.origins.0.get(*field)).collect();
        self.made_of(value, &origins)
    }

    fn revenue(&self) -> Measured {
        match self.newest.and_then(|year| year.revenue) {
            Some(revenue) => self.of_years(Some(revenue.0), &["revenue"], false),
            None => self.of_profile(&["revenue"], self.profile.revenue.map(|revenue| revenue.0)),
        }
    }

    fn of_staff(&self, field: &str, people: Option<i32>) -> Measured {
        let value = people.zip(self.profile.staff).and_then(|(part, all)| share(part.into(), all.into()));
        self.of_profile(&[field, "staff"], value)
    }
}

/// The value of `indicator`.
pub fn measure(indicator: Indicator, profile: &Enterprise, years: &[FinanceYear], today: NaiveDate) -> Measured {
    let newest = years.iter().max_by_key(|year| year.year);
    let before = newest.and_then(|newest| years.iter().find(|year| year.year == newest.year - 1));
    let known = Known { profile, newest, before, today };
    let (ip, own) = (&profile.extras.0.ip, &profile.extras.0.innovation);
    let fen = |money: Option<Money>| money.map(|money| money.0);
    let count = |count: Option<i32>| count.map(i64::from);
    match indicator {
        Indicator::RdExpense => known.of_years(fen(newest.and_then(|year| year.rd_expense)), &["rd_expense"], false),
        Indicator::RdGrowth => {
            let of = growth(newest.and_then(|year| year.rd_expense), before.and_then(|year| year.rd_expense));
            known.of_years(of, &["rd_expense"], true)
        }
        Indicator::RdShare => {
            let of = newest.and_then(|year| year.rd_expense.zip(year.revenue));
            known.of_years(of.and_then(|(part, whole)| share(part.0, whole.0)), &["rd_expense", "revenue"], false)
        }
        Indicator::RdStaffShare => known.of_staff("rd_staff", profile.rd_staff),
        Indicator::InventionApplications => {
            known.of_profile(&["invention_applications"], count(own.invention_applications))
        }
        Indicator::Pct => known.of_profile(&["ip.pct"], count(ip.pct)),
        Indicator::TechContracts => known.of_profile(&["tech_contracts"], fen(own.tech_contracts)),
        Indicator::HightechRevenue => known.of_profile(&["hightech_revenue"], fen(own.hightech_revenue)),
        Indicator::Revenue => known.revenue(),
        Indicator::RevenueGrowth => {
            let of = growth(newest.and_then(|year| year.revenue), before.and_then(|year| year.revenue));
            known.of_years(of, &["revenue"], true)
        }
        Indicator::MasterShare => known.of_staff("master_staff", own.master_staff),
        Indicator::NetAssetMargin => {
            let of = newest.and_then(|year| Some((year.profit?, year.assets?.0.checked_sub(year.liabilities?.0)?)));
            let margin = of.and_then(|(profit, net)| share(profit.0, net));
            known.of_years(margin, &["profit", "assets", "liabilities"], false)
        }
        Indicator::HightechShare => {
            let of = own.hightech_revenue.zip(known.revenue().value);
            let part = of.and_then(|(part, whole)| share(part.0, whole));
            known.of_profile(&["hightech_revenue", "revenue"], part)
        }
        Indicator::Graduates => known.of_profile(&["graduates"], count(own.graduates)),
        Indicator::ProvincialPlatforms => known.of_profile(&["provincial_platforms"], count(own.provincial_platforms)),
        Indicator::ProvincialAwards => known.of_profile(&["provincial_awards"], count(own.provincial_awards)),
        Indicator::ProvincialProjects => known.of_profile(&["provincial_projects"], count(own.provincial_projects)),
        Indicator::VentureCapital => known.of_profile(&["venture_capital"], fen(own.venture_capital)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    const TODAY: &str = "2026-11-23";

    fn audited(name: &str) -> (String, Origin) {
        let (on, expires_on) = (day("2026-04-30"), Some(day("2027-04-30")));
        (name.to_owned(), Origin { source: Source::Audit, on, expires_on, verifier: None })
    }

    fn year(year: i32, revenue: i64, rd: i64) -> FinanceYear {
        FinanceYear {
            year,
            revenue: Some(Money::wan(revenue)),
            profit: Some(Money::wan(revenue / 10)),
            assets: Some(Money::wan(revenue)),
            liabilities: Some(Money::wan(revenue / 2)),
            tax_paid: None,
            rd_expense: Some(Money::wan(rd)),
            origins: ["revenue", "profit", "assets", "liabilities", "rd_expense"].map(audited).into(),
        }
    }

    #[test]
    fn nothing_is_known_of_an_empty_profile() {
        let empty = Enterprise::empty(Uuid::nil().into());
        for indicator in Indicator::iter() {
            assert_eq!(measure(indicator, &empty, &[], day(TODAY)), Measured::default(), "{indicator:?}");
        }
    }

    #[test]
    fn each_indicator_has_its_value() {
        let mut row = Enterprise::empty(Uuid::nil().into());
        (row.staff, row.rd_staff) = (Some(80), Some(20));
        row.extras.0.ip.pct = Some(2);
        let own = &mut row.extras.0.innovation;
        (own.invention_applications, own.master_staff, own.graduates) = (Some(6), Some(8), Some(4));
        (own.provincial_platforms, own.provincial_awards, own.provincial_projects) = (Some(1), Some(2), Some(3));
        (own.tech_contracts, own.hightech_revenue) = (Some(Money::wan(300)), Some(Money::wan(3_000)));
        own.venture_capital = Some(Money::wan(900));
        let years = [year(2024, 4_000, 300), year(2025, 5_000, 450)];
        for (indicator, want) in [
            (Indicator::RdExpense, Money::wan(450).0),
            (Indicator::RdGrowth, 5_000),
            (Indicator::RdShare, 900),
            (Indicator::RdStaffShare, 2_500),
            (Indicator::InventionApplications, 6),
            (Indicator::Pct, 2),
            (Indicator::TechContracts, Money::wan(300).0),
            (Indicator::HightechRevenue, Money::wan(3_000).0),
            (Indicator::Revenue, Money::wan(5_000).0),
            (Indicator::RevenueGrowth, 2_500),
            (Indicator::MasterShare, 1_000),
            (Indicator::NetAssetMargin, 2_000),
            (Indicator::HightechShare, 6_000),
            (Indicator::Graduates, 4),
            (Indicator::ProvincialPlatforms, 1),
            (Indicator::ProvincialAwards, 2),
            (Indicator::ProvincialProjects, 3),
            (Indicator::VentureCapital, Money::wan(900).0),
        ] {
            assert_eq!(measure(indicator, &row, &years, day(TODAY)).value, Some(want), "{indicator:?}");
        }
        let revenue = |today| measure(Indicator::Revenue, &row, &years, day(today));
        assert_eq!((revenue(TODAY).source, revenue(TODAY).verified), (Some(Source::Audit), true));
        assert_eq!((revenue("2027-05-01").verified, revenue("2027-05-01").expired), (false, true));
        let typed = measure(Indicator::Graduates, &row, &years, day(TODAY));
        assert_eq!((typed.source, typed.verified, typed.expired), (Some(Source::Own), false, false));
        // A year is missing in between: no growth is known.
        let apart = [year(2023, 4_000, 300), year(2025, 5_000, 450)];
        assert_eq!(measure(Indicator::RevenueGrowth, &row, &apart, day(TODAY)).value, None);
        // More owed than owned: no margin.
        let owing = [FinanceYear { liabilities: Some(Money::wan(9_000)), ..year(2025, 5_000, 450) }];
        assert_eq!(measure(Indicator::NetAssetMargin, &row, &owing, day(TODAY)).value, None);
    }
}

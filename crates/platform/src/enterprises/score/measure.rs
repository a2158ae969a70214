//! From what an enterprise says of itself to the values of the indicators, each with its source and day. Pure.

use super::Indicator;
use crate::enterprises::{DataSource, Enterprise, FinanceYear, Origin};
use jinqiao_kernel::{Money, NaiveDate};

/// A value, and where it comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Measured {
    /// Fen, basis points or pieces; none when it is not known.
    pub value: Option<i64>,
    /// Where it comes from.
    pub source: Option<DataSource>,
    /// Day of the report, or the day it was last changed.
    pub dated: Option<NaiveDate>,
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
}

impl Known<'_> {
    /// A value of the newest year.
    fn of_year(&self, value: Option<i64>) -> Measured {
        match (self.newest, value) {
            (Some(year), Some(value)) => {
                Measured { value: Some(value), source: Some(year.source), dated: year.dated.map(Into::into) }
            }
            _ => Measured::default(),
        }
    }

    /// A value of the profile that is kept under `field`.
    fn of_profile(&self, field: &str, value: Option<i64>) -> Measured {
        let Some(value) = value else { return Measured::default() };
        let origin: Option<&Origin> = self.profile.origins.0.get(field);
        let source = origin.map_or(DataSource::Own, |origin| origin.source);
        Measured { value: Some(value), source: Some(source), dated: origin.map(|origin| origin.on) }
    }

    fn revenue(&self) -> Measured {
        match self.newest.and_then(|year| year.revenue) {
            Some(revenue) => self.of_year(Some(revenue.0)),
            None => self.of_profile("revenue", self.profile.revenue.map(|revenue| revenue.0)),
        }
    }

    fn of_staff(&self, field: &str, people: Option<i32>) -> Measured {
        let value = people.zip(self.profile.staff).and_then(|(part, all)| share(part.into(), all.into()));
        self.of_profile(field, value)
    }
}

/// The value of `indicator`.
pub fn measure(indicator: Indicator, profile: &Enterprise, years: &[FinanceYear]) -> Measured {
    let newest = years.iter().max_by_key(|year| year.year);
    let before = newest.and_then(|newest| years.iter().find(|year| year.year == newest.year - 1));
    let known = Known { profile, newest, before };
    let (ip, own) = (&profile.extras.0.ip, &profile.extras.0.innovation);
    let fen = |money: Option<Money>| money.map(|money| money.0);
    let count = |count: Option<i32>| count.map(i64::from);
    match indicator {
        Indicator::RdExpense => known.of_year(fen(newest.and_then(|year| year.rd_expense))),
        Indicator::RdGrowth => known
            .of_year(growth(newest.and_then(|year| year.rd_expense), known.before.and_then(|year| year.rd_expense))),
        Indicator::RdShare => {
            let of = newest.and_then(|year| year.rd_expense.zip(year.revenue));
            known.of_year(of.and_then(|(part, whole)| share(part.0, whole.0)))
        }
        Indicator::RdStaffShare => known.of_staff("rd_staff", profile.rd_staff),
        Indicator::InventionApplications => {
            known.of_profile("invention_applications", count(own.invention_applications))
        }
        Indicator::Pct => known.of_profile("ip", count(ip.pct)),
        Indicator::TechContracts => known.of_profile("tech_contracts", fen(own.tech_contracts)),
        Indicator::HightechRevenue => known.of_profile("hightech_revenue", fen(own.hightech_revenue)),
        Indicator::Revenue => known.revenue(),
        Indicator::RevenueGrowth => {
            known.of_year(growth(newest.and_then(|year| year.revenue), known.before.and_then(|year| year.revenue)))
        }
        Indicator::MasterShare => known.of_staff("master_staff", own.master_staff),
        Indicator::NetAssetMargin => {
            let of = newest.and_then(|year| Some((year.profit?, year.assets?.0.checked_sub(year.liabilities?.0)?)));
            known.of_year(of.and_then(|(profit, net)| share(profit.0, net)))
        }
        Indicator::HightechShare => {
            let of = own.hightech_revenue.zip(known.revenue().value);
            known.of_profile("hightech_revenue", of.and_then(|(part, whole)| share(part.0, whole)))
        }
        Indicator::Graduates => known.of_profile("graduates", count(own.graduates)),
        Indicator::ProvincialPlatforms => known.of_profile("provincial_platforms", count(own.provincial_platforms)),
        Indicator::ProvincialAwards => known.of_profile("provincial_awards", count(own.provincial_awards)),
        Indicator::ProvincialProjects => known.of_profile("provincial_projects", count(own.provincial_projects)),
        Indicator::VentureCapital => known.of_profile("venture_capital", fen(own.venture_capital)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sea_orm::Iterable;
    use uuid::Uuid;

    fn year(year: i32, revenue: i64, rd: i64) -> FinanceYear {
        FinanceYear {
            year,
            revenue: Some(Money::wan(revenue)),
            profit: Some(Money::wan(revenue / 10)),
            assets: Some(Money::wan(revenue)),
            liabilities: Some(Money::wan(revenue / 2)),
            tax_paid: None,
            rd_expense: Some(Money::wan(rd)),
            source: DataSource::Audit,
            dated: "2026-04-30".parse().ok(),
        }
    }

    #[test]
    fn nothing_is_known_of_an_empty_profile() {
        let empty = Enterprise::empty(Uuid::nil().into());
        for indicator in Indicator::iter() {
            assert_eq!(measure(indicator, &empty, &[]), Measured::default(), "{indicator:?}");
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
            assert_eq!(measure(indicator, &row, &years).value, Some(want), "{indicator:?}");
        }
        assert_eq!(measure(Indicator::Revenue, &row, &years).source, Some(DataSource::Audit));
        // A year is missing in between: no growth is known.
        let apart = [year(2023, 4_000, 300), year(2025, 5_000, 450)];
        assert_eq!(measure(Indicator::RevenueGrowth, &row, &apart).value, None);
        // More owed than owned: no margin.
        let owing = [FinanceYear { liabilities: Some(Money::wan(9_000)), ..year(2025, 5_000, 450) }];
        assert_eq!(measure(Indicator::NetAssetMargin, &row, &owing).value, None);
    }
}

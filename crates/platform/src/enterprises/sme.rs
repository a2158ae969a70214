//! Size of an enterprise (企业规模) by 工信部联企业〔2011〕300号: pure, one row per industry.

use super::IndustrySection;
use jinqiao_kernel::Money;
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Size class (划型).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum, Serialize, Deserialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum Size {
    /// 大型.
    Large,
    /// 中型.
    Medium,
    /// 小型.
    Small,
    /// 微型.
    Micro,
}

/// What the thresholds of a row count.
#[derive(Clone, Copy)]
enum Measure {
    StaffAndRevenue,
    RevenueAndAssets,
    StaffAndAssets,
    Revenue,
    Staff,
}

/// Thresholds, staff in people and money in 万元: from the first on large, from the second on medium, from the third on
/// small, always both; below that micro.
struct Row(Measure, [(i64, i64); 3]);

/// The industry's row; none where the rule knows none (railways, finance, public administration).
fn row(section: IndustrySection, division: u32, class: &str) -> Option<Row> {
    use IndustrySection::{A, B, C, D, E, F, G, H, I, J, K, L, S, T};
    use Measure::{Revenue, RevenueAndAssets, Staff, StaffAndAssets, StaffAndRevenue};
    Some(match (section, division) {
        (A, _) => Row(Revenue, [(20_000, 0), (500, 0), (50, 0)]),
        (B | C | D, _) => Row(StaffAndRevenue, [(1_000, 40_000), (300, 2_000), (20, 300)]),
        (E, _) => Row(RevenueAndAssets, [(80_000, 80_000), (6_000, 5_000), (300, 300)]),
        (F, 51) => Row(StaffAndRevenue, [(200, 40_000), (20, 5_000), (5, 1_000)]),
        (F, _) => Row(StaffAndRevenue, [(300, 20_000), (50, 500), (10, 100)]),
        (G, 53) => return None,
        (G, 59) if !class.starts_with("591") => Row(StaffAndRevenue, [(200, 30_000), (100, 1_000), (20, 100)]),
        (G, 60) => Row(StaffAndRevenue, [(1_000, 30_000), (300, 2_000), (20, 100)]),
        (G, _) => Row(StaffAndRevenue, [(1_000, 30_000), (300, 3_000), (20, 200)]),
        (H, _) => Row(StaffAndRevenue, [(300, 10_000), (100, 2_000), (10, 100)]),
        (I, 65) => Row(StaffAndRevenue, [(300, 10_000), (100, 1_000), (10, 50)]),
        (I, _) => Row(StaffAndRevenue, [(2_000, 100_000), (100, 1_000), (10, 100)]),
        (K, _) if class == "7010" => Row(RevenueAndAssets, [(200_000, 10_000), (1_000, 5_000), (100, 2_000)]),
        (K, _) if class == "7020" => Row(StaffAndRevenue, [(1_000, 5_000), (300, 1_000), (100, 500)]),
        (L, _) => Row(StaffAndAssets, [(300, 120_000), (100, 8_000), (10, 100)]),
        (J | S | T, _) => return None,
        _ => Row(Staff, [(300, 0), (100, 0), (10, 0)]),
    })
}

/// The size class; none while a figure that it needs is missing.
pub fn size_of(
    (section, division, class): (IndustrySection, &str, Option<&str>),
    staff: Option<i32>,
    revenue: Option<Money>,
    assets: Option<Money>,
) -> Option<Size> {
    let Row(measure, limits) = row(section, division.parse().ok()?, class.unwrap_or_default())?;
    let wan = |money: Money| money.0.div_euclid(Money::wan(1).0);
    let (staff, revenue, assets) = (staff.map(i64::from), revenue.map(wan), assets.map(wan));
    let (first, second) = match measure {
        Measure::StaffAndRevenue => (staff?, revenue?),
        Measure::RevenueAndAssets => (revenue?, assets?),
        Measure::StaffAndAssets => (staff?, assets?),
        Measure::Revenue => (revenue?, 0),
        Measure::Staff => (staff?, 0),
    };
    let reached = limits.iter().position(|(one, other)| first >= *one && second >= *other);
    Some([Size::Large, Size::Medium, Size::Small, Size::Micro][reached.unwrap_or(3)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use IndustrySection as S;
    use Size::{Large, Medium, Micro, Small};

    /// Industry, what is counted, and the thresholds of large, medium and small.
    type Case = (S, &'static str, Option<&'static str>, &'static str, [(i64, i64); 3]);

    const TABLE: [Case; 17] = [
        (S::C, "35", None, "sr", [(1_000, 40_000), (300, 2_000), (20, 300)]),
        (S::B, "06", None, "sr", [(1_000, 40_000), (300, 2_000), (20, 300)]),
        (S::I, "65", None, "sr", [(300, 10_000), (100, 1_000), (10, 50)]),
        (S::I, "63", None, "sr", [(2_000, 100_000), (100, 1_000), (10, 100)]),
        (S::E, "47", None, "ra", [(80_000, 80_000), (6_000, 5_000), (300, 300)]),
        (S::F, "51", None, "sr", [(200, 40_000), (20, 5_000), (5, 1_000)]),
        (S::F, "52", None, "sr", [(300, 20_000), (50, 500), (10, 100)]),
        (S::G, "54", None, "sr", [(1_000, 30_000), (300, 3_000), (20, 200)]),
        (S::G, "59", Some("5910"), "sr", [(1_000, 30_000), (300, 3_000), (20, 200)]),
        (S::G, "59", Some("5930"), "sr", [(200, 30_000), (100, 1_000), (20, 100)]),
        (S::G, "60", None, "sr", [(1_000, 30_000), (300, 2_000), (20, 100)]),
        (S::H, "61", None, "sr", [(300, 10_000), (100, 2_000), (10, 100)]),
        (S::K, "70", Some("7020"), "sr", [(1_000, 5_000), (300, 1_000), (100, 500)]),
        (S::K, "70", Some("7010"), "ra", [(200_000, 10_000), (1_000, 5_000), (100, 2_000)]),
        (S::L, "72", None, "sa", [(300, 120_000), (100, 8_000), (10, 100)]),
        (S::A, "01", None, "r", [(20_000, 0), (500, 0), (50, 0)]),
        (S::M, "73", None, "s", [(300, 0), (100, 0), (10, 0)]),
    ];

    fn size((section, division, class, measure, _): &Case, one: i64, other: i64) -> Option<Size> {
        let people = |n: i64| i32::try_from(n).ok();
        let money = |n: i64| Some(Money::wan(n));
        let (staff, revenue, assets) = match *measure {
            "sr" => (people(one), money(other), None),
            "ra" => (None, money(one), money(other)),
            "sa" => (people(one), None, money(other)),
            "r" => (None, money(one), None),
            _ => (people(one), None, None),
        };
        size_of((*section, division, *class), staff, revenue, assets)
    }

    #[test]
    fn every_row_at_every_threshold() {
        for case in &TABLE {
            let names = [Large, Medium, Small];
            for (place, (one, other)) in case.4.into_iter().enumerate() {
                let below = *names.get(place + 1).unwrap_or(&Micro);
                let what = format!("{:?} {} {:?}", case.0, case.1, case.2);
                assert_eq!(size(case, one, other), Some(names[place]), "{what} at {one}/{other}");
                // One of both below the threshold is one class lower (or more, if it falls far).
                assert_eq!(size(case, one - 1, other), Some(below), "{what} just below {one}");
                if other > 0 {
                    assert_eq!(size(case, one, other - 1), Some(below), "{what} just below {other}");
                }
            }
        }
    }

    #[test]
    fn unknown_without_its_figures() {
        assert_eq!(size_of((S::C, "35", None), Some(10), None, None), None);
        assert_eq!(size_of((S::G, "53", None), Some(10), Some(Money::wan(1)), None), None);
        assert_eq!(size_of((S::J, "66", None), Some(10), Some(Money::wan(1)), None), None);
    }
}

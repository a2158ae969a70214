//! Size of an enterprise (企业规模) by 国统字〔2017〕213号, in finance by 银发〔2015〕309号: pure, one row per industry.

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

/// The rule that sizes an industry, as its source is cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SizeRule {
    /// Name and number.
    pub source: &'static str,
    /// Year from which it counts.
    pub since: i32,
}

/// What is no finance. The classes and thresholds of the listed industries are those of 工信部联企业〔2011〕300号.
const STATISTICS: SizeRule = SizeRule {
    source: "《统计上大中小微型企业划分办法（2017）》（国统字〔2017〕213号）",
    since: 2017,
};

/// Finance.
const FINANCE: SizeRule =
    SizeRule { source: "《金融业企业划型标准规定》（银发〔2015〕309号）", since: 2015 };

/// What the thresholds of a row count.
#[derive(Clone, Copy)]
enum Measure {
    StaffAndRevenue,
    RevenueAndAssets,
    StaffAndAssets,
    Revenue,
    Staff,
    Assets,
}

/// Thresholds, staff in people and money in 万元: from the first on large, from the second on medium, from the third on
/// small, always both; below that micro.
struct Row(Measure, [(i64, i64); 3]);

/// Trust companies are sized by the assets in trust, which the profile does not hold; supervision and the central bank have no size.
const FINANCE_WITHOUT: [&str; 5] = ["6610", "6650", "6750", "6870", "6911"];

fn finance(division: u32, class: &str) -> Option<Row> {
    let of_yi = |limits: [i64; 3]| Some(Row(Measure::Assets, limits.map(|yi| (yi * 10_000, 0))));
    let group = class.get(..3).unwrap_or_default();
    match (division, group) {
        _ if FINANCE_WITHOUT.contains(&class) => None,
        // Banks that take deposits, and financial holdings.
        (66, "662") | (69, "692") => of_yi([40_000, 5_000, 50]),
        // Other banking, small loans and pawnbrokers; and what is left over.
        (66, "663" | "664") | (69, "691" | "693" | "694" | "695" | "699") => of_yi([1_000, 200, 50]),
        (67, _) => of_yi([1_000, 100, 10]),
        (68, _) => of_yi([5_000, 400, 20]),
        _ => None,
    }
}

/// The industry's row; none where no rule knows it (railways, education, health, letting of property, public administration), and
/// while the class is not known that decides.
fn row(section: IndustrySection, division: u32, class: &str) -> Option<Row> {
    use IndustrySection::{A, B, C, D, E, F, G, H, I, J, K, L, M, N, O, P, Q, R, S, T};
    use Measure::{Revenue, RevenueAndAssets, Staff, StaffAndAssets, StaffAndRevenue};
    let others = Row(Staff, [(300, 0), (100, 0), (10, 0)]);
    Some(match (section, division, class.get(..3).unwrap_or_default()) {
        (A, ..) => Row(Revenue, [(20_000, 0), (500, 0), (50, 0)]),
        (B | C | D, ..) => Row(StaffAndRevenue, [(1_000, 40_000), (300, 2_000), (20, 300)]),
        (E, ..) => Row(RevenueAndAssets, [(80_000, 80_000), (6_000, 5_000), (300, 300)]),
        (F, 51, _) => Row(StaffAndRevenue, [(200, 40_000), (20, 5_000), (5, 1_000)]),
        (F, ..) => Row(StaffAndRevenue, [(300, 20_000), (50, 500), (10, 100)]),
        (G, 60, _) => Row(StaffAndRevenue, [(1_000, 30_000), (300, 2_000), (20, 100)]),
        (G, 54..=58, _) | (G, 59, "591") => Row(StaffAndRevenue, [(1_000, 30_000), (300, 3_000), (20, 200)]),
        (G, 59, "592" | "593" | "594" | "595" | "596" | "599") => {
            Row(StaffAndRevenue, [(200, 30_000), (100, 1_000), (20, 100)])
        }
        (H, ..) => Row(StaffAndRevenue, [(300, 10_000), (100, 2_000), (10, 100)]),
        (I, 65, _) => Row(StaffAndRevenue, [(300, 10_000), (100, 1_000), (10, 50)]),
        (I, ..) => Row(StaffAndRevenue, [(2_000, 100_000), (100, 1_000), (10, 100)]),
        (J, ..) => return finance(division, class),
        (K, _, "701") => Row(RevenueAndAssets, [(200_000, 10_000), (1_000, 5_000), (100, 2_000)]),
        (K, _, "702") => Row(StaffAndRevenue, [(1_000, 5_000), (300, 1_000), (100, 500)]),
        (K, _, "703" | "709") | (M | N | O | R, ..) | (Q, 85, _) => others,
        (L, ..) => Row(StaffAndAssets, [(300, 120_000), (100, 8_000), (10, 100)]),
        (G | K | P | Q | S | T, ..) => return None,
    })
}

/// An industry: section, division and, where it is known, class.
pub type Industry<'a> = (IndustrySection, &'a str, Option<&'a str>);

fn row_of((section, division, class): Industry<'_>) -> Option<Row> {
    row(section, division.parse().ok()?, class.unwrap_or_default())
}

/// The rule that sizes an industry; none where there is none, or where the class decides and is not known.
pub fn size_rule_of(industry: Industry<'_>) -> Option<SizeRule> {
    row_of(industry)?;
    Some(if industry.0 == IndustrySection::J { FINANCE } else { STATISTICS })
}

/// The size class; none while a figure that it needs is missing.
pub fn size_of(
    industry: Industry<'_>,
    staff: Option<i32>,
    revenue: Option<Money>,
    assets: Option<Money>,
) -> Option<Size> {
    let Row(measure, limits) = row_of(industry)?;
    let wan = |money: Money| money.0.div_euclid(Money::wan(1).0);
    let (staff, revenue, assets) = (staff.map(i64::from), revenue.map(wan), assets.map(wan));
    let (first, second) = match measure {
        Measure::StaffAndRevenue => (staff?, revenue?),
        Measure::RevenueAndAssets => (revenue?, assets?),
        Measure::StaffAndAssets => (staff?, assets?),
        Measure::Revenue => (revenue?, 0),
        Measure::Staff => (staff?, 0),
        Measure::Assets => (assets?, 0),
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

    const TABLE: [Case; 29] = [
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
        (S::N, "77", None, "s", [(300, 0), (100, 0), (10, 0)]),
        (S::O, "81", None, "s", [(300, 0), (100, 0), (10, 0)]),
        (S::Q, "85", None, "s", [(300, 0), (100, 0), (10, 0)]),
        (S::R, "90", None, "s", [(300, 0), (100, 0), (10, 0)]),
        (S::K, "70", Some("7030"), "s", [(300, 0), (100, 0), (10, 0)]),
        (S::J, "66", Some("6621"), "a", [(400_000_000, 0), (50_000_000, 0), (500_000, 0)]),
        (S::J, "66", Some("6635"), "a", [(10_000_000, 0), (2_000_000, 0), (500_000, 0)]),
        (S::J, "66", Some("6631"), "a", [(10_000_000, 0), (2_000_000, 0), (500_000, 0)]),
        (S::J, "67", None, "a", [(10_000_000, 0), (1_000_000, 0), (100_000, 0)]),
        (S::J, "68", None, "a", [(50_000_000, 0), (4_000_000, 0), (200_000, 0)]),
        (S::J, "69", Some("6920"), "a", [(400_000_000, 0), (50_000_000, 0), (500_000, 0)]),
        (S::J, "69", Some("6999"), "a", [(10_000_000, 0), (2_000_000, 0), (500_000, 0)]),
    ];

    fn size((section, division, class, measure, _): &Case, one: i64, other: i64) -> Option<Size> {
        let people = |n: i64| i32::try_from(n).ok();
        let money = |n: i64| Some(Money::wan(n));
        let (staff, revenue, assets) = match *measure {
            "sr" => (people(one), money(other), None),
            "ra" => (None, money(one), money(other)),
            "sa" => (people(one), None, money(other)),
            "r" => (None, money(one), None),
            "a" => (None, None, money(one)),
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
        assert_eq!(size_of((S::J, "67", None), Some(10), Some(Money::wan(1)), None), None);
    }

    #[test]
    fn no_size_where_no_rule_has_one() {
        for (section, division, class) in [
            (S::G, "53", Some("5310")),
            (S::G, "59", None),
            (S::J, "66", None),
            (S::J, "66", Some("6610")),
            (S::J, "67", Some("6750")),
            (S::J, "69", Some("6911")),
            (S::K, "70", None),
            (S::K, "70", Some("7040")),
            (S::P, "83", Some("8391")),
            (S::Q, "84", Some("8411")),
            (S::S, "92", None),
            (S::T, "97", None),
        ] {
            let (one, rule) = (Some(Money::wan(1)), size_rule_of((section, division, class)));
            assert_eq!(
                (size_of((section, division, class), Some(10), one, one), rule),
                (None, None),
                "{division} {class:?}"
            );
        }
        assert_eq!(size_rule_of((S::C, "35", None)).map(|rule| rule.since), Some(2017));
        assert_eq!(size_rule_of((S::J, "68", None)).map(|rule| rule.since), Some(2015));
    }
}

//! Size of an enterprise (企业规模) by an edition of the rules, the first by 国统字〔2017〕213号 and in finance 银发〔2015〕309号: pure,
//! one row per industry.

use super::IndustrySection;
use jinqiao_kernel::{Checks, Money, Result, sheet, typed::half_width};
use sea_orm::{ActiveEnum as _, DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, sync::LazyLock};
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

/// The edition that the platform brings along.
const FIRST: &str = include_str!("sizes-2017.csv");
/// More rows than any rule has.
const MOST: usize = 500;
/// Columns of a sheet.
const COLUMNS: [&str; 9] =
    ["行业代码", "划型指标", "大型", "大型（指标二）", "中型", "中型（指标二）", "小型", "小型（指标二）", "依据"];

/// What the thresholds of a row count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Measure {
    StaffAndRevenue,
    RevenueAndAssets,
    StaffAndAssets,
    Revenue,
    Staff,
    Assets,
    /// The rule gives the industry no size.
    None,
}

/// As they are written in a sheet.
const MEASURES: [(&str, Measure); 7] = [
    ("从业人员+营业收入", Measure::StaffAndRevenue),
    ("营业收入+资产总额", Measure::RevenueAndAssets),
    ("从业人员+资产总额", Measure::StaffAndAssets),
    ("营业收入", Measure::Revenue),
    ("从业人员", Measure::Staff),
    ("资产总额", Measure::Assets),
    ("不划型", Measure::None),
];

impl Measure {
    /// How many figures it counts.
    fn figures(self) -> usize {
        match self {
            Self::StaffAndRevenue | Self::RevenueAndAssets | Self::StaffAndAssets => 2,
            Self::Revenue | Self::Staff | Self::Assets => 1,
            Self::None => 0,
        }
    }

    fn text(self) -> &'static str {
        MEASURES.iter().find(|(_, measure)| *measure == self).map_or("", |(text, _)| text)
    }
}

/// The rule of one industry.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Row {
    measure: Measure,
    /// Staff in people and money in 万元: from the first on large, from the second on medium, from the third on small, always
    /// both; below that micro.
    limits: [(i64, i64); 3],
    /// As the rule is cited.
    source: String,
}

/// An edition of the rules: a row per industry, of which the narrowest counts.
#[derive(Clone, Debug, Default)]
pub struct Sizes(BTreeMap<String, Row>);

/// An industry: section, division and, where it is known, class.
pub type Industry<'a> = (IndustrySection, &'a str, Option<&'a str>);

impl Sizes {
    /// The edition that the platform brings along.
    pub fn first() -> Self {
        static SHIPPED: LazyLock<Sizes> = LazyLock::new(|| Sizes::parse(FIRST, |_| true).unwrap_or_default());
        SHIPPED.clone()
    }

    /// Reads an edition: industry, what is counted, three times two thresholds and the rule's name in lines, staff in people, money in
    /// 万元. The first row may be a heading. `known` says which codes are industries.
    ///
    /// # Errors
    /// `validation` naming every line that is wrong, as `csv[3]`.
    pub fn parse(text: &str, known: impl Fn(&str) -> bool) -> Result<Self> {
        let lines = sheet::rows("csv", text)?;
        let lines = sheet::below_heading("csv", &lines, &COLUMNS)?;
        Checks::new().that("csv", (1..=MOST).contains(&lines.len()), "须有 1 至 500 行").done()?;
        let (mut checks, mut rows) = (Checks::new(), BTreeMap::new());
        for row in lines {
            let line = row.field("csv");
            let code = half_width(&row.cells[0]).to_uppercase();
            checks.that(&line, known(&code), "没有这个行业代码");
            match row.columns().ok_or("每行只有九列").and_then(rule) {
                Ok(rule) => {
                    checks.line(&line, &rule.source, 5..=100);
                    checks.that(&line, !sheet::computes(&rule.source), "依据不能以 = + - @ 开头");
                    checks.that(&line, rows.insert(code, rule).is_none(), "行业代码出现两次");
                }
                Err(message) => {
                    checks.that(&line, false, message);
                }
            }
        }
        checks.done()?;
        Ok(Self(rows))
    }

    /// The row that counts: the narrowest that names the industry. None where no rule knows it (railways, education, health, letting
    /// of property, public administration), and while the class is not known that decides.
    fn row(&self, industry: Industry<'_>) -> Option<&Row> {
        self.0.get(self.code_of(industry)?).filter(|row| row.measure != Measure::None)
    }

    /// The code of the row that counts, also of one that gives no size.
    pub fn code_of(&self, (section, division, class): Industry<'_>) -> Option<&str> {
        let class = class.unwrap_or_default();
        let broad = section.to_value().to_uppercase();
        let mut codes = [class, class.get(..3).unwrap_or_default(), division, broad.as_str()].into_iter();
        codes.find_map(|code| self.0.get_key_value(code)).map(|(code, _)| code.as_str())
    }

    /// The name of the rule that sizes an industry; none where there is none, or where the class decides and is not known.
    pub fn rule_of(&self, industry: Industry<'_>) -> Option<&str> {
        Some(&self.row(industry)?.source)
    }

    /// The size class; none while a figure that it needs is missing.
    pub fn size_of(
        &self,
        industry: Industry<'_>,
        staff: Option<i32>,
        revenue: Option<Money>,
        assets: Option<Money>,
    ) -> Option<Size> {
        let Row { measure, limits, .. } = self.row(industry)?;
        let wan = |money: Money| money.0.div_euclid(Money::wan(1).0);
        let (staff, revenue, assets) = (staff.map(i64::from), revenue.map(wan), assets.map(wan));
        let (first, second) = match measure {
            Measure::StaffAndRevenue => (staff?, revenue?),
            Measure::RevenueAndAssets => (revenue?, assets?),
            Measure::StaffAndAssets => (staff?, assets?),
            Measure::Revenue => (revenue?, 0),
            Measure::Staff => (staff?, 0),
            Measure::Assets => (assets?, 0),
            Measure::None => return None,
        };
        let reached = limits.iter().position(|(one, other)| first >= *one && second >= *other);
        Some([Size::Large, Size::Medium, Size::Small, Size::Micro][reached.unwrap_or(3)])
    }

    /// What each code stands for, to be compared.
    pub fn entries(&self) -> BTreeMap<String, String> {
        self.0.iter().map(|(code, row)| (code.clone(), row.cells().join(","))).collect()
    }

    /// As a sheet that [`Sizes::parse`] reads.
    pub fn sheet(&self) -> Vec<Vec<String>> {
        let row = |(code, row): (&String, &Row)| std::iter::once(code.clone()).chain(row.cells()).collect();
        std::iter::once(COLUMNS.map(str::to_owned).to_vec()).chain(self.0.iter().map(row)).collect()
    }
}

impl Row {
    fn cells(&self) -> Vec<String> {
        let figures = self.measure.figures();
        let cell = |place: usize, value: i64| if place < figures { value.to_string() } else { String::new() };
        let limits = self.limits.iter().flat_map(|(one, other)| [cell(0, *one), cell(1, *other)]);
        std::iter::once(self.measure.text().to_owned()).chain(limits).chain([self.source.clone()]).collect()
    }
}

fn rule([_, measure, l1, l2, m1, m2, s1, s2, source]: [&str; 9]) -> Result<Row, &'static str> {
    let plain = half_width(measure).replace(' ', "").replace(['、', '和'], "+");
    let measure = MEASURES.iter().find(|(text, _)| *text == plain).map(|(_, measure)| *measure);
    let measure = measure.ok_or("划型指标须为从业人员、营业收入、资产总额中的一项或两项（用 + 连接），或不划型")?;
    let figures = measure.figures();
    let number = |place: usize, text: &str| match text {
        "" if place >= figures => Some(0),
        text if place < figures => {
            let digits = half_width(text).replace([',', ' '], "");
            let short = (1..=12).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
            short.then(|| digits.parse().ok()).flatten()
        }
        _ => None,
    };
    let pair = |one: &str, other: &str| Some((number(0, one)?, number(1, other)?));
    let limits = (|| Some([pair(l1, l2)?, pair(m1, m2)?, pair(s1, s2)?]))();
    let limits = limits.ok_or("界限须为整数（人或万元），有几项指标就填几个")?;
    // Each figure that counts.
    let falls = (figures < 1 || limits.is_sorted_by(|one, other| one.0 > other.0))
        && (figures < 2 || limits.is_sorted_by(|one, other| one.1 > other.1));
    let fits = falls && (figures == 0 || limits[2].0 > 0);
    fits.then(|| Row { measure, limits, source: source.to_owned() }).ok_or("界限须从大型到小型依次降低，且大于零")
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
        Sizes::first().size_of((*section, division, *class), staff, revenue, assets)
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
        let sizes = Sizes::first();
        assert_eq!(sizes.size_of((S::C, "35", None), Some(10), None, None), None);
        assert_eq!(sizes.size_of((S::J, "67", None), Some(10), Some(Money::wan(1)), None), None);
    }

    #[test]
    fn no_size_where_no_rule_has_one() {
        let sizes = Sizes::first();
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
            let (one, rule) = (Some(Money::wan(1)), sizes.rule_of((section, division, class)));
            assert_eq!(
                (sizes.size_of((section, division, class), Some(10), one, one), rule),
                (None, None),
                "{division} {class:?}"
            );
        }
        let source = |industry| sizes.rule_of(industry).unwrap_or_default().to_owned();
        assert!(source((S::C, "35", None)).contains("国统字〔2017〕213号"));
        assert!(source((S::J, "68", None)).contains("银发〔2015〕309号"));
    }

    #[test]
    fn an_edition_is_read_whole_or_not_at_all() {
        let sizes = Sizes::first();
        let sheet: Vec<_> = sizes.sheet().iter().map(|row| row.join("\t")).collect();
        let again = Sizes::parse(&sheet.join("\n"), |_| true).expect("what is written is read");
        assert_eq!((again.entries(), again.entries().len()), (sizes.entries(), 47));
        let own = "国统字〔2030〕1号";
        let text = format!(
            "行业代码,划型指标,大型,,中型,,小型,,依据\nC,从业人员 + 营业收入,１０００,\"40,000\",300,2000,20,300,{own}\n\
             99,从业人员,300,,100,,10,,{own}\nI,员工,300,,100,,10,,{own}\nM,从业人员,300,5,100,,10,,{own}\n\
             N,从业人员,300,,400,,10,,{own}\nc,从业人员,300,,100,,10,,{own}\nO,从业人员,300,,100,,x,,{own}\n\
             R,从业人员,300,,100,,10,,无\nS,不划型,,,,,,,{own}\nT,不划型,1,,,,,,{own}\nA,营业收入,3,,2,,1,,{own},多\n"
        );
        let error = Sizes::parse(&text, |code| code != "99").expect_err("eight are wrong");
        let fields: Vec<_> = error.fields().iter().map(|field| field.field.as_str()).collect();
        let wrong = [3, 4, 5, 6, 7, 8, 9, 11, 12].map(|line| format!("csv[{line}]"));
        assert_eq!(fields, wrong);
    }
}

//! What firms are compared by in clusters: what tier 1 shows (domain 2.3) and nothing else, so that the cluster of a masked demand is
//! the one that its firm belongs to, and tells nobody more than the demand itself.

use crate::matching::describe::{self, division};
use jinqiao_kernel::Money;
use jinqiao_matching::{
    Wish,
    clusters::{Profile, Words},
};
use jinqiao_platform::enterprises::{MaskedProfile, RevenueBand, YearsBand};
use sea_orm::ActiveEnum;
use std::ops::RangeInclusive;

/// Names of the titles, as descriptions use them.
const TITLES: [(&str, &str); 9] = [
    ("high_tech", "高新技术企业"),
    ("tech_sme", "科技型中小企业"),
    ("srdi", "专精特新"),
    ("little_giant", "专精特新小巨人"),
    ("champion", "单项冠军"),
    ("gazelle", "瞪羚企业"),
    ("unicorn", "独角兽企业"),
    ("incubated", "孵化在园"),
    ("above_scale", "规模以上"),
];

/// Names of the bands in descriptions.
pub fn words() -> Words {
    let revenue = ["500 万元以下", "500 万至 2000 万元", "2000 万至 5000 万元", "5000 万至 4 亿元", "4 亿元以上"];
    Words { finance: vec![revenue.iter().map(|band| format!("年营收 {band}")).collect()] }
}

fn revenue_of(band: RevenueBand) -> u8 {
    match band {
        RevenueBand::UpTo500 => 0,
        RevenueBand::To2000 | RevenueBand::UpTo5000 => 1,
        RevenueBand::To5000 => 2,
        RevenueBand::To40000 | RevenueBand::Above5000 => 3,
        RevenueBand::Above40000 => 4,
    }
}

/// Under three years a firm begins, under ten it grows.
fn stage_of(band: YearsBand) -> u8 {
    match band {
        YearsBand::Under1 | YearsBand::To3 | YearsBand::Under5 => 0,
        YearsBand::To5 | YearsBand::To10 => 1,
        YearsBand::Above10 | YearsBand::From5 => 2,
    }
}

fn of(
    section: Option<&str>,
    division: Option<&str>,
    revenue: Option<RevenueBand>,
    years: Option<YearsBand>,
    titles: &[String],
) -> Profile {
    let name = |word: &String| TITLES.iter().find(|(known, _)| known == word).map(|(_, name)| (*name).to_owned());
    Profile {
        section: section.and_then(|code| code.chars().next()),
        division: division.and_then(|code| code.parse().ok()),
        size: None,
        stage: years.map(stage_of),
        finance: vec![revenue.map(revenue_of)],
        tags: titles.iter().filter_map(name).collect(),
    }
}

/// Of a firm in the register.
pub fn of_firm(firm: &MaskedProfile) -> Profile {
    let section = firm.section.to_value();
    of(Some(&section), firm.division.as_deref(), firm.revenue, firm.years, &describe::titles(&firm.titles))
}

/// Of who makes a wish: known whole or by its bands, it is the same profile.
pub fn of_wish(wish: &Wish) -> Profile {
    let section = wish.industry.iter().map(String::as_str).find(|code| code.len() == 1);
    // A range over several bands is none of them.
    let band = |range: &RangeInclusive<Money>| {
        Some(RevenueBand::of(*range.start())).filter(|band| *band == RevenueBand::of(*range.end()))
    };
    let revenue = wish.revenue.as_ref().and_then(band);
    let band = |months: &RangeInclusive<i32>| {
        Some(YearsBand::of(months.start() / 12)).filter(|band| *band == YearsBand::of(months.end() / 12))
    };
    let years = wish.age.as_ref().and_then(band);
    of(section, division(wish), revenue, years, &wish.titles)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::{Money, OrgId};
    use jinqiao_platform::enterprises::{IndustrySection, Title};
    use uuid::Uuid;

    #[test]
    fn a_band_and_the_figure_in_it_are_the_same_profile() {
        let whole = Wish {
            industry: vec!["c".into(), "35".into(), "3562".into()],
            age: Some(40..=40),
            revenue: Some(Money::wan(3_000)..=Money::wan(3_000)),
            titles: vec!["srdi".into()],
            ..Wish::default()
        };
        let masked = Wish {
            industry: vec!["c".into(), "35".into()],
            age: Some(36..=59),
            revenue: Some(Money(Money::wan(2_000).0 + 1)..=Money::wan(5_000)),
            ..whole.clone()
        };
        let firm = MaskedProfile {
            org: OrgId(Uuid::nil()),
            section: IndustrySection::C,
            division: Some("35".into()),
            revenue: Some(RevenueBand::To5000),
            years: Some(YearsBand::To5),
            titles: vec![Title::Srdi],
        };
        let wanted = Profile {
            section: Some('c'),
            division: Some(35),
            size: None,
            stage: Some(1),
            finance: vec![Some(2)],
            tags: vec!["专精特新".into()],
        };
        assert_eq!((of_wish(&whole), of_wish(&masked), of_firm(&firm)), (wanted.clone(), wanted.clone(), wanted));
        assert_eq!(of_wish(&Wish::default()), Profile { finance: vec![None], ..Profile::default() });
    }

    #[test]
    fn every_title_has_a_name() {
        let all: Vec<Title> = serde_json::from_value(serde_json::json!(TITLES.map(|(word, _)| word))).expect("titles");
        assert_eq!(of(None, None, None, None, &describe::titles(&all)).tags.len(), 9);
    }
}

//! Products and firms in the words of the engine. A firm that has not consented is described by its bands only (domain 2.3).

use chrono::Datelike;
use jinqiao_financing::{
    demands::{Demand, Draft},
    loans::Repayment,
    products::ProductContent,
};
use jinqiao_kernel::{Money, NaiveDate, Rate};
use jinqiao_matching::{Failure, Offer, Pair, Told, Wish, failure};
use jinqiao_platform::enterprises::{
    Enterprise, FinanceYear, IndustrySection, Masked, RevenueBand, TaxGrade, Title, YearsBand,
};
use sea_orm::ActiveEnum;
use serde::{Deserialize, Serialize};
use std::ops::RangeInclusive;
use utoipa::IntoParams;

/// The newest products or demands that are compared; beyond, an answer would keep people waiting.
pub const MOST: u64 = 2_000;

/// The two digits of the industry (行业大类) of who makes `wish`.
pub fn division(wish: &Wish) -> Option<&str> {
    wish.industry.iter().map(String::as_str).find(|code| code.len() == 2)
}

/// The word under which a value of a dictionary is stored and sent.
fn word(value: &impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

fn words<T: Serialize>(values: &[T]) -> Vec<String> {
    values.iter().map(word).collect()
}

/// Titles by the words under which they are stored.
pub fn titles(values: &[Title]) -> Vec<String> {
    words(values)
}

fn place_of(grade: TaxGrade) -> u8 {
    match grade {
        TaxGrade::A => 0,
        TaxGrade::B => 1,
        TaxGrade::M => 2,
        TaxGrade::C => 3,
        TaxGrade::D => 4,
    }
}

/// What a loan would cost who makes `wish`; none for one that says too little, and for equity.
pub fn annual_cost(content: &ProductContent, wish: &Wish) -> Option<Rate> {
    let ((rate, months), amount) = content.rate_min.zip(wish.term).zip(wish.amount)?;
    let wanted = |way: &&Repayment| !wish.repayments.is_empty() && wish.repayments.contains(&word(way));
    let ways: Vec<_> = content.repayments.iter().filter(wanted).copied().collect();
    content.annual_cost(amount, rate, months, &ways)
}

/// A product beside a wish, with what `told` knows of the two; none where a rule fails: nobody needs to know what it would cost then.
pub fn suiting<'a>(
    content: &ProductContent,
    offer: &'a Offer,
    wish: &'a Wish,
    told: impl FnOnce() -> Told,
) -> Option<Pair<'a>> {
    let suits = failure(offer, wish) == Failure::None;
    suits.then(|| Pair { offer, wish, annual_cost: annual_cost(content, wish), told: told() })
}

/// As [`suiting`], but for near misses: none where more than one rule fails.
pub fn suiting_or_near<'a>(
    content: &ProductContent,
    offer: &'a Offer,
    wish: &'a Wish,
    told: impl FnOnce() -> Told,
) -> Option<Pair<'a>> {
    let near = failure(offer, wish) != Failure::Several;
    near.then(|| Pair { offer, wish, annual_cost: annual_cost(content, wish), told: told() })
}

/// The product, as it is for everybody.
pub fn offer(content: &ProductContent) -> Offer {
    Offer {
        amount: content.amount_min.zip(content.amount_max).map(|(least, most)| least..=most),
        term: content.term_min.zip(content.term_max).map(|(least, most)| least..=most),
        rate_min: content.rate_min,
        guarantees: words(&content.guarantees),
        stages: words(&content.stages),
        industries_in: content.industries_in.iter().map(|code| code.to_lowercase()).collect(),
        industries_out: content.industries_out.iter().map(|code| code.to_lowercase()).collect(),
        regions: content.regions.clone(),
        age_min: content.age_min_months,
        revenue_min: content.revenue_min,
        tax_min: content.tax_min,
        tax_grade_worst: content.tax_grade_min.map(place_of),
        titles_any: titles(&content.titles_any),
        negative: words(&content.negative_list),
        first_loan_friendly: content.first_loan_friendly,
    }
}

fn wanted(draft: &Draft) -> Wish {
    Wish {
        amount: draft.amount,
        term: draft.term_months,
        rate_max: draft.rate_max,
        guarantees: words(&draft.guarantees),
        repayments: words(&draft.repayments),
        stage: draft.round.as_ref().map(word),
        first_loan: draft.first_loan,
        tags: draft.tags.clone(),
        ..Wish::default()
    }
}

/// Full months from `founded` to `today`.
pub fn months_since(founded: NaiveDate, today: NaiveDate) -> i32 {
    let months = (today.year() - founded.year()) * 12 + i32::try_from(today.month0()).unwrap_or_default()
        - i32::try_from(founded.month0()).unwrap_or_default();
    months - i32::from(today.day() < founded.day())
}

/// What a visitor says of its firm.
#[derive(Debug, Default, Deserialize, IntoParams)]
pub struct Said {
    /// 门类 of its industry.
    pub industry: Option<IndustrySection>,
    /// Full months since it was founded.
    #[param(minimum = 0, maximum = 2400)]
    pub age_months: Option<i32>,
    /// Revenue of the last year, fen.
    #[param(minimum = 0)]
    pub revenue: Option<Money>,
    /// Taxes paid in the last year, fen.
    #[param(minimum = 0)]
    pub tax_paid: Option<Money>,
}

/// What a visitor says of its firm, and wants.
pub fn said(draft: &Draft, firm: &Said) -> Wish {
    let range = |money: Option<Money>| money.map(|money| money..=money);
    Wish {
        industry: firm.industry.iter().map(ActiveEnum::to_value).collect(),
        age: firm.age_months.map(|age| age..=age),
        revenue: range(firm.revenue),
        tax: firm.tax_paid,
        ..wanted(draft)
    }
}

/// The own firm with everything that it says of itself.
pub fn own(draft: &Draft, profile: &Enterprise, years: &[FinanceYear], today: NaiveDate) -> Wish {
    let section = profile.industry_section.map(|section| section.to_value());
    let class = profile.extras.0.industry_class.clone();
    let group = class.as_ref().and_then(|class| class.get(..3)).map(str::to_owned);
    let lasting = profile.extras.0.risks.iter().filter(|risk| risk.repaired_on.is_none_or(|day| day > today));
    let age = profile.founded_on.map(|day| months_since(day, today));
    Wish {
        industry: section.into_iter().chain(profile.industry_division.clone()).chain(group).chain(class).collect(),
        places: [&profile.district, &profile.park].into_iter().flatten().cloned().collect(),
        age: age.map(|age| age..=age),
        revenue: profile.revenue.map(|revenue| revenue..=revenue),
        tax: years.iter().max_by_key(|year| year.year).and_then(|year| year.tax_paid),
        tax_grade: profile.tax_grade.map(place_of),
        titles: titles(&profile.titles.0),
        risks: Some(lasting.map(|risk| word(&risk.kind)).collect()),
        ..wanted(draft)
    }
}

fn months_of(band: YearsBand) -> RangeInclusive<i32> {
    match band {
        YearsBand::Under1 => 0..=11,
        YearsBand::To3 => 12..=35,
        YearsBand::To5 => 36..=59,
        YearsBand::To10 => 60..=119,
        YearsBand::Above10 => 120..=i32::MAX,
        YearsBand::Under5 => 0..=59,
        YearsBand::From5 => 60..=i32::MAX,
    }
}

fn fen_of(band: RevenueBand) -> RangeInclusive<Money> {
    let range = |above: i64, to: i64| Money(Money::wan(above).0 + 1)..=Money::wan(to);
    match band {
        RevenueBand::UpTo500 => Money::ZERO..=Money::wan(500),
        RevenueBand::To2000 => range(500, 2_000),
        RevenueBand::To5000 => range(2_000, 5_000),
        RevenueBand::To40000 => range(5_000, 40_000),
        RevenueBand::UpTo5000 => Money::ZERO..=Money::wan(5_000),
        RevenueBand::Above5000 => Money(Money::wan(5_000).0 + 1)..=Money(i64::MAX),
        RevenueBand::Above40000 => Money(Money::wan(40_000).0 + 1)..=Money(i64::MAX),
    }
}

/// A firm on the market: bands and titles, nothing else. Taxes and risks are not known.
pub fn masked(demand: &Demand, draft: &Draft) -> Wish {
    let Some(masked) = demand.masked.as_ref().map(|masked| &masked.0) else { return wanted(draft) };
    let Masked { industry_section, industry_division, years_band, revenue_band, place, titles: own, .. } = masked;
    Wish {
        industry: industry_section
            .map(|section| section.to_value())
            .into_iter()
            .chain(industry_division.clone())
            .collect(),
        places: place.iter().cloned().collect(),
        age: years_band.map(months_of),
        revenue: revenue_band.map(fen_of),
        titles: titles(own),
        ..wanted(draft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_platform::enterprises::RiskKind;

    #[test]
    fn months_are_full_ones() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        for (founded, months) in
            [("2026-11-23", 0), ("2026-10-24", 0), ("2026-10-23", 1), ("2024-12-01", 23), ("2024-11-23", 24)]
        {
            assert_eq!(months_since(day(founded), day("2026-11-23")), months, "{founded}");
        }
    }

    #[test]
    fn words_are_those_of_the_interface() {
        assert_eq!(words(&[RiskKind::Enforcement]), ["enforcement"]);
        assert_eq!(titles(&[Title::LittleGiant]), ["little_giant"]);
        assert_eq!(IndustrySection::C.to_value(), "c");
        let repayments = vec![Repayment::Bullet];
        let content = ProductContent { rate_min: Some(Rate(3_000)), repayments, ..ProductContent::default() };
        let wish = Wish { amount: Some(Money::wan(1)), term: Some(12), ..Wish::default() };
        assert_eq!(annual_cost(&content, &wish), Some(Rate(3_000)));
        assert_eq!(annual_cost(&content, &Wish { amount: None, ..wish }), None);
    }
}

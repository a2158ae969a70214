//! Hard filters (domain 2.11.1): each says in a sentence what is asked for and what the firm has.

use crate::{Offer, Wish};
use jinqiao_kernel::Money;
use std::ops::RangeInclusive;

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the words say it")]
pub enum Rule {
    Amount,
    Term,
    Rate,
    Guarantee,
    Stage,
    Industry,
    Region,
    Age,
    Revenue,
    Tax,
    TaxGrade,
    Title,
    Risk,
}

/// What a rule says of one offer and one wish.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Which rule.
    pub rule: Rule,
    /// Met, not met, or not known from what may be seen.
    pub holds: Option<bool>,
    /// What is asked for and what is there, in Chinese.
    pub text: String,
}

/// Whole 万元, as people speak of limits.
fn wan(money: Money) -> String {
    let hundredths = money.0 / 10_000;
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 { format!("{whole} 万元") } else { format!("{whole}.{rest:02} 万元") }
}

fn at_least<T: PartialOrd + Copy>(least: T, known: Option<&RangeInclusive<T>>) -> Option<bool> {
    let known = known?;
    if *known.start() >= least {
        Some(true)
    } else if *known.end() < least {
        Some(false)
    } else {
        None
    }
}

fn common(wanted: &[String], given: &[String]) -> bool {
    wanted.iter().any(|one| given.iter().any(|other| one.eq_ignore_ascii_case(other)))
}

/// Every rule that `offer` sets, applied to `wish`. A rule that the offer does not set says nothing.
pub fn judge(offer: &Offer, wish: &Wish) -> Vec<Verdict> {
    let mut verdicts = vec![];
    let mut say = |rule, holds: Option<bool>, text: String| verdicts.push(Verdict { rule, holds, text });
    if let (Some(range), Some(amount)) = (&offer.amount, wish.amount) {
        let limits = format!("{} 至 {}", wan(*range.start()), wan(*range.end()));
        let text = format!("额度要求 {limits}，需求金额 {}", wan(amount));
        say(Rule::Amount, Some(range.contains(&amount)), text);
    }
    if let (Some(range), Some(months)) = (&offer.term, wish.term) {
        let text = format!("期限要求 {} 至 {} 个月，需求期限 {months} 个月", range.start(), range.end());
        say(Rule::Term, Some(range.contains(&months)), text);
    }
    if let (Some(lowest), Some(most)) = (offer.rate_min, wish.rate_max) {
        say(Rule::Rate, Some(lowest <= most), format!("最低年利率 {lowest}，可接受的最高年利率 {most}"));
    }
    if !offer.guarantees.is_empty() && !wish.guarantees.is_empty() {
        let holds = common(&offer.guarantees, &wish.guarantees);
        let text = if holds { "可提供的担保方式符合要求" } else { "不接受所提供的担保方式" };
        say(Rule::Guarantee, Some(holds), text.into());
    }
    if !offer.stages.is_empty() {
        let holds = wish.stage.as_ref().map(|stage| offer.stages.contains(stage));
        let text =
            if holds == Some(false) { "不投资这一融资轮次" } else { "融资轮次在投资阶段之内" };
        say(Rule::Stage, holds, text.into());
    }
    if !offer.industries_in.is_empty() || !offer.industries_out.is_empty() {
        let served = offer.industries_in.is_empty() || common(&offer.industries_in, &wish.industry);
        let holds = served && !common(&offer.industries_out, &wish.industry);
        let text = if holds { "所属行业在服务范围之内" } else { "所属行业不在服务范围之内" };
        say(Rule::Industry, (!wish.industry.is_empty()).then_some(holds), text.into());
    }
    if !offer.regions.is_empty() {
        let near = |place: &String| offer.regions.iter().any(|region| place.contains(region) || region.contains(place));
        let holds = (!wish.places.is_empty()).then(|| wish.places.iter().any(near));
        say(Rule::Region, holds, format!("服务区域为 {}", offer.regions.join("、")));
    }
    if let Some(least) = offer.age_min.filter(|months| *months > 0) {
        let own = known_age(wish.age.as_ref());
        say(Rule::Age, at_least(least, wish.age.as_ref()), format!("要求成立满 {least} 个月{own}"));
    }
    if let Some(least) = offer.revenue_min {
        let own = known_money(wish.revenue.as_ref());
        say(Rule::Revenue, at_least(least, wish.revenue.as_ref()), format!("要求年营业收入不低于 {}{own}", wan(least)));
    }
    if let Some(least) = offer.tax_min {
        let own = wish.tax.map(|tax| format!("，现为 {}", wan(tax))).unwrap_or_default();
        say(Rule::Tax, wish.tax.map(|tax| tax >= least), format!("要求年纳税额不低于 {}{own}", wan(least)));
    }
    if let Some(worst) = offer.tax_grade_worst {
        let text = format!("要求纳税信用等级不低于 {} 级", ["A", "B", "M", "C", "D"][usize::from(worst.min(4))]);
        say(Rule::TaxGrade, wish.tax_grade.map(|grade| grade <= worst), text);
    }
    if !offer.titles_any.is_empty() {
        let holds = common(&offer.titles_any, &wish.titles);
        let text = if holds { "具备所要求的资质" } else { "未具备所要求的资质" };
        say(Rule::Title, Some(holds), text.into());
    }
    if !offer.negative.is_empty() {
        let holds = wish.risks.as_ref().map(|risks| !common(&offer.negative, risks));
        let text = if holds == Some(false) {
            "存在不予受理的风险事项"
        } else {
            "没有不予受理的风险事项"
        };
        say(Rule::Risk, holds, text.into());
    }
    verdicts
}

/// Exact values are told; a band is not repeated as if it were one.
fn known_age(age: Option<&RangeInclusive<i32>>) -> String {
    age.filter(|age| age.start() == age.end()).map(|age| format!("，现为 {} 个月", age.start())).unwrap_or_default()
}

fn known_money(money: Option<&RangeInclusive<Money>>) -> String {
    money
        .filter(|money| money.start() == money.end())
        .map(|m| format!("，现为 {}", wan(*m.start())))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::Rate;

    fn only(offer: &Offer, wish: &Wish) -> (Option<bool>, String) {
        let verdicts = judge(offer, wish);
        assert_eq!(verdicts.len(), 1, "{verdicts:?}");
        (verdicts[0].holds, verdicts[0].text.clone())
    }

    #[test]
    fn an_offer_without_rules_says_nothing() {
        assert_eq!(judge(&Offer::default(), &Wish::default()), []);
    }

    #[test]
    fn each_rule_is_met_not_met_or_unknown() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let amount = Offer { amount: Some(Money::wan(10)..=Money::wan(100)), ..Offer::default() };
        for (wan, holds) in [(9, false), (10, true), (100, true), (101, false)] {
            assert_eq!(
                only(&amount, &Wish { amount: Some(Money::wan(wan)), ..Wish::default() }).0,
                Some(holds),
                "{wan}"
            );
        }
        assert_eq!(judge(&amount, &Wish::default()), [], "nothing is wanted yet");
        let rate = Offer { rate_min: Some(Rate(350)), ..Offer::default() };
        assert_eq!(only(&rate, &Wish { rate_max: Some(Rate(349)), ..Wish::default() }).0, Some(false));
        assert_eq!(judge(&rate, &Wish::default()), [], "without a ceiling any rate will do");
        let age = Offer { age_min: Some(24), ..Offer::default() };
        for (known, holds) in
            [(Some(24..=24), Some(true)), (Some(0..=23), Some(false)), (Some(12..=36), None), (None, None)]
        {
            assert_eq!(only(&age, &Wish { age: known, ..Wish::default() }).0, holds);
        }
        let industry = Offer { industries_in: words(&["C", "65"]), industries_out: words(&["39"]), ..Offer::default() };
        for (codes, holds) in [
            (&["c", "35"][..], Some(true)),
            (&["i", "65", "6513"], Some(true)),
            (&["c", "39"], Some(false)),
            (&["i", "64"], Some(false)),
            (&[], None),
        ] {
            assert_eq!(only(&industry, &Wish { industry: words(codes), ..Wish::default() }).0, holds, "{codes:?}");
        }
        let title = Offer { titles_any: words(&["srdi"]), ..Offer::default() };
        assert_eq!(only(&title, &Wish { titles: words(&["high_tech", "srdi"]), ..Wish::default() }).0, Some(true));
        let grade = Offer { tax_grade_worst: Some(1), ..Offer::default() };
        for (own, holds) in [(Some(0), Some(true)), (Some(2), Some(false)), (None, None)] {
            assert_eq!(only(&grade, &Wish { tax_grade: own, ..Wish::default() }).0, holds);
        }
        let risk = Offer { negative: words(&["enforcement"]), ..Offer::default() };
        for (own, holds) in [(Some(words(&["enforcement"])), Some(false)), (Some(vec![]), Some(true)), (None, None)] {
            assert_eq!(only(&risk, &Wish { risks: own, ..Wish::default() }).0, holds);
        }
    }

    #[test]
    fn a_band_is_never_told_as_an_exact_value() {
        let offer = Offer { revenue_min: Some(Money::wan(100)), ..Offer::default() };
        let exact = Wish { revenue: Some(Money::wan(50)..=Money::wan(50)), ..Wish::default() };
        assert_eq!(only(&offer, &exact).1, "要求年营业收入不低于 100 万元，现为 50 万元");
        let band = Wish { revenue: Some(Money::ZERO..=Money::wan(50)), ..Wish::default() };
        assert_eq!(only(&offer, &band).1, "要求年营业收入不低于 100 万元");
    }
}

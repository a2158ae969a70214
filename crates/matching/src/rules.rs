//! Hard filters (domain 2.11.1): each says in a sentence what is asked for and what the firm has.

use crate::{Offer, Wish, words::text};
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

impl Rule {
    /// Every rule, in the order in which it is told.
    pub const ALL: [Self; 13] = [
        Self::Amount,
        Self::Term,
        Self::Rate,
        Self::Guarantee,
        Self::Stage,
        Self::Industry,
        Self::Region,
        Self::Age,
        Self::Revenue,
        Self::Tax,
        Self::TaxGrade,
        Self::Title,
        Self::Risk,
    ];

    /// Met, not met, or not known; none where `offer` does not set this rule, or `wish` does not ask for anything that it is about.
    #[inline(always)]
    fn holds(self, offer: &Offer, wish: &Wish) -> Option<Option<bool>> {
        match self {
            Self::Amount => {
                let (range, amount) = offer.amount.as_ref().zip(wish.amount)?;
                Some(Some(range.contains(&amount)))
            }
            Self::Term => {
                let (range, months) = offer.term.as_ref().zip(wish.term)?;
                Some(Some(range.contains(&months)))
            }
            Self::Rate => {
                let (lowest, most) = offer.rate_min.zip(wish.rate_max)?;
                Some(Some(lowest <= most))
            }
            Self::Guarantee => {
                let both = !offer.guarantees.is_empty() && !wish.guarantees.is_empty();
                both.then(|| Some(common(&offer.guarantees, &wish.guarantees)))
            }
            Self::Stage => {
                let holds = || wish.stage.as_ref().map(|stage| offer.stages.contains(stage));
                (!offer.stages.is_empty()).then(holds)
            }
            Self::Industry => {
                let served = || offer.industries_in.is_empty() || common(&offer.industries_in, &wish.industry);
                let holds = || served() && !common(&offer.industries_out, &wish.industry);
                let set = !offer.industries_in.is_empty() || !offer.industries_out.is_empty();
                set.then(|| (!wish.industry.is_empty()).then(holds))
            }
            Self::Region => {
                let within = |region: &String, place: &String| place.contains(region) || region.contains(place);
                let near = |place: &String| offer.regions.iter().any(|region| within(region, place));
                let holds = || (!wish.places.is_empty()).then(|| wish.places.iter().any(near));
                (!offer.regions.is_empty()).then(holds)
            }
            Self::Age => {
                let least = offer.age_min.filter(|months| *months > 0)?;
                Some(at_least(least, wish.age.as_ref()))
            }
            Self::Revenue => Some(at_least(offer.revenue_min?, wish.revenue.as_ref())),
            Self::Tax => {
                let least = offer.tax_min?;
                Some(wish.tax.map(|tax| tax >= least))
            }
            Self::TaxGrade => {
                let worst = offer.tax_grade_worst?;
                Some(wish.tax_grade.map(|grade| grade <= worst))
            }
            Self::Title => (!offer.titles_any.is_empty()).then(|| Some(common(&offer.titles_any, &wish.titles))),
            Self::Risk => {
                let holds = || wish.risks.as_ref().map(|risks| !common(&offer.negative, risks));
                (!offer.negative.is_empty()).then(holds)
            }
        }
    }

    /// This rule of `offer`, applied to `wish`, in words.
    pub(crate) fn judge(self, offer: &Offer, wish: &Wish) -> Option<Verdict> {
        let holds = self.holds(offer, wish)?;
        Some(Verdict { rule: self, holds, text: text(self, holds, offer, wish) })
    }
}

/// Every rule that `offer` sets, applied to `wish`. A rule that the offer does not set says nothing.
pub fn judge(offer: &Offer, wish: &Wish) -> Vec<Verdict> {
    Rule::ALL.into_iter().filter_map(|rule| rule.judge(offer, wish)).collect()
}

/// What `wish` fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// Nothing.
    None,
    /// This rule alone.
    One(Rule),
    /// More than one.
    Several,
}

impl Failure {
    /// With one more rule.
    #[inline(always)]
    fn and(self, rule: Rule, offer: &Offer, wish: &Wish) -> Self {
        match self {
            Self::Several => self,
            _ if rule.holds(offer, wish) != Some(Some(false)) => self,
            Self::None => Self::One(rule),
            Self::One(_) => Self::Several,
        }
    }
}

/// What `wish` fails of `offer`, without words: most of what is compared is never shown. Numbers come first, as they are at hand. Inlined
/// where the rule is known, each check is a few instructions; a loop over all rules takes more than twice as long.
pub fn failure(offer: &Offer, wish: &Wish) -> Failure {
    Failure::None
        .and(Rule::Amount, offer, wish)
        .and(Rule::Term, offer, wish)
        .and(Rule::Rate, offer, wish)
        .and(Rule::Age, offer, wish)
        .and(Rule::Revenue, offer, wish)
        .and(Rule::Tax, offer, wish)
        .and(Rule::TaxGrade, offer, wish)
        .and(Rule::Guarantee, offer, wish)
        .and(Rule::Stage, offer, wish)
        .and(Rule::Industry, offer, wish)
        .and(Rule::Region, offer, wish)
        .and(Rule::Title, offer, wish)
        .and(Rule::Risk, offer, wish)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::{Money, Rate};

    fn only(offer: &Offer, wish: &Wish) -> (Option<bool>, String) {
        let verdicts = judge(offer, wish);
        assert_eq!(verdicts.len(), 1, "{verdicts:?}");
        (verdicts[0].holds, verdicts[0].text.clone())
    }

    #[test]
    fn every_rule_can_fail() {
        let one = || vec!["one".to_owned()];
        let other = || vec!["other".to_owned()];
        let offer = Offer {
            amount: Some(Money(2)..=Money(2)),
            term: Some(2..=2),
            rate_min: Some(Rate(20)),
            guarantees: one(),
            stages: one(),
            industries_in: one(),
            regions: one(),
            age_min: Some(2),
            revenue_min: Some(Money(2)),
            tax_min: Some(Money(2)),
            tax_grade_worst: Some(1),
            titles_any: one(),
            negative: one(),
            ..Offer::default()
        };
        let wish = Wish {
            amount: Some(Money(1)),
            term: Some(1),
            rate_max: Some(Rate(10)),
            guarantees: other(),
            stage: other().pop(),
            industry: other(),
            places: other(),
            age: Some(1..=1),
            revenue: Some(Money(1)..=Money(1)),
            tax: Some(Money(1)),
            tax_grade: Some(2),
            titles: other(),
            risks: Some(one()),
            ..Wish::default()
        };
        let verdicts = judge(&offer, &wish);
        assert!(verdicts.iter().map(|one| (one.rule, one.holds)).eq(Rule::ALL.map(|rule| (rule, Some(false)))));
        let whole = offer.clone();
        let alone = [
            Offer { amount: whole.amount, ..Offer::default() },
            Offer { term: whole.term, ..Offer::default() },
            Offer { rate_min: whole.rate_min, ..Offer::default() },
            Offer { guarantees: whole.guarantees, ..Offer::default() },
            Offer { stages: whole.stages, ..Offer::default() },
            Offer { industries_in: whole.industries_in, ..Offer::default() },
            Offer { regions: whole.regions, ..Offer::default() },
            Offer { age_min: whole.age_min, ..Offer::default() },
            Offer { revenue_min: whole.revenue_min, ..Offer::default() },
            Offer { tax_min: whole.tax_min, ..Offer::default() },
            Offer { tax_grade_worst: whole.tax_grade_worst, ..Offer::default() },
            Offer { titles_any: whole.titles_any, ..Offer::default() },
            Offer { negative: whole.negative, ..Offer::default() },
        ];
        for (rule, alone) in Rule::ALL.into_iter().zip(alone) {
            assert_eq!(failure(&alone, &wish), Failure::One(rule));
        }
        assert_eq!(failure(&offer, &wish), Failure::Several);
    }

    #[test]
    fn one_failure_is_told_from_several() {
        let offer = Offer {
            age_min: Some(24),
            rate_min: Some(Rate(3_500)),
            revenue_min: Some(Money::wan(1)),
            ..Offer::default()
        };
        let of = |age: i32, rate: i32| {
            failure(&offer, &Wish { age: Some(age..=age), rate_max: Some(Rate::bp(rate)), ..Wish::default() })
        };
        assert_eq!(
            [of(24, 350), of(23, 350), of(24, 349), of(23, 349)],
            [Failure::None, Failure::One(Rule::Age), Failure::One(Rule::Rate), Failure::Several]
        );
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
        let rate = Offer { rate_min: Some(Rate(3_500)), ..Offer::default() };
        assert_eq!(only(&rate, &Wish { rate_max: Some(Rate(3_490)), ..Wish::default() }).0, Some(false));
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

//! The score (domain 2.11.2): 0 to 100, the sum of its parts. Amounts, prices, securities and industries are compared here; how
//! the use fits the description, what became of similar pairs and how the institution keeps its limits are told by the caller.

use crate::{Offer, Pair, Wish};
use serde::{Deserialize, Serialize};

/// What a part of the score is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = MatchPart))]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// Amount and term lie well within the limits (额度与期限).
    Fit,
    /// Cheap, and below the ceiling (价格).
    Price,
    /// Easy security (担保便利).
    Guarantee,
    /// The industry or a title is what the product is made for (行业与资质).
    Affinity,
    /// The product speaks of the tags of the demand (自评标签).
    Tags,
    /// The description speaks of what the money is for (用途相符).
    Text,
    /// Firms of the industry got money from the institution (同类成交).
    History,
    /// Firms like this one chose the product or its institution (相似企业选择).
    Network,
    /// The institution keeps its limits (时限达标).
    Service,
    /// Made for firms without a loan, and this is one (首贷支持).
    FirstLoan,
}

/// How much each part counts; they sum to 100 (domain 2.11.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema), schema(as = MatchWeights))]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "see Part")]
pub struct Weights {
    pub fit: i32,
    pub price: i32,
    pub guarantee: i32,
    pub affinity: i32,
    /// Nothing in settings that were kept before there was this part.
    #[serde(default)]
    #[cfg_attr(feature = "openapi", schema(required = true))]
    pub tags: i32,
    pub text: i32,
    pub history: i32,
    pub network: i32,
    pub service: i32,
    pub first_loan: i32,
}

impl Default for Weights {
    /// Those of domain 2.11.2; the text is 5 of the 15 of affinity, the network 5 of the 10 of similar firms, the tags 5 of the 25 of
    /// amount and term.
    fn default() -> Self {
        Self { fit: 20, tags: 5, history: 5, network: 5, ..Self::BEFORE_NETWORK }
    }
}

impl Weights {
    /// What was shipped before there was a network.
    pub const BEFORE_NETWORK: Self = Self {
        fit: 25,
        price: 20,
        guarantee: 15,
        affinity: 10,
        tags: 0,
        text: 5,
        history: 10,
        network: 0,
        service: 10,
        first_loan: 5,
    };

    /// Each weight with the name of its field.
    pub fn named(&self) -> [(&'static str, i32); 10] {
        let Self { fit, price, guarantee, affinity, tags, text, history, network, service, first_loan } = *self;
        [
            ("fit", fit),
            ("price", price),
            ("guarantee", guarantee),
            ("affinity", affinity),
            ("tags", tags),
            ("text", text),
            ("history", history),
            ("network", network),
            ("service", service),
            ("first_loan", first_loan),
        ]
    }
}

/// A score with its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// 0 to 100.
    pub total: i32,
    /// What makes it up.
    pub parts: [(Part, i32); 10],
}

/// A share of one, in thousandths, that stays within 0 and 1000.
fn thousandths(value: i64) -> i64 {
    value.clamp(0, 1_000)
}

/// `amount · 500 / most` for a `most` above 0. Amounts beyond 64 bits are more than any limit.
fn of_most(amount: i64, most: i64) -> i64 {
    amount.checked_mul(500).map_or(i64::from(i32::MAX), |scaled| scaled / most)
}

fn fit(offer: &Offer, wish: &Wish) -> i64 {
    let amount = offer.amount.as_ref().zip(wish.amount).map_or(500, |(range, amount)| {
        // Near the upper limit the bank has to give all it can.
        let most = range.end().0.max(1);
        thousandths(1_200 - of_most(amount.0, most))
    });
    let term = match (&offer.term, wish.term) {
        (Some(range), Some(months)) => thousandths(1_200 - i64::from(months) * 500 / i64::from((*range.end()).max(1))),
        _ => 500,
    };
    (amount + term) / 2
}

fn price(Pair { offer, wish, annual_cost, .. }: &Pair<'_>) -> i64 {
    let Some(cost) = annual_cost.or(offer.rate_min) else { return 500 };
    // 2 % a year is as good as free, 12 % as bad as it gets.
    let cheap = thousandths(1_200 - i64::from(cost.0) / 10);
    let below = wish.rate_max.map_or(500, |most| if cost <= most { 1_000 } else { 0 });
    (3 * cheap + below) / 4
}

/// The easiest security that both sides name.
fn ease(offer: &Offer, wish: &Wish) -> i64 {
    let of = |name: &str| match name {
        "credit" => 1_000,
        "guarantee_company" | "insurance" => 700,
        "guarantor" => 600,
        "pledge" => 500,
        _ => 400,
    };
    let both = |name: &&String| wish.guarantees.is_empty() || wish.guarantees.contains(name);
    offer.guarantees.iter().filter(both).map(|name| of(name)).max().unwrap_or(500)
}

fn affinity(offer: &Offer, wish: &Wish) -> i64 {
    let made_for = wish.industry.iter().filter(|code| offer.industries_in.contains(code)).map(|code| code.len()).max();
    let industry = match made_for {
        Some(2..) => 700,
        Some(_) => 500,
        None => 300,
    };
    let title = offer.titles_any.iter().any(|title| wish.titles.contains(title));
    industry + if title { 300 } else { 0 }
}

fn first_loan(offer: &Offer, wish: &Wish) -> i64 {
    match (wish.first_loan, offer.first_loan_friendly) {
        (true, true) => 1_000,
        (true, false) => 0,
        (false, _) => 500,
    }
}

/// What is not known counts half.
fn told(share: Option<i32>) -> i64 {
    share.map_or(500, i64::from)
}

/// How well the offer of `pair` suits its wish, where the rules pass.
pub fn score(pair: &Pair<'_>, weights: &Weights) -> Score {
    let Pair { offer, wish, told: known, .. } = *pair;
    let part = |part, weight: i32, share: i64| {
        let points = (i64::from(weight) * thousandths(share) + 500) / 1_000;
        (part, i32::try_from(points).unwrap_or_default())
    };
    let parts = [
        part(Part::Fit, weights.fit, fit(offer, wish)),
        part(Part::Price, weights.price, price(pair)),
        part(Part::Guarantee, weights.guarantee, ease(offer, wish)),
        part(Part::Affinity, weights.affinity, affinity(offer, wish)),
        part(Part::Tags, weights.tags, told(known.tags)),
        part(Part::Text, weights.text, told(known.text)),
        part(Part::History, weights.history, told(known.history)),
        part(Part::Network, weights.network, told(known.network)),
        part(Part::Service, weights.service, told(known.service)),
        part(Part::FirstLoan, weights.first_loan, first_loan(offer, wish)),
    ];
    Score { total: parts.iter().map(|(_, points)| points).sum(), parts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Told;
    use jinqiao_kernel::{Money, Rate};
    use proptest::prelude::*;

    fn pair<'a>(offer: &'a Offer, wish: &'a Wish) -> Pair<'a> {
        Pair { offer, wish, annual_cost: None, told: Told::default() }
    }

    #[test]
    fn the_easier_and_cheaper_offer_is_worth_more() {
        let words = |words: &[&str]| words.iter().map(ToString::to_string).collect::<Vec<_>>();
        let wish = Wish {
            amount: Some(Money::wan(100)),
            guarantees: words(&["credit", "mortgage"]),
            first_loan: true,
            ..Wish::default()
        };
        let offer = |rate, guarantee, first_loan_friendly| Offer {
            amount: Some(Money::wan(10)..=Money::wan(500)),
            rate_min: Some(Rate::bp(rate)),
            guarantees: words(&[guarantee]),
            first_loan_friendly,
            ..Offer::default()
        };
        let total = |offer: &Offer| score(&pair(offer, &wish), &Weights::default()).total;
        let best = total(&offer(345, "credit", true));
        assert!(best > total(&offer(445, "credit", true)), "cheaper");
        assert!(best > total(&offer(345, "mortgage", true)), "easier");
        assert!(best > total(&offer(345, "credit", false)), "first loan");
    }

    #[test]
    fn what_is_told_counts_by_its_weight_and_what_is_not_by_half() {
        let of = |told| {
            let (offer, wish) = (Offer::default(), Wish::default());
            let score = score(&Pair { told, ..pair(&offer, &wish) }, &Weights::default());
            let points = |part| score.parts.iter().find(|(known, _)| *known == part).map(|(_, points)| *points);
            [Part::Text, Part::History, Part::Network, Part::Service].map(points)
        };
        assert_eq!(of(Told::default()), [Some(3), Some(3), Some(3), Some(5)]);
        let told =
            Told { text: Some(1_000), history: Some(0), network: Some(600), service: Some(870), ..Told::default() };
        assert_eq!(of(told), [Some(5), Some(0), Some(3), Some(9)]);
        let beyond = Told { text: Some(i32::MAX), history: Some(i32::MIN), network: Some(1_001), ..Told::default() };
        assert_eq!(of(beyond), [Some(5), Some(0), Some(5), Some(5)], "shares stay within their range");
    }

    #[test]
    fn of_two_equal_offers_the_tagged_one_is_worth_more() {
        let total = |tags| {
            let told = Told { tags, ..Told::default() };
            let (offer, wish) = (Offer::default(), Wish::default());
            score(&Pair { told, ..pair(&offer, &wish) }, &Weights::default()).total
        };
        assert!(total(Some(1_000)) > total(Some(500)) && total(Some(500)) > total(Some(0)));
        assert_eq!(total(None), total(Some(500)), "without tags there is nothing to know");
    }

    proptest! {
        #[test]
        fn parts_sum_to_a_score_within_its_range(amount in 0..i64::MAX, most in 0..i64::MAX, rate in -100_000..100_000i32, months in 0..1_000i32) {
            let offer = Offer { amount: Some(Money(0)..=Money(most)), term: Some(1..=12), rate_min: Some(Rate(rate)), ..Offer::default() };
            let wish = Wish { amount: Some(Money(amount)), term: Some(months), ..Wish::default() };
            let score = score(&pair(&offer, &wish), &Weights::default());
            prop_assert!((0..=100).contains(&score.total));
            prop_assert_eq!(score.parts.iter().map(|(_, points)| points).sum::<i32>(), score.total);
        }
    }
}

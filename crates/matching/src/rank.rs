//! Ranking: what passes every rule by its score, and what fails exactly one (domain 2.11.3).

use crate::{Offer, Score, Verdict, Weights, Wish, judge, score};

/// A pair that passes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match<K> {
    /// Which.
    pub key: K,
    /// How well.
    pub score: Score,
    /// What each rule says.
    pub verdicts: Vec<Verdict>,
}

/// A pair that fails one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NearMiss<K> {
    /// Which.
    pub key: K,
    /// The rule that fails.
    pub missing: Verdict,
    /// The score it would have.
    pub score: i32,
}

/// Everything that was compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranking<K> {
    /// Best first.
    pub matches: Vec<Match<K>>,
    /// Best first, at most three.
    pub near: Vec<NearMiss<K>>,
}

/// Ranks `pairs`; equal scores in the order of their keys, whatever the order in which they came.
pub fn rank<K: Ord + Clone>(pairs: impl IntoIterator<Item = (K, Offer, Wish)>, weights: &Weights) -> Ranking<K> {
    let (mut matches, mut near) = (vec![], vec![]);
    for (key, offer, wish) in pairs {
        let verdicts = judge(&offer, &wish);
        let failed: Vec<_> = verdicts.iter().filter(|verdict| verdict.holds == Some(false)).cloned().collect();
        let score = score(&offer, &wish, weights);
        match <[Verdict; 1]>::try_from(failed) {
            Ok([missing]) => near.push(NearMiss { key, missing, score: score.total }),
            Err(failed) if failed.is_empty() => matches.push(Match { key, score, verdicts }),
            Err(_) => {}
        }
    }
    matches.sort_by(|a, b| b.score.total.cmp(&a.score.total).then_with(|| a.key.cmp(&b.key)));
    near.sort_by(|a, b| b.score.cmp(&a.score).then_with(|| a.key.cmp(&b.key)));
    near.truncate(3);
    Ranking { matches, near }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::{Money, Rate};
    use proptest::prelude::*;

    fn offer(least: i64, most: i64, rate: i32) -> Offer {
        Offer { amount: Some(Money::wan(least)..=Money::wan(most)), rate_min: Some(Rate(rate)), ..Offer::default() }
    }

    fn wish() -> Wish {
        Wish { amount: Some(Money::wan(100)), rate_max: Some(Rate(500)), ..Wish::default() }
    }

    #[test]
    fn what_fails_one_rule_is_near_what_fails_two_is_not() {
        let pairs =
            [(1, offer(10, 500, 345), wish()), (2, offer(10, 50, 345), wish()), (3, offer(10, 50, 600), wish())];
        let ranking = rank(pairs, &Weights::default());
        assert_eq!(ranking.matches.iter().map(|one| one.key).collect::<Vec<_>>(), [1]);
        assert_eq!(ranking.near.iter().map(|one| one.key).collect::<Vec<_>>(), [2]);
        assert_eq!(ranking.near[0].missing.text, "额度要求 10 万元 至 50 万元，需求金额 100 万元");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(rates in prop::collection::vec((0..800i32, 1..400i64), 0..20)) {
            let pairs: Vec<_> = rates.iter().enumerate().map(|(key, (rate, most))| (key, offer(1, *most, *rate), wish())).collect();
            let mut turned = pairs.clone();
            turned.reverse();
            prop_assert_eq!(rank(pairs, &Weights::default()), rank(turned, &Weights::default()));
        }

        #[test]
        fn a_further_rule_never_raises_a_rank(rate in 0..500i32, age in 1..100i32) {
            let plain = offer(1, 500, rate);
            let strict = Offer { age_min: Some(age), ..plain.clone() };
            let young = Wish { age: Some(0..=0), ..wish() };
            prop_assert_eq!(rank([(0, plain, young.clone())], &Weights::default()).matches.len(), 1);
            prop_assert!(rank([(0, strict, young)], &Weights::default()).matches.is_empty());
        }
    }
}

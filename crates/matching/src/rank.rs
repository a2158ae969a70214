//! Ranking: what passes every rule by its score, and what fails exactly one (domain 2.11.3).

use crate::{Failure, Offer, Rule, Score, Verdict, Weights, Wish, failure, judge, score};
use std::cmp::Reverse;

/// Near misses that are told.
const NEAR: usize = 3;

/// A pair with the score that it has, or would have. What it says in words is said only of what is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match<'a, K> {
    /// Which.
    pub key: K,
    /// How well, 0 to 100.
    pub total: i32,
    offer: &'a Offer,
    wish: &'a Wish,
}

impl<K> Match<'_, K> {
    /// The parts of the score, by the weights by which it was ranked.
    pub fn score(&self, weights: &Weights) -> Score {
        score(self.offer, self.wish, weights)
    }

    /// What each rule says.
    pub fn verdicts(&self) -> Vec<Verdict> {
        judge(self.offer, self.wish)
    }
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
pub struct Ranking<'a, K> {
    /// What passes, in the order in which it came.
    pub matches: Vec<Match<'a, K>>,
    /// Best first, at most three.
    pub near: Vec<NearMiss<K>>,
}

impl<'a, K: Ord + Copy> Ranking<'a, K> {
    /// The `most` best, best first; equal scores in the order of their keys. Ten of ten thousand are found much faster than all are sorted.
    pub fn best(self, most: usize) -> Vec<Match<'a, K>> {
        best(self.matches, most, Match::order)
    }
}

impl<K: Ord + Copy> Match<'_, K> {
    fn order(&self) -> (Reverse<i32>, K) {
        (Reverse(self.total), self.key)
    }
}

fn best<T, O: Ord>(mut list: Vec<T>, most: usize, order: impl Fn(&T) -> O) -> Vec<T> {
    if list.len() > most {
        list.select_nth_unstable_by_key(most, &order);
        list.truncate(most);
    }
    list.sort_unstable_by_key(order);
    list
}

/// Applies every rule to `pairs`, and scores what passes. The order in which they come does not matter.
pub fn rank<'a, K: Ord + Copy>(
    pairs: impl IntoIterator<Item = (K, &'a Offer, &'a Wish)>,
    weights: &Weights,
) -> Ranking<'a, K> {
    let pairs = pairs.into_iter();
    let (mut matches, mut near) = (Vec::with_capacity(pairs.size_hint().0), vec![]);
    for (key, offer, wish) in pairs {
        let one = || Match { key, total: score(offer, wish, weights).total, offer, wish };
        match failure(offer, wish) {
            Failure::None => matches.push(one()),
            Failure::One(rule) => near.push((one(), rule)),
            Failure::Several => {}
        }
    }
    let miss = |(one, rule): &(Match<'a, K>, Rule)| {
        let missing = rule.judge(one.offer, one.wish)?;
        Some(NearMiss { key: one.key, missing, score: one.total })
    };
    let near = best(near, NEAR, |(one, _)| one.order()).iter().filter_map(miss).collect();
    Ranking { matches, near }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jinqiao_kernel::{Money, Rate};
    use proptest::prelude::*;

    fn offer(least: i64, most: i64, rate: i32) -> Offer {
        Offer { amount: Some(Money::wan(least)..=Money::wan(most)), rate_min: Some(Rate::bp(rate)), ..Offer::default() }
    }

    fn wish() -> Wish {
        Wish { amount: Some(Money::wan(100)), rate_max: Some(Rate(5_000)), ..Wish::default() }
    }

    #[test]
    fn what_fails_one_rule_is_near_what_fails_two_is_not() {
        let offers = [offer(10, 500, 345), offer(10, 50, 345), offer(10, 50, 600)];
        let wish = wish();
        let ranking = rank((1..).zip(&offers).map(|(key, offer)| (key, offer, &wish)), &Weights::default());
        assert_eq!(ranking.matches.iter().map(|one| one.key).collect::<Vec<_>>(), [1]);
        assert_eq!(ranking.near.iter().map(|one| one.key).collect::<Vec<_>>(), [2]);
        assert_eq!(ranking.near[0].missing.text, "额度要求 10 万元 至 50 万元，需求金额 100 万元");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(rates in prop::collection::vec((0..800i32, 1..400i64), 0..20)) {
            let (wish, offers) = (wish(), rates.iter().map(|(rate, most)| offer(1, *most, *rate)).collect::<Vec<_>>());
            let pairs = || offers.iter().enumerate().map(|(key, offer)| (key, offer, &wish));
            let (one, two) = (rank(pairs(), &Weights::default()), rank(pairs().rev(), &Weights::default()));
            prop_assert_eq!(&one.near, &two.near);
            let all = one.clone().best(usize::MAX);
            prop_assert_eq!(&all, &two.best(usize::MAX));
            prop_assert_eq!(&all[..all.len().min(3)], one.best(3));
        }

        #[test]
        fn a_further_rule_never_raises_a_rank(rate in 0..500i32, age in 1..100i32) {
            let plain = offer(1, 500, rate);
            let strict = Offer { age_min: Some(age), ..plain.clone() };
            let young = Wish { age: Some(0..=0), ..wish() };
            prop_assert_eq!(rank([(0, &plain, &young)], &Weights::default()).matches.len(), 1);
            prop_assert!(rank([(0, &strict, &young)], &Weights::default()).matches.is_empty());
        }
    }
}

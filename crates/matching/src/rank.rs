//! Ranking: what passes every rule by its score, and what fails exactly one (domain 2.11.3).

use crate::{Failure, Pair, Part, Rule, Score, Verdict, Weights, failure, judge, score};
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
    pair: Pair<'a>,
}

impl<K> Match<'_, K> {
    /// The parts of the score, by the weights by which it was ranked.
    pub fn score(&self, weights: &Weights) -> Score {
        score(&self.pair, weights)
    }

    /// What each rule says.
    pub fn verdicts(&self) -> Vec<Verdict> {
        judge(self.pair.offer, self.pair.wish)
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
pub fn rank<'a, K: Ord + Copy>(pairs: impl IntoIterator<Item = (K, Pair<'a>)>, weights: &Weights) -> Ranking<'a, K> {
    let pairs = pairs.into_iter();
    let (mut matches, mut near) = (Vec::with_capacity(pairs.size_hint().0), vec![]);
    for (key, pair) in pairs {
        let one = || Match { key, total: score(&pair, weights).total, pair };
        match failure(pair.offer, pair.wish) {
            Failure::None => matches.push(one()),
            Failure::One(rule) => near.push((one(), rule)),
            Failure::Several => {}
        }
    }
    let miss = |(one, rule): &(Match<'a, K>, Rule)| {
        let missing = rule.judge(one.pair.offer, one.pair.wish)?;
        Some(NearMiss { key: one.key, missing, score: one.total })
    };
    let near = best(near, NEAR, |(one, _)| one.order()).iter().filter_map(miss).collect();
    Ranking { matches, near }
}

/// Those of `pairs` that can be among the `most` best, or among the near misses that are told, whatever their texts say: comparing
/// texts takes far longer than everything else together, and counts little.
pub fn contenders<'a, K>(pairs: impl IntoIterator<Item = (K, Pair<'a>)>, most: usize, weights: &Weights) -> Vec<K> {
    let (mut passing, mut near) = (vec![], vec![]);
    for (key, pair) in pairs {
        let list = match failure(pair.offer, pair.wish) {
            Failure::None => &mut passing,
            Failure::One(_) => &mut near,
            Failure::Several => continue,
        };
        let parts = score(&pair, weights).parts;
        list.push((key, parts.iter().filter(|(part, _)| *part != Part::Text).map(|(_, points)| points).sum::<i32>()));
    }
    let open = |list: Vec<(K, i32)>, most: usize| {
        let mut least: Vec<i32> = list.iter().map(|(_, points)| *points).collect();
        least.sort_unstable_by_key(|points| Reverse(*points));
        // Who may come up to the last of the best, with all the points that a text can give.
        let bar = least.get(most.saturating_sub(1)).map_or(i32::MIN, |points| points - weights.text);
        list.into_iter().filter(move |(_, points)| *points >= bar).map(|(key, _)| key)
    };
    open(passing, most).chain(open(near, NEAR)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Offer, Told, Wish};
    use jinqiao_kernel::{Money, Rate};
    use proptest::prelude::*;

    fn offer(least: i64, most: i64, rate: i32) -> Offer {
        Offer { amount: Some(Money::wan(least)..=Money::wan(most)), rate_min: Some(Rate::bp(rate)), ..Offer::default() }
    }

    fn pair<'a>(offer: &'a Offer, wish: &'a Wish) -> Pair<'a> {
        Pair { offer, wish, annual_cost: None, told: Told::default() }
    }

    fn wish() -> Wish {
        Wish { amount: Some(Money::wan(100)), rate_max: Some(Rate(5_000)), ..Wish::default() }
    }

    #[test]
    fn what_fails_one_rule_is_near_what_fails_two_is_not() {
        let offers = [offer(10, 500, 345), offer(10, 50, 345), offer(10, 50, 600)];
        let wish = wish();
        let ranking = rank((1..).zip(&offers).map(|(key, offer)| (key, pair(offer, &wish))), &Weights::default());
        assert_eq!(ranking.matches.iter().map(|one| one.key).collect::<Vec<_>>(), [1]);
        assert_eq!(ranking.near.iter().map(|one| one.key).collect::<Vec<_>>(), [2]);
        assert_eq!(ranking.near[0].missing.text, "额度要求 10 万元至 50 万元，需求金额 100 万元");
    }

    proptest! {
        #[test]
        fn the_order_of_the_input_does_not_matter(rates in prop::collection::vec((0..800i32, 1..400i64), 0..20)) {
            let (wish, offers) = (wish(), rates.iter().map(|(rate, most)| offer(1, *most, *rate)).collect::<Vec<_>>());
            let pairs = || offers.iter().enumerate().map(|(key, offer)| (key, pair(offer, &wish)));
            let (one, two) = (rank(pairs(), &Weights::default()), rank(pairs().rev(), &Weights::default()));
            prop_assert_eq!(&one.near, &two.near);
            let all = one.clone().best(usize::MAX);
            prop_assert_eq!(&all, &two.best(usize::MAX));
            prop_assert_eq!(&all[..all.len().min(3)], one.best(3));
        }

        #[test]
        fn only_contenders_need_their_texts(
            told in prop::collection::vec((0..800i32, 40..400i64, 0..=1_000i32), 0..60),
            text in 0..=40i32,
            most in 0..6usize,
        ) {
            let weights = Weights { text, ..Weights::default() };
            let (wish, offers) = (wish(), told.iter().map(|(rate, limit, _)| offer(1, *limit, *rate)).collect::<Vec<_>>());
            let with = |key: usize, text: Option<i32>| {
                Pair { told: Told { text, ..Told::default() }, ..pair(&offers[key], &wish) }
            };
            let unknown: Vec<_> = (0..told.len()).map(|key| with(key, None)).collect();
            let all: Vec<_> = told.iter().enumerate().map(|(key, one)| with(key, Some(one.2))).collect();
            let of = |pairs: &[Pair<'_>]| -> Vec<usize> {
                contenders(pairs.iter().copied().enumerate(), most, &weights)
            };
            let open = of(&unknown);
            let some: Vec<_> =
                (0..told.len()).map(|key| if open.contains(&key) { all[key] } else { unknown[key] }).collect();
            let ranked = |pairs: &[Pair<'_>]| {
                let ranking = rank(pairs.iter().copied().enumerate(), &weights);
                let near: Vec<_> = ranking.near.iter().map(|one| (one.key, one.score)).collect();
                (ranking.best(most).iter().map(|one| (one.key, one.total)).collect::<Vec<_>>(), near)
            };
            prop_assert_eq!(ranked(&some), ranked(&all));
        }

        #[test]
        fn a_further_rule_never_raises_a_rank(rate in 0..500i32, age in 1..100i32) {
            let plain = offer(1, 500, rate);
            let strict = Offer { age_min: Some(age), ..plain.clone() };
            let young = Wish { age: Some(0..=0), ..wish() };
            prop_assert_eq!(rank([(0, pair(&plain, &young))], &Weights::default()).matches.len(), 1);
            prop_assert!(rank([(0, pair(&strict, &young))], &Weights::default()).matches.is_empty());
        }
    }
}

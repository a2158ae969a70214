//! Which words stand for which: IBM's translation model 1 (Brown and others, 1993) between the texts of labelled pairs, once
//! for pairs that mean the same and once for the others. A word that was never seen stands for itself.

use super::{Text, read::Term};
use std::collections::HashMap;

const ROUNDS: usize = 4;
/// Sightings that a word counts as standing for itself.
const ITSELF: f32 = 2.0;
/// Share of words that come from nowhere.
const BACKGROUND: f32 = 0.15;

/// Chances that a word stands for another.
#[derive(Clone, Debug, Default)]
pub(crate) struct Translation {
    chances: HashMap<(u64, u64), f32>,
    totals: HashMap<u64, f32>,
    words: HashMap<u64, f32>,
    all: f32,
}

impl Translation {
    /// Learns from pairs with weights, in both directions.
    pub(crate) fn fit(pairs: &[(&Text, &Text, f32)]) -> Self {
        let mut model = Self::default();
        for text in pairs.iter().flat_map(|(a, b, _)| [a, b]) {
            for term in &text.terms {
                *model.words.entry(term.key).or_default() += 1.0;
                model.all += 1.0;
            }
        }
        for round in 0..ROUNDS {
            let mut next = Self::default();
            for (a, b, weight) in pairs.iter().filter(|(.., weight)| *weight > 0.0) {
                model.count(&mut next, &a.terms, &b.terms, *weight, round == 0);
                model.count(&mut next, &b.terms, &a.terms, *weight, round == 0);
            }
            (model.chances, model.totals) = (next.chances, next.totals);
        }
        model
    }

    fn count(&self, next: &mut Self, from: &[Term], to: &[Term], weight: f32, first: bool) {
        for target in to {
            let guess = |source: &Term| match first {
                true if source.key == target.key => 4.0,
                true => 1.0,
                false => self.chance(source.key, target.key),
            };
            let sum: f32 = from.iter().map(guess).sum();
            for source in from.iter().filter(|_| sum > 0.0) {
                let part = weight * guess(source) / sum;
                *next.chances.entry((source.key, target.key)).or_default() += part;
                *next.totals.entry(source.key).or_default() += part;
            }
        }
    }

    fn chance(&self, from: u64, to: u64) -> f32 {
        let seen = self.chances.get(&(from, to)).copied().unwrap_or_default();
        let total = self.totals.get(&from).copied().unwrap_or_default();
        (seen + if from == to { ITSELF } else { 0.0 }) / (total + ITSELF)
    }

    /// Mean over the words of `to` of the logarithm of how much likelier each is after `from` than anywhere.
    pub(crate) fn gain(&self, from: &Text, to: &Text) -> f32 {
        let logs = to.terms.iter().map(|target| {
            let anywhere = (self.words.get(&target.key).copied().unwrap_or_default() + 1.0) / (self.all + 10_000.0);
            let sum: f32 = from.terms.iter().map(|source| self.chance(source.key, target.key)).sum();
            let likely = (1.0 - BACKGROUND) * sum / from.terms.len().max(1) as f32 + BACKGROUND * anywhere;
            (likely / anywhere).ln()
        });
        logs.sum::<f32>() / to.terms.len().max(1) as f32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;

    #[test]
    fn a_word_stands_for_what_it_was_paired_with() {
        let reader = Reader::new(crate::text::Synonyms::default());
        let read = |text| reader.read(text);
        let pairs = [("厂房抵押", "车间抵押"), ("厂房出租", "车间出租"), ("厂房价格", "车间价格")]
            .map(|(a, b)| (read(a), read(b)));
        let pairs: Vec<_> = pairs.iter().map(|(a, b)| (a, b, 1.0)).collect();
        let model = Translation::fit(&pairs);
        assert!(model.gain(&read("厂房"), &read("车间")) > model.gain(&read("厂房"), &read("出租")) + 1.0);
        assert!(model.gain(&read("厂房"), &read("厂房")).is_finite());
    }
}

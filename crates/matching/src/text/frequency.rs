//! How rare a word or gram is: document frequencies of the caller's own texts, with a prior for what they don't show.

use super::Text;
use std::collections::HashMap;

/// Texts that the prior counts for.
const PRIOR: f32 = 2_000.0;
/// Words of a typical question, for the chance that one of them is a given word.
const TYPICAL: f32 = 8.0;

/// Counts of texts by word and gram. Adding and removing are exact inverses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequencies {
    documents: u32,
    seen: HashMap<u64, u32>,
}

impl Frequencies {
    /// Counts `text` once for each word and gram in it.
    pub fn add(&mut self, text: &Text) {
        self.documents += 1;
        for key in text.keys() {
            *self.seen.entry(key).or_default() += 1;
        }
    }

    /// Takes back what [`Frequencies::add`] counted; a text that was never added may leave counts too low, never below zero.
    pub fn remove(&mut self, text: &Text) {
        self.documents = self.documents.saturating_sub(1);
        for key in text.keys() {
            if let Some(count) = self.seen.get_mut(&key) {
                *count = count.saturating_sub(1);
                if *count == 0 {
                    self.seen.remove(&key);
                }
            }
        }
    }

    /// Texts counted.
    pub fn documents(&self) -> u32 {
        self.documents
    }

    pub(crate) fn count(&self, key: u64) -> u32 {
        self.seen.get(&key).copied().unwrap_or_default()
    }

    /// ln((N + 1) / (n + 1)) + 1, at least 1 and smoothed as if one further text held everything; 1 for all without texts.
    pub(crate) fn rarity(&self, key: u64) -> f32 {
        ((self.documents as f32 + 1.0) / (self.count(key) as f32 + 1.0)).ln() + 1.0
    }

    /// The same for a word, where jieba's corpus counts as 2,000 further texts of eight words, so that words are told apart
    /// that the caller's texts don't hold.
    pub(crate) fn word_rarity(&self, key: u64, share: f32) -> f32 {
        let expected = PRIOR * (1.0 - (1.0 - share).powf(TYPICAL));
        let all = self.documents as f32 + PRIOR + 1.0;
        (all / (self.count(key) as f32 + expected + 1.0)).ln() + 0.3
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Reader;
    use proptest::prelude::*;

    #[test]
    fn rare_is_more() {
        let reader = Reader::default();
        let mut counts = Frequencies::default();
        for text in ["企业贷款", "个人贷款", "企业年报"] {
            counts.add(&reader.read(text));
        }
        let of = |word: &str| counts.rarity(crate::text::keys::text_key(crate::text::keys::Kind::Word, word));
        assert!((of("贷款") - ((4.0_f32 / 3.0).ln() + 1.0)).abs() < 1e-6);
        assert!((of("光伏") - (4.0_f32.ln() + 1.0)).abs() < 1e-6);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn removing_takes_back(texts in prop::collection::vec("[企业贷款年报a-c ]{0,12}", 1..8), gone in 0usize..8) {
            let reader = Reader::default();
            let texts: Vec<_> = texts.iter().map(|text| reader.read(text)).collect();
            let gone = gone % texts.len();
            let (mut all, mut rest) = (Frequencies::default(), Frequencies::default());
            texts.iter().for_each(|text| all.add(text));
            texts.iter().enumerate().filter(|(at, _)| *at != gone).for_each(|(_, text)| rest.add(text));
            all.remove(&texts[gone]);
            prop_assert_eq!(all, rest);
        }
    }
}
